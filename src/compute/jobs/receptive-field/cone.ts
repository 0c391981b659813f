import { spanOn, spanRead, unitSpans, type Span } from "../../../core/receptive-field/unit-field";
import type { FieldLayer, ReceptiveFieldRequest } from "../../receptive-field";
import type { ConeLayer } from "./plan";

const length = ({ first, last }: Span): number => last - first + 1;

/** The padding that windows over `output` read around the part `input` of their map. */
function padding(output: Span, input: Span, layer: FieldLayer): readonly [number, number] {
  const read = spanRead(output, layer);
  return [input.first - read.first, read.last - input.last];
}

/** A channel count a map, the input's first: 1 up to the first convolution. */
function channelsOf(layers: readonly FieldLayer[], channels: number): readonly number[] {
  const counts = [1];
  for (const { kind } of layers) counts.push(kind === "conv" ? channels : counts.at(-1)!);
  return counts;
}

/** Every layer cut to what the unit depends on, and where that begins on the input. */
export function coneOf(
  { layers, unit }: Pick<ReceptiveFieldRequest, "layers" | "unit">,
  rowSizes: readonly number[],
  columnSizes: readonly number[],
  channels: number,
): { readonly cone: readonly ConeLayer[]; readonly row: number; readonly column: number } {
  const rows = unitSpans(layers, rowSizes, unit.row);
  const columns = unitSpans(layers, columnSizes, unit.column);
  const counts = channelsOf(layers, channels);
  const cone = layers.map((layer, at): ConeLayer => {
    const [top, bottom] = padding(rows[at + 1]!, rows[at]!, layer);
    const [left, right] = padding(columns[at + 1]!, columns[at]!, layer);
    return {
      layer: { stride: 1, padding: 0, dilation: 1, ...layer },
      inRows: length(rows[at]!),
      inColumns: length(columns[at]!),
      outRows: length(rows[at + 1]!),
      outColumns: length(columns[at + 1]!),
      pad: { top, bottom, left, right },
      inChannels: counts[at]!,
      outChannels: counts[at + 1]!,
    };
  });
  const start = (size: number | undefined, spans: readonly Span[]) =>
    spanOn(size ?? 0, spans[0]!).first;
  return { cone, row: start(rowSizes[0], rows), column: start(columnSizes[0], columns) };
}
