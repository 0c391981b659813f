import type { Tensor } from "../../core/tensor";

/** A picture ready for the figures, or one sentence that says why there is none. */
export type PictureResult =
  | {
      readonly ok: true;
      /** `[side, side, 3]`, sRGB values in [0, 1]. */
      readonly picture: Tensor;
      /** One sentence the reader should know, e.g. that only the first frame is shown. */
      readonly note?: string;
    }
  | { readonly ok: false; readonly reason: string };
