import { createCompute } from "../compute/client";
import type { Request, Result } from "../compute/types";
import type { AnyWidget, Assets, StillPicture } from "./define-widget";

export interface FirstFrame {
  /** What the engine answered; `null` where the state asks for nothing. */
  readonly result: Result | null;
  /** The result's pictures by view key, and the model's own. */
  readonly pictures: Readonly<Record<string, StillPicture>>;
  /** What the model would have the page carry in place of the result; `null` for nothing. */
  readonly carried: object | null;
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
  const { model } = definition;
  const result = await answerTo(model.request(state, assets));
  if (!model.stills && !model.carried)
    return { result, pictures: picturesOf(result), carried: null };
  const viewModel = model.derive(state, result, assets);
  return {
    result,
    pictures: { ...picturesOf(result), ...model.stills?.(viewModel) },
    carried: model.carried?.(viewModel) ?? null,
  };
}

async function answerTo(request: Request | null): Promise<Result | null> {
  if (!request) return null;
  const compute = await createCompute({ tier: "cpu" });
  try {
    return await compute.run(request);
  } finally {
    await compute.dispose();
  }
}

function picturesOf(result: Result | null): Readonly<Record<string, StillPicture>> {
  if (!result || !("pictures" in result)) return {};
  return Object.fromEntries(
    Object.entries(result.pictures).flatMap(([key, { width, height, pixels }]) =>
      pixels ? [[key, { width, height, pixels }] as const] : [],
    ),
  );
}
