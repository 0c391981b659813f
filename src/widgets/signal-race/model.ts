import type { SignalChainResult } from "../../compute/types";
import { formatInteger, formatNumber } from "../../core/format/number";
import type { DataTable, WidgetModel } from "../../widget-kit/define-widget";
import { codeExamples } from "./code/examples";
import { createDerive } from "./derive";
import { carry } from "./measured";
import { raceRequest } from "./request";
import type { State } from "./state";
import { powerOfTen } from "./verdict";
import type { Look, RaceModel } from "./view-model";

const laws = { normal: "normal", uniform: "uniform", orthogonal: "orthogonal" } as const;

function describe({ state, verdict, noted, reading }: RaceModel): string {
  const { width, depth, activation, formula, distribution, fan, gain } = state;
  const f = activation === "typed" ? `f(x) = ${formula}` : activation;
  const size = fan === "plain" ? formatNumber(gain) : `${formatNumber(gain)}/√n`;
  return (
    `A signal goes through ${formatInteger(depth)} random layers of width ${formatInteger(width)}, ` +
    `${laws[distribution]} weights of deviation ${size}, ${f === "identity" ? "no activation" : f}. ` +
    `${verdict}${noted ? ` ${noted}` : ""} At layer ${reading.layer} the scale is ${reading.scale.replace("NaN", "not a number")}, ` +
    `and theory says ${reading.theory}.`
  );
}

/** Rows of a table at most. */
const ROWS = 25;

function table({ measured, theory, state }: RaceModel): DataTable | null {
  if (!measured) return null;
  const { scale, depth, shares } = measured;
  const step = Math.max(Math.ceil(depth / ROWS), 1);
  const layers = Array.from({ length: depth + 1 }, (_, layer) => layer).filter(
    (layer) => layer % step === 0 || layer === depth,
  );
  const percent = (share: number) => `${formatNumber(100 * share)} %`;
  return {
    caption: `Scale of the signal over ${formatInteger(measured.seeds)} seeds, ${state.format}`,
    columns: ["Layer", "5 %", "Median", "95 %", "Theory", "0", "Subnormal", "∞ or NaN"],
    rows: layers.map((layer) => {
      const at = shares[layer - 1];
      return [
        layer === 0 ? "x" : String(layer),
        powerOfTen(scale.low[layer]!),
        powerOfTen(scale.median[layer]!),
        powerOfTen(scale.high[layer]!),
        powerOfTen(theory[layer] ?? NaN),
        at ? percent(at.zero) : "–",
        at ? percent(at.subnormal) : "–",
        at ? percent(at.infinite + at.nan) : "–",
      ];
    }),
  };
}

export function createModel(): WidgetModel<State, SignalChainResult, RaceModel, Look> {
  return {
    request: raceRequest,
    // The first look shows a curve meanwhile.
    impatient: true,
    derive: createDerive(),
    describe,
    code: codeExamples,
    table,
    carried: ({ measured }) => measured && carry(measured),
  };
}
