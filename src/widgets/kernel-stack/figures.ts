import type { NetworkSummary } from "../../core/arch/summary";
import { formatInteger } from "../../core/format/number";
import { layersOf, roadSummary } from "./roads";
import type { FigureId, RoadId, State } from "./state";

export const figureNames: Readonly<Record<FigureId, string>> = {
  weights: "weights",
  macs: "MACs",
  maps: "numbers kept",
  bends: "non-linearities",
  field: "sees",
};

/** A number and the sum that made it. */
export interface Figure {
  readonly value: number;
  readonly text: string;
  /** One term a layer, then what they add up to. */
  readonly work: readonly string[];
}

function termsOf(figure: FigureId, road: RoadId, state: State, summary: NetworkSummary) {
  const layers = layersOf(road, state);
  let channels = state.inputs;
  return summary.layers.map(({ outputShape, parameters, macs, activations, field }, at) => {
    const { size, groups = 1, filters, dilation = 1 } = layers[at]!;
    const [height, width] = typeof size === "number" ? [size, size] : size;
    const [rows, columns] = outputShape as [number, number];
    const weights = `${height} · ${width} · ${channels / groups} · ${filters}`;
    channels = filters;
    switch (figure) {
      case "weights":
        return { value: parameters, text: weights };
      case "macs":
        return { value: macs, text: `${weights} · ${rows} · ${columns}` };
      case "maps":
        return { value: activations, text: `${rows} · ${columns} · ${filters}` };
      case "bends":
        return {
          value: state.activation ? 1 : 0,
          text: state.activation ? "an activation" : "none",
        };
      case "field": {
        const reach = Math.max(height, width) - 1;
        const before = summary.layers[at - 1]?.field?.rows.size ?? 1;
        // Along the rows; a 1 × K layer widens the columns alone.
        const added = (field?.rows.size ?? 1) - before;
        return {
          value: added,
          text: added === 0 ? `0 (${reach} sideways)` : `${reach} · ${String(dilation)}`,
        };
      }
    }
  });
}

/** One number of one road, with its sum. */
export function figureOf(figure: FigureId, road: RoadId, state: State): Figure {
  const terms = termsOf(figure, road, state, roadSummary(road, state));
  const start = figure === "field" ? 1 : 0;
  const value = terms.reduce((sum, term) => sum + term.value, start);
  const lines = terms.map(
    (term, at) => `layer ${at + 1}: ${term.text} = ${formatInteger(term.value)}`,
  );
  const parts = [...(start ? ["1"] : []), ...terms.map((term) => formatInteger(term.value))];
  const whole = formatInteger(value);
  const text = figure === "field" ? `${whole} × ${whole}` : whole;
  return {
    value,
    text,
    work: parts.length > 1 ? [...lines, `${parts.join(" + ")} = ${whole}`] : lines,
  };
}
