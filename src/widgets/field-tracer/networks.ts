import { knownNetworks } from "../../core/arch/known";
import type { Layer } from "../../core/network/layer";
import type { FieldLayer } from "../../core/receptive-field/cone";

/** A layer of the figure with the name its paper gives it, or one after its kind. */
export interface NamedLayer extends FieldLayer {
  readonly name: string;
}

export interface FieldNetwork {
  readonly id: NetworkId;
  readonly label: string;
  readonly group: string;
  /** Side of the input, in pixels. */
  readonly side: number;
  readonly layers: readonly NamedLayer[];
  /** What there is to see, one sentence. */
  readonly about: string;
}

export const networkIds = [
  "chain",
  "gridding",
  "dilated",
  "dilated-199",
  "strided",
  "lenet-5",
  "alexnet",
  "vgg-16",
  "resnet-18",
  "mobilenet-v1",
] as const;

export type NetworkId = (typeof networkIds)[number];

type Namer = (layer: FieldLayer, index: number) => string;

const isPool = ({ kind }: FieldLayer): boolean => kind.endsWith("Pool");

/** "conv 1", "pool 1", counted by kind. */
const byKind = (): Namer => {
  const counts = new Map<string, number>();
  return (layer) => {
    const word = isPool(layer) ? "pool" : layer.kind === "depthwise" ? "depthwise" : "conv";
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    return `${word} ${count}`;
  };
};

/** "conv1_1 … pool5", as VGG's paper counts. */
const byStage = (): Namer => {
  let stage = 1;
  let convolution = 0;
  return (layer) => {
    if (!isPool(layer)) return `conv${stage}_${++convolution}`;
    convolution = 0;
    return `pool${stage++}`;
  };
};

const lenetNames: Namer = (_, index) => ["C1", "S2", "C3", "S4", "C5"][index] ?? `layer ${index}`;

export function named(layers: readonly FieldLayer[], namer = byKind()): readonly NamedLayer[] {
  return layers.map((layer, index) => ({ ...layer, name: namer(layer, index) }));
}

/** The windows of a chain of layers; of a residual block, those of its longer way. */
function windowsOf(layers: readonly Layer[], channels: number): readonly FieldLayer[] {
  let depth = channels;
  return layers.flatMap((layer): readonly FieldLayer[] => {
    switch (layer.kind) {
      case "conv": {
        const kind = layer.groups === depth && depth > 1 ? "depthwise" : "conv";
        depth = layer.filters;
        return [{ kind, ...stepOf(layer.size, layer) }];
      }
      case "maxPool":
      case "averagePool":
        return [{ kind: layer.kind, ...stepOf(layer.size, { stride: layer.size, ...layer }) }];
      case "residual": {
        const inner = windowsOf(layer.branch, depth);
        depth = layer.branch.findLast((one) => one.kind === "conv")?.filters ?? depth;
        return inner;
      }
      default:
        return [];
    }
  });
}

interface Placed {
  readonly stride?: number | readonly [number, number];
  readonly padding?: string | { readonly top: number };
}

function stepOf(size: number | readonly [number, number], { stride, padding }: Placed) {
  const square = (value: number | readonly [number, number] | undefined) =>
    typeof value === "object" ? value[0] : (value ?? 1);
  const p = typeof padding === "object" ? padding.top : 0;
  const s = square(stride);
  return { kernelSize: square(size), ...(s > 1 && { stride: s }), ...(p > 0 && { padding: p }) };
}

function known(id: NetworkId, namer: Namer, more: readonly FieldLayer[], about: string) {
  const { name, network } = knownNetworks.find((one) => one.id === id)!;
  const [side, , channels] = network.inputShape as [number, number, number];
  const layers = [...windowsOf(network.layers, channels), ...more];
  return {
    id,
    label: name.split(",")[0]!,
    group: "Real networks",
    side,
    layers: named(layers, namer),
    about,
  };
}

const conv3 = (change: Partial<FieldLayer> = {}): FieldLayer => ({
  kind: "conv",
  kernelSize: 3,
  ...change,
});
const dilated = (dilations: readonly number[]): readonly FieldLayer[] =>
  dilations.map((dilation) => conv3(dilation > 1 ? { dilation } : {}));
const own = (id: NetworkId, label: string, side: number, layers: readonly FieldLayer[]) => ({
  id,
  label,
  group: "Stacks of 3 × 3",
  side,
  layers: named(layers),
});

/** The stacks that the figure offers. */
export const networks: readonly FieldNetwork[] = [
  {
    ...own(
      "chain",
      "The chain: 99 layers",
      199,
      Array.from({ length: 99 }, () => conv3()),
    ),
    about: "From 199 × 199 to 1 × 1, two cells a layer.",
  },
  {
    ...own("gridding", "Dilations 2, 2, 2", 31, dilated([2, 2, 2])),
    about: "Equal dilations leave holes: most pixels of the field are never read.",
  },
  {
    ...own("dilated", "Dilations 1, 2, 4", 31, dilated([1, 2, 4])),
    about: "Dilations that double leave no hole.",
  },
  {
    ...own("dilated-199", "Dilations that sum to 99", 199, dilated([1, 2, 4, 8, 16, 32, 36])),
    about: "Seven layers with the field of the chain.",
  },
  {
    ...own(
      "strided",
      "Stride 2, eight layers",
      199,
      Array.from({ length: 8 }, () => conv3({ stride: 2, padding: 1 })),
    ),
    about: "Every layer halves the map and doubles the jump.",
  },
  known(
    "lenet-5",
    lenetNames,
    [{ kind: "conv", kernelSize: 5 }],
    "C5 is a 5 × 5 layer on a map of 5 × 5: it sees everything.",
  ),
  known("alexnet", byKind(), [], "A first layer of 11 × 11 with stride 4, pools that overlap."),
  known("vgg-16", byStage(), [], "Five stages of 3 × 3 layers, each closed by a pool."),
  known(
    "resnet-18",
    byKind(),
    [],
    "Along the longer way through every block; the shortcuts see less.",
  ),
  known("mobilenet-v1", byKind(), [], "Depthwise 3 × 3 layers look, 1 × 1 layers only mix."),
];

export function networkOf(id: string): FieldNetwork | undefined {
  return networks.find((network) => network.id === id);
}
