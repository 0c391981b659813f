import type { ColorScale, Tensor } from "../../types";

/** What a picture shows; `M` is a tier's own form of one map. */
export type Subject<M> =
  /** One channel of an input's first batch entry, or the three of a colour picture. */
  | {
      readonly of: "channels";
      readonly input: Tensor;
      readonly channels: readonly number[];
    }
  /** A map plus a bias, and through a ReLU if `rectify`. */
  | { readonly of: "map"; readonly map: M; readonly bias: number; readonly rectify: boolean }
  /** Two maps, each plus its bias, as the horizontal and vertical part of an arrow a cell. */
  | {
      readonly of: "arrows";
      readonly x: M;
      readonly y: M;
      readonly biasX: number;
      readonly biasY: number;
    };

/** One picture to paint. */
export interface Painting<M> {
  readonly subject: Subject<M>;
  readonly scale: ColorScale;
  /** In pixels, one a cell. */
  readonly width: number;
  readonly height: number;
}
