import { expect } from "vitest";
import { awake, picturesOf, settledPictures } from "./bench";
import { chapterOne, test } from "./book";

const button = (name: string) => ({ name, exact: true });

/** Keeps every stream that the page is given, so that its tracks can be asked after. */
const keepStreams = () => {
  const kept: MediaStream[] = [];
  Object.assign(globalThis, { kept });
  const devices = navigator.mediaDevices;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wish) => {
    const stream = await ask(wish);
    kept.push(stream);
    return stream;
  };
};

const trackStates = () =>
  (globalThis as unknown as { kept: MediaStream[] }).kept.flatMap((stream) =>
    stream.getTracks().map((track) => track.readyState),
  );

test("the camera's frames run through the filters until it is stopped, and then it is off", async ({
  visit,
}) => {
  const flags = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
  const page = await visit(chapterOne, { flags, before: keepStreams });
  const bench = await awake(page, "bench");
  const before = await settledPictures(bench);
  await bench.getByRole("button", button("Camera")).click();
  await bench.getByText("The camera is on").waitFor();
  const stop = bench.getByRole("button", button("Stop the camera"));
  await expect.poll(() => picturesOf(bench)).not.toEqual(before);
  const first = await picturesOf(bench);
  await expect.poll(() => picturesOf(bench)).not.toEqual(first);
  expect(await page.evaluate(trackStates)).toEqual(["live"]);
  await stop.click();
  expect(await page.evaluate(trackStates)).toEqual(["ended"]);
  const last = await settledPictures(bench);
  await page.waitForTimeout(500);
  expect(await picturesOf(bench)).toEqual(last);
});

test("a refused camera is said in a sentence, and the picture stays", async ({ visit }) => {
  const flags = ["--use-fake-device-for-media-stream", "--deny-permission-prompts"];
  const page = await visit(chapterOne, { flags });
  const bench = await awake(page, "bench");
  const before = await settledPictures(bench);
  await bench.getByRole("button", button("Camera")).click();
  await bench.getByText("The browser did not allow the camera").waitFor();
  expect(await settledPictures(bench)).toEqual(before);
  expect(await bench.getByRole("button", button("Camera")).isEnabled()).toBe(true);
});
