import type { FilterBenchState } from "../state";
import type { FilterBenchModel } from "../view-model";
import type { SetBench } from "./bench-props";
import type { Pointing } from "./use-pointing";

/** What each of the three zooms takes. */
export interface ZoomProps {
  readonly model: FilterBenchModel;
  readonly set: SetBench;
  readonly pointing: Pointing;
  readonly stills: Readonly<Record<string, string>>;
  /** Whether the author fixed a field. */
  readonly pinned: (field: keyof FilterBenchState) => boolean;
}
