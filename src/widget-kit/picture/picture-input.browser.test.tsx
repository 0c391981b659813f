import axe from "axe-core";
import { useRef, useState } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { Tensor } from "../../core/tensor";
import "../../ui/tokens.css";
import { createCamera } from "./camera";
import type { CameraState } from "./camera-message";
import { encoded } from "./picture-files.fixture";
import { PictureInput } from "./picture-input";
import type { PictureInputProps } from "./picture-input";

type Taken = { picture: Tensor; label: string; origin: string };

function Bench({ onTaken, pinned }: { onTaken: (taken: Taken) => void; pinned?: boolean }) {
  const [value, setValue] = useState<PictureInputProps["value"]>("still-life");
  const figure = useRef<HTMLElement>(null);
  return (
    <figure ref={figure} data-testid="figure" data-value={value}>
      <PictureInput
        value={value}
        side={256}
        pinned={pinned}
        dropTarget={figure}
        onBuiltIn={setValue}
        onPicture={(picture, label, origin) => {
          setValue(origin);
          onTaken({ picture, label, origin });
        }}
      />
    </figure>
  );
}

const value = () => page.getByTestId("figure").element().getAttribute("data-value");
const button = (name: string) => page.getByRole("button", { name, exact: true });

function stubCamera(answer: () => Promise<MediaStream>) {
  return vi.spyOn(navigator.mediaDevices, "getUserMedia").mockImplementation(answer);
}

/** A stream whose pictures are drawn on a canvas. */
function drawnStream() {
  const canvas = document.createElement("canvas");
  canvas.width = 320;
  canvas.height = 240;
  const context = canvas.getContext("2d")!;
  const clock = setInterval(() => {
    context.fillStyle = "#00f";
    context.fillRect(0, 0, 320, 240);
  }, 20);
  const stream = canvas.captureStream(30);
  stream.getTracks()[0]!.addEventListener("ended", () => clearInterval(clock));
  return stream;
}

afterEach(() => vi.restoreAllMocks());

describe("PictureInput", () => {
  test("a picture of the book is chosen by its name", async () => {
    await render(<Bench onTaken={() => {}} />);
    await userEvent.click(page.getByRole("radio", { name: "Step edge" }));
    expect(value()).toBe("step-edge");
  });

  test("a dropped file is taken anywhere on the figure; a bad one leaves the picture", async () => {
    const taken: Taken[] = [];
    await render(<Bench onTaken={(next) => taken.push(next)} />);
    const drop = (file: File) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
      page.getByTestId("figure").element().dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
    };
    drop(new File([await encoded(300, 300, () => {})], "beach.png", { type: "image/png" }));
    await expect.element(page.getByText("“beach.png” is shown.")).toBeVisible();
    expect(taken).toMatchObject([{ label: "beach.png", origin: "own" }]);
    drop(new File(["x"], "notes.png", { type: "image/png" }));
    await expect.element(page.getByRole("alert")).toHaveTextContent(/text file and not a picture/);
    expect(taken.length).toBe(1);
  });

  test("a picture is pasted while the focus is in the figure; text, and pastes elsewhere, are not taken", async () => {
    const taken: Taken[] = [];
    await render(<Bench onTaken={(next) => taken.push(next)} />);
    const file = new File([await encoded(300, 300, () => {})], "shot.png", { type: "image/png" });
    const paste = (fill: (data: DataTransfer) => void) => {
      const clipboardData = new DataTransfer();
      fill(clipboardData);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.dispatchEvent(event);
      return event.defaultPrevented;
    };
    await userEvent.hover(document.documentElement, { position: { x: 1200, y: 780 } });
    expect(paste((data) => data.items.add(file))).toBe(false);
    (button("Paint").element() as HTMLElement).focus();
    expect(paste((data) => data.setData("text/plain", "3"))).toBe(false);
    expect(paste((data) => data.items.add(file))).toBe(true);
    await expect.element(page.getByText("“shot.png” is shown.")).toBeVisible();
    expect(taken).toMatchObject([{ label: "shot.png", origin: "own" }]);
  });

  test("painting by keyboard: arrows move, Space paints, + and − change", async () => {
    const taken: Taken[] = [];
    await render(<Bench onTaken={(next) => taken.push(next)} />);
    await userEvent.click(button("Paint"));
    expect(taken.at(-1)!.picture.shape).toEqual([8, 8, 1]);
    (page.getByRole("grid").element() as unknown as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}{ArrowDown} ");
    expect(taken.at(-1)!.picture.data[9]).toBe(1);
    await userEvent.keyboard("-");
    expect(taken.at(-1)!.picture.data[9]).toBe(Math.fround(0.9));
    await userEvent.click(button("Invert"));
    expect(taken.at(-1)!.picture.data[9]).toBe(Math.fround(Math.fround(1) - Math.fround(0.9)));
    await userEvent.click(button("Clear"));
    expect(taken.at(-1)!.picture.data.every((cell) => cell === 0)).toBe(true);
  });

  test("the camera delivers square frames, and is off after Stop", async () => {
    const stream = drawnStream();
    stubCamera(() => Promise.resolve(stream));
    const taken: Taken[] = [];
    await render(<Bench onTaken={(next) => taken.push(next)} />);
    await userEvent.click(button("Camera"));
    await vi.waitFor(() => expect(taken.length).toBeGreaterThan(1), 5000);
    expect(taken.at(-1)!.picture.shape).toEqual([256, 256, 3]);
    await userEvent.click(button("Stop the camera"));
    expect(stream.getTracks().every((track) => track.readyState === "ended")).toBe(true);
  });

  test("the camera goes off with the component", async () => {
    const stream = drawnStream();
    stubCamera(() => Promise.resolve(stream));
    const screen = await render(<Bench onTaken={() => {}} />);
    await userEvent.click(button("Camera"));
    await expect.element(button("Stop the camera")).toBeVisible();
    await screen.unmount();
    await vi.waitFor(() => expect(stream.getTracks()[0]!.readyState).toBe("ended"));
  });

  test("the camera goes off when the page is hidden, and stays off", async () => {
    const stream = drawnStream();
    const asked = stubCamera(() => Promise.resolve(stream));
    await render(<Bench onTaken={() => {}} />);
    await userEvent.click(button("Camera"));
    await expect.element(page.getByText(/The camera is on/)).toBeVisible();
    const visibility = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    document.dispatchEvent(new Event("visibilitychange"));
    expect(stream.getTracks()[0]!.readyState).toBe("ended");
    visibility.mockReturnValue("visible");
    document.dispatchEvent(new Event("visibilitychange"));
    await expect.element(button("Camera")).toBeVisible();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test("the camera is never asked for unbidden, and a refusal is said once", async () => {
    const asked = stubCamera(() => Promise.reject(new DOMException("", "NotAllowedError")));
    await render(<Bench onTaken={() => {}} />);
    expect(asked).not.toHaveBeenCalled();
    await userEvent.click(button("Camera"));
    await expect.element(page.getByRole("alert")).toHaveTextContent(/did not allow the camera/);
    expect(asked).toHaveBeenCalledTimes(1);
    await userEvent.click(page.getByRole("radio", { name: "Ramp" }));
    await expect.element(page.getByRole("alert")).toHaveTextContent("");
  });

  test("has no accessibility fault, painting or pinned", async () => {
    const screen = await render(<Bench onTaken={() => {}} />);
    await userEvent.click(button("Paint"));
    expect((await axe.run(screen.container)).violations.map(({ id }) => id)).toEqual([]);
    await screen.rerender(<Bench onTaken={() => {}} pinned />);
    expect((await axe.run(screen.container)).violations.map(({ id }) => id)).toEqual([]);
  });
});

describe("camera", () => {
  const states = (patience = 10_000) => {
    const seen: CameraState[] = [];
    const camera = createCamera({
      onState: (state) => seen.push(state),
      onFrame: () => {},
      patience,
    });
    return { camera, seen };
  };

  test.each([
    ["NotAllowedError", "denied"],
    ["NotFoundError", "missing"],
    ["NotReadableError", "busy"],
  ])("%s is “%s”", async (name, state) => {
    stubCamera(() => Promise.reject(new DOMException("", name)));
    const { camera, seen } = states();
    await camera.start();
    expect(seen).toEqual(["asking", state]);
  });

  test("without a secure page nothing is asked, and that is said", async () => {
    const asked = stubCamera(() => Promise.reject(new Error("must not be asked")));
    vi.spyOn(window, "isSecureContext", "get").mockReturnValue(false);
    const { camera, seen } = states();
    await camera.start();
    expect(seen).toEqual(["insecure"]);
    expect(asked).not.toHaveBeenCalled();
  });

  test("a question left open is “unanswered”; an answer after Stop turns the camera off", async () => {
    const stream = drawnStream();
    let answer: (stream: MediaStream) => void = () => {};
    stubCamera(() => new Promise((done) => (answer = done)));
    const { camera, seen } = states(30);
    const started = camera.start();
    await vi.waitFor(() => expect(seen).toEqual(["asking", "unanswered"]));
    camera.stop();
    answer(stream);
    await started;
    expect(stream.getTracks()[0]!.readyState).toBe("ended");
    expect(seen.at(-1)).toBe("idle");
  });

  test("pulled out is “ended”, and it can be started again", async () => {
    const stream = drawnStream();
    stubCamera(() => Promise.resolve(stream));
    const { camera, seen } = states();
    await camera.start();
    expect(seen.at(-1)).toBe("live");
    stream.getTracks()[0]!.dispatchEvent(new Event("ended"));
    expect(seen.at(-1)).toBe("ended");
    stubCamera(() => Promise.resolve(drawnStream()));
    await camera.start();
    expect(seen.at(-1)).toBe("live");
    camera.dispose();
  });

  test("frames wait for the one before", async () => {
    stubCamera(() => Promise.resolve(drawnStream()));
    let [running, most, count] = [0, 0, 0];
    const camera = createCamera({
      onState: () => {},
      onFrame: async () => {
        most = Math.max(most, ++running);
        count++;
        await new Promise((done) => setTimeout(done, 60));
        running--;
      },
    });
    await camera.start();
    await vi.waitFor(() => expect(count).toBeGreaterThan(3), 5000);
    camera.dispose();
    expect(most).toBe(1);
  });
});
