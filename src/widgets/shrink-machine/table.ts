import { formatInteger, formatNumber } from "../../core/format/number";
import type { DataTable } from "../../widget-kit/define-widget";
import { layerName } from "./chain";
import type { ShrinkModel } from "./view-model";
import { oddText, rangeText } from "./words";

/** Every layer, one a row, and the sums. */
export function depthTable({ chain, cost, measures }: ShrinkModel): DataTable {
  const rows = chain.layers.map((layer, at) => {
    const { parameters, macs, activations, field } = cost.layers[at]!;
    const measure = measures[at];
    return [
      String(at + 1),
      layerName(layer),
      `${layer.to} × ${layer.to}`,
      formatInteger(parameters),
      formatInteger(macs),
      formatInteger(activations * 4),
      field ? formatInteger(field.size) : "all",
      measure ? [rangeText(measure), oddText(measure)].filter(Boolean).join(", ") : "not yet",
      measure ? formatNumber(10 ** measure.logRms) : "not yet",
    ];
  });
  const { parameters, macs, kept, field } = cost;
  return {
    caption: "Layer by layer: size, price and the numbers of each map",
    columns: [
      "Depth",
      "Layer",
      "Size",
      "Parameters",
      "Multiply-accumulates",
      "Bytes",
      "Receptive field",
      "Numbers",
      "Root mean square",
    ],
    rows: [
      ...rows,
      [
        "All",
        "",
        "",
        formatInteger(parameters),
        formatInteger(macs),
        formatInteger(kept * 4),
        formatInteger(field),
        "",
        "",
      ],
    ],
  };
}
