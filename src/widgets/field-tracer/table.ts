import { formatInteger, formatNumber } from "../../core/format/number";
import type { DataTable } from "../../widget-kit/define-widget";
import { windowText } from "./rows";
import type { FieldTracerModel } from "./view-model";

const words = {
  conv: "convolution",
  depthwise: "depthwise convolution",
  maxPool: "max pool",
  averagePool: "average pool",
} as const;

/** Every layer with its window, map and field. */
export function layerTable({ stack }: FieldTracerModel): DataTable {
  const { layers, sizes, fields } = stack;
  return {
    caption: "Size, jump and start of the receptive field after every layer",
    columns: ["Layer", "Kind", "Window", "Map", "Size", "Jump", "Start"],
    rows: fields.map(({ size, jump, start }, at) => {
      const layer = layers[at - 1];
      return [
        layer?.name ?? "input",
        layer ? words[layer.kind] : "",
        layer ? windowText(layer) : "",
        `${sizes[at]} × ${sizes[at]}`,
        formatInteger(size),
        formatInteger(jump),
        formatNumber(start),
      ];
    }),
  };
}
