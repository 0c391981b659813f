import { conv2d } from "../../core/conv/conv2d";
import { within } from "../engine/within";
import { checkRequest } from "../jobs/check";
import type { Conv2dRequest, RenderRequest, Tensor } from "../types";
import type { Device } from "./device";

/** Longest wait for the first numbers of a device, in milliseconds. */
const PATIENCE = 2_000;

/** Small whole numbers: exact in half precision too, in whatever order they are summed. */
function whole(shape: readonly number[], step: number): Tensor {
  const length = shape.reduce((product, side) => product * side, 1);
  return { shape, data: Float32Array.from({ length }, (_, i) => ((i * step) % 9) - 4) };
}

const exact: Conv2dRequest = {
  job: "conv2d",
  input: whole([1, 6, 7, 3], 5),
  weights: whole([3, 3, 3, 2], 7),
  bias: [1, -2],
  padding: "same",
};

const broken: Conv2dRequest = {
  job: "conv2d",
  input: { shape: [1, 1, 5, 1], data: Float32Array.of(NaN, Infinity, -Infinity, -3, 3) },
  weights: { shape: [1, 1, 1, 1], data: Float32Array.of(1) },
  activation: "relu",
};

const drawn: RenderRequest = {
  job: "render",
  conv: exact,
  views: [
    {
      key: "output",
      plane: { of: "output", outChannel: 0 },
      scale: { kind: "signed", limit: "auto" },
    },
  ],
};

/**
 * Lets a new device do three small jobs whose answers are known, and says what is wrong with it, or
 * null: a convolution that must come out exactly, NaN and infinities that must stay what they are
 * (in half precision: not finite), a picture whose measured range must be the plane's. Each must
 * settle within 2 s, since some platforms never deliver a read. Also compiles the programs.
 */
export async function canary(device: Device): Promise<string | null> {
  try {
    const numbers = await answer(device, exact);
    if (!numbers) return "its numbers never arrive";
    const expected = conv2d(exact).data;
    if (!expected.every((value, i) => value === numbers.output.data[i]))
      return "its convolution is wrong";

    const classes = await answer(device, broken);
    if (!classes) return "its numbers never arrive";
    const half = device.precision === "float16";
    if (!conv2d(broken).data.every((value, i) => sameClass(value, classes.output.data[i]!, half)))
      return "it loses NaN or infinity";

    const picture = await answer(device, drawn);
    if (!picture) return "its pictures never arrive";
    const plane = expected.filter((_, i) => i % 2 === 0);
    const { range, bitmap } = picture.pictures.output!;
    bitmap?.close();
    return range.max === Math.max(...plane) && range.min === Math.min(...plane)
      ? null
      : "its pictures are measured wrong";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function answer<R extends Conv2dRequest | RenderRequest>(device: Device, request: R) {
  const outcome = await within(device.run(request, checkRequest(request)), PATIENCE);
  if (outcome.kind === "error") throw outcome.error;
  return outcome.kind === "late" ? null : outcome.value;
}

function sameClass(expected: number, got: number, half: boolean): boolean {
  if (Number.isFinite(expected)) return expected === got;
  return half ? !Number.isFinite(got) : Object.is(expected, got);
}
