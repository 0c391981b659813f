import { afterEach, describe, expect, it } from "vitest";
import { checkRequest } from "../../jobs/check";
import { DeviceLostError } from "../../errors";
import type { Conv2dRequest, RenderRequest } from "../../types";
import type { Device } from "../device";
import { createWebglDevice } from "../webgl-device";

const open: Device[] = [];
afterEach(() => open.splice(0).forEach((device) => device.dispose()));

async function deviceOn(canvas: OffscreenCanvas): Promise<Device> {
  const device = await createWebglDevice({ canvas });
  open.push(device);
  return device;
}

const conv = {
  input: { shape: [1, 64, 64, 3], data: new Float32Array(64 * 64 * 3).fill(0.5) },
  weights: { shape: [3, 3, 3, 1], data: new Float32Array(27).fill(1) },
};
const numbers: Conv2dRequest = { job: "conv2d", ...conv };
const picture: RenderRequest = {
  job: "render",
  conv,
  views: [
    { key: "a", plane: { of: "sum", outChannel: 0 }, scale: { kind: "signed", limit: "auto" } },
  ],
};

describe("a WebGL device whose context is lost", () => {
  it.each([numbers, picture])(
    "rejects the $job under way instead of answering zeros",
    async (request) => {
      const canvas = new OffscreenCanvas(1, 1);
      const device = await deviceOn(canvas);
      await device.run(request, checkRequest(request));
      const running = device.run(request, checkRequest(request));
      canvas.getContext("webgl2")!.getExtension("WEBGL_lose_context")!.loseContext();
      await expect(running).rejects.toBeInstanceOf(DeviceLostError);
      await expect(device.lost).resolves.toBeInstanceOf(DeviceLostError);
      await expect(device.run(request, checkRequest(request))).rejects.toBeInstanceOf(
        DeviceLostError,
      );
    },
  );

  it("is refused where it is lost from the start", async () => {
    const canvas = new OffscreenCanvas(1, 1);
    canvas.getContext("webgl2")!.getExtension("WEBGL_lose_context")!.loseContext();
    await expect(createWebglDevice({ canvas })).rejects.toBeInstanceOf(DeviceLostError);
  });

  it("does not report a loss when it is disposed", async () => {
    const device = await deviceOn(new OffscreenCanvas(1, 1));
    device.dispose();
    device.dispose();
    const quiet = new Promise((resolve) => setTimeout(resolve, 100, "quiet"));
    expect(await Promise.race([device.lost, quiet])).toBe("quiet");
    await expect(device.run(numbers, checkRequest(numbers))).rejects.toBeInstanceOf(
      DeviceLostError,
    );
  });
});
