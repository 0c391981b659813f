import { createCompute } from "../compute/client";
import type { Result } from "../compute/types";
import type { AnyWidget, Assets } from "./define-widget";

/** Row-major RGBA. */
export interface StillPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

export interface FirstFrame {
  /** What the engine answered; `null` where the state asks for nothing. */
  readonly result: Result | null;
  /** The result's pictures by view key; empty for results of numbers. */
  readonly pictures: Readonly<Record<string, StillPicture>>;
}

/**
 * Computes a widget's figure once, in plain JavaScript, where there is no browser: for the pictures
 * in the served page, and for tests.
 * @throws the engine's typed error, when the request is refused.
 */
export async function firstFrame(
  definition: AnyWidget,
  state: object,
  assets: Assets,
): Promise<FirstFrame> {
  const request = definition.model.request(state, assets);
  if (!request) return { result: null, pictures: {} };
  const compute = await createCompute({ tier: "cpu" });
  try {
    const result: Result = await compute.run(request);
    return { result, pictures: picturesOf(result) };
  } finally {
    await compute.dispose();
  }
}

function picturesOf(result: Result): Readonly<Record<string, StillPicture>> {
  if (!("pictures" in result)) return {};
  return Object.fromEntries(
    Object.entries(result.pictures).flatMap(([key, { width, height, pixels }]) =>
      pixels ? [[key, { width, height, pixels }] as const] : [],
    ),
  );
}
