import { spanOn, spanRead, unitSpans, type Span } from "./unit-field";
import type { WindowStep } from "./window-step";

/** One layer of square windows. */
export interface FieldLayer extends WindowStep {
  /** `depthwise`: a convolution with one kernel a channel. */
  readonly kind: "conv" | "depthwise" | "maxPool" | "averagePool";
}

/** One layer, cut to what one unit of the last layer depends on. Sizes in cells. */
export interface ConeLayer {
  readonly layer: Required<FieldLayer>;
  readonly inRows: number;
  readonly inColumns: number;
  readonly outRows: number;
  readonly outColumns: number;
  /** Zero padding that the windows read around the input's part. */
  readonly pad: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly inChannels: number;
  readonly outChannels: number;
}

/** What one unit depends on, layer by layer, and where that begins on the input. */
export interface Cone {
  readonly layers: readonly ConeLayer[];
  readonly row: number;
  readonly column: number;
}

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

/**
 * Every layer cut to what one unit of the last depends on.
 *
 * @param sizes of the maps along rows and columns, as `mapSizes` gives them
 * @param channels of every map from the first convolution on; the input has one
 */
export function coneOf(
  layers: readonly FieldLayer[],
  sizes: { readonly rows: readonly number[]; readonly columns: readonly number[] },
  unit: { readonly row: number; readonly column: number },
  channels: number,
): Cone {
  const rows = unitSpans(layers, sizes.rows, unit.row);
  const columns = unitSpans(layers, sizes.columns, unit.column);
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
  const start = (size: number | undefined, [input]: readonly Span[]) =>
    spanOn(size ?? 0, input!).first;
  return {
    layers: cone,
    row: start(sizes.rows[0], rows),
    column: start(sizes.columns[0], columns),
  };
}

/** Channels as four-lane code keeps them: whole vectors. */
const lanes = (channels: number): number => Math.ceil(channels / 4) * 4;

/**
 * Multiply-accumulates of a pass back through a cone (strides walked cell by cell) and, where
 * `gated`, of the pass forward before it; and bytes kept between the two.
 */
export function coneWork(
  { layers }: Cone,
  gated: boolean,
): { readonly macs: number; readonly kept: number } {
  let macs = 0;
  let kept = 0;
  for (const { layer, inRows, inColumns, outRows, outColumns, ...one } of layers) {
    const inCells = inRows * inColumns;
    const outCells = outRows * outColumns;
    if (layer.kind === "conv" || layer.kind === "depthwise") {
      const products = layer.kernelSize ** 2 * lanes(one.inChannels) * lanes(one.outChannels);
      macs += products * (inCells + (gated ? outCells : 0));
      kept += gated ? outCells * lanes(one.outChannels) : 0;
    } else if (layer.kind === "maxPool") kept += 8 * outCells * lanes(one.outChannels);
  }
  return { macs, kept };
}
