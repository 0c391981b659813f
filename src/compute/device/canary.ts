import { rangeOf, type PlaneRange } from "../../core/color/scale";
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
const expected = conv2d(exact);

const broken: Conv2dRequest = {
  job: "conv2d",
  input: { shape: [1, 1, 5, 1], data: Float32Array.of(NaN, Infinity, -Infinity, -3, 3) },
  weights: { shape: [1, 1, 1, 1], data: Float32Array.of(1) },
  activation: "relu",
};

/** A picture of whole numbers in which one channel of three cells is not finite. */
function speckled(): Tensor {
  const input = whole([1, 16, 16, 3], 5);
  [NaN, Infinity, -Infinity].forEach((value, i) => (input.data[3 * 16 * 5 * i + 60] = value));
  return input;
}

// As large and of the kind that a filter of the book is, so that it compiles what the book draws with.
const drawn: RenderRequest = {
  job: "render",
  conv: { input: speckled(), weights: whole([3, 3, 3, 1], 7), padding: "same" },
  views: [
    {
      key: "output",
      plane: { of: "output", outChannel: 0 },
      scale: { kind: "signed", limit: "auto" },
    },
  ],
};

/**
 * Lets a new device do small jobs whose answers are known, and says what is wrong with it, or null: a
 * picture whose measured range and counts of NaN and infinities must be the plane's, a convolution that must come out exactly, NaN and
 * infinities that must stay what they are (in half precision: not finite). Each must settle within
 * 2 s, since some platforms never deliver a read. Also compiles the programs, so a device that is
 * only made again is asked for the picture alone.
 */
export async function canary(device: Device, again = false): Promise<string | null> {
  try {
    const faults = again ? [wrongPicture] : [wrongPicture, wrongNumbers, wrongClasses];
    for (const fault of faults) {
      const found = await fault(device);
      if (found) return found;
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function wrongPicture(device: Device): Promise<string | null> {
  const { range, bitmap } = (await answer(device, drawn)).pictures.output!;
  bitmap?.close();
  const truth = rangeOf(conv2d(drawn.conv).data);
  const same =
    range.min === truth.min &&
    range.max === truth.max &&
    sameCounts(range, truth, device.precision === "float16");
  return same ? null : "its pictures are measured wrong";
}

async function wrongNumbers(device: Device): Promise<string | null> {
  const { output } = await answer(device, exact);
  return expected.data.every((value, i) => value === output.data[i])
    ? null
    : "its convolution is wrong";
}

async function wrongClasses(device: Device): Promise<string | null> {
  const { output } = await answer(device, broken);
  const half = device.precision === "float16";
  return conv2d(broken).data.every((value, i) => sameClass(value, output.data[i]!, half))
    ? null
    : "it loses NaN or infinity";
}

async function answer<R extends Conv2dRequest | RenderRequest>(device: Device, request: R) {
  const outcome = await within(device.run(request, checkRequest(request)), PATIENCE);
  if (outcome.kind === "value") return outcome.value;
  throw outcome.kind === "error" ? outcome.error : new Error("its numbers never arrive");
}

/** Half precision may store an infinity as NaN. */
function sameCounts(a: PlaneRange, b: PlaneRange, half: boolean): boolean {
  const all = (range: PlaneRange) => range.nan + range.positiveInfinity + range.negativeInfinity;
  if (half) return all(a) === all(b);
  return (
    a.nan === b.nan &&
    a.positiveInfinity === b.positiveInfinity &&
    a.negativeInfinity === b.negativeInfinity
  );
}

function sameClass(expected: number, got: number, half: boolean): boolean {
  if (Number.isFinite(expected)) return expected === got;
  return half ? !Number.isFinite(got) : Object.is(expected, got);
}
