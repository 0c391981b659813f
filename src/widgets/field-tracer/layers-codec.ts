import type { FieldLayer } from "../../core/receptive-field/cone";
import type { Codec } from "../../schema/codec";

/** Most layers of a reader's own stack. */
export const MOST_LAYERS = 100;
export const MOST = { kernelSize: 11, stride: 4, dilation: 36 } as const;

const letters = { conv: "c", depthwise: "w", maxPool: "m", averagePool: "a" } as const;
const kinds = Object.fromEntries(
  Object.entries(letters).map(([kind, letter]) => [letter, kind]),
) as Readonly<Record<string, FieldLayer["kind"]>>;

/** Largest padding with which every window still sees something. */
export function mostPadding({ kind, kernelSize, dilation = 1 }: FieldLayer): number {
  return kind.endsWith("Pool") ? Math.floor(kernelSize / 2) : (kernelSize - 1) * dilation;
}

const within = (value: number, least: number, most: number): number =>
  Math.min(Math.max(Math.trunc(value), least), most);

/** The nearest layer that the figure can have; usual values are left out. */
export function legalLayer(layer: FieldLayer): FieldLayer {
  const { kind } = layer;
  const kernelSize = within(layer.kernelSize, 1, MOST.kernelSize);
  const stride = within(layer.stride ?? 1, 1, MOST.stride);
  const dilation = kind.endsWith("Pool") ? 1 : within(layer.dilation ?? 1, 1, MOST.dilation);
  const padding = within(layer.padding ?? 0, 0, mostPadding({ kind, kernelSize, dilation }));
  return {
    kind,
    kernelSize,
    ...(stride > 1 && { stride }),
    ...(padding > 0 && { padding }),
    ...(dilation > 1 && { dilation }),
  };
}

export function sameLayer(a: FieldLayer, b: FieldLayer): boolean {
  return writeLayer(a) === writeLayer(b);
}

function writeLayer({ kind, kernelSize, stride = 1, padding = 0, dilation = 1 }: FieldLayer) {
  const part = (letter: string, value: number, usual: number) =>
    value === usual ? "" : `${letter}${value}`;
  return (
    letters[kind] +
    kernelSize +
    part("s", stride, 1) +
    part("p", padding, 0) +
    part("d", dilation, 1)
  );
}

/** Equal neighbours together. */
export interface LayerRun {
  readonly layer: FieldLayer;
  /** Place of the first, from 0. */
  readonly from: number;
  readonly times: number;
}

export function layerRuns(layers: readonly FieldLayer[]): readonly LayerRun[] {
  const runs: LayerRun[] = [];
  layers.forEach((layer, at) => {
    const last = runs.at(-1);
    if (last && sameLayer(last.layer, layer))
      runs[runs.length - 1] = { ...last, times: last.times + 1 };
    else runs.push({ layer, from: at, times: 1 });
  });
  return runs;
}

const RUN = /^([cwma])(\d{1,3})(?:s(\d{1,3}))?(?:p(\d{1,3}))?(?:d(\d{1,3}))?(?:x(\d{1,3}))?$/;

function readRun(text: string): readonly FieldLayer[] | null {
  const match = RUN.exec(text);
  if (!match) return null;
  const [, letter, ...numbers] = match;
  const [kernelSize, stride, padding, dilation, times] = numbers.map((word) =>
    word === undefined ? undefined : Number(word),
  );
  const layer = legalLayer({
    kind: kinds[letter!]!,
    kernelSize: kernelSize!,
    ...(stride !== undefined && { stride }),
    ...(padding !== undefined && { padding }),
    ...(dilation !== undefined && { dilation }),
  });
  return Array.from({ length: within(times ?? 1, 1, MOST_LAYERS) }, () => layer);
}

const write = (layers: readonly FieldLayer[]): string =>
  layerRuns(layers)
    .map(({ layer, times }) => writeLayer(layer) + (times > 1 ? `x${times}` : ""))
    .join(",");

/**
 * A stack in a link: `c7s2p3,m3s2p1,c3p1x4` are a 7 × 7 convolution with stride 2 and padding 3, a
 * 3 × 3 max pool, four 3 × 3 convolutions; `w` is depthwise, `a` averages, `d` dilates.
 */
export function layersCodec(usual: readonly FieldLayer[]): Codec<readonly FieldLayer[]> {
  return {
    default: usual,
    parse(text) {
      const runs = text.split(",").slice(0, MOST_LAYERS).map(readRun);
      if (!runs.every((run) => run !== null)) return null;
      return runs.flat().slice(0, MOST_LAYERS);
    },
    serialize: write,
    equals: (a, b) => write(a) === write(b),
    exact: (text, layers) => text === write(layers),
  };
}
