import type { Pad } from "../conv/geometry";
import type { Layer, Network } from "../network/layer";

/** A network of the literature, as plain data. */
export interface KnownNetwork {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly network: Network;
}

const around = (cells: number): Pad => ({
  top: cells,
  bottom: cells,
  left: cells,
  right: cells,
});

const relu: Layer = { kind: "activation", activation: "relu" };
const tanh: Layer = { kind: "activation", activation: "tanh" };
const flatten: Layer = { kind: "flatten" };

const conv3 = (filters: number): Layer => ({ kind: "conv", filters, size: 3, padding: around(1) });

const leNet5: Network = {
  inputShape: [28, 28, 1],
  layers: [
    { kind: "conv", filters: 6, size: 5, padding: around(2) },
    tanh,
    { kind: "averagePool", size: 2 },
    { kind: "conv", filters: 16, size: 5 },
    tanh,
    { kind: "averagePool", size: 2 },
    flatten,
    { kind: "dense", units: 120 },
    tanh,
    { kind: "dense", units: 84 },
    tanh,
    { kind: "dense", units: 10 },
  ],
};

/** Both halves of the original on one device: the second, fourth and fifth layer are grouped. */
const alexNet: Network = {
  inputShape: [227, 227, 3],
  layers: [
    { kind: "conv", filters: 96, size: 11, stride: 4 },
    relu,
    { kind: "maxPool", size: 3, stride: 2 },
    { kind: "conv", filters: 256, size: 5, padding: around(2), groups: 2 },
    relu,
    { kind: "maxPool", size: 3, stride: 2 },
    conv3(384),
    relu,
    { kind: "conv", filters: 384, size: 3, padding: around(1), groups: 2 },
    relu,
    { kind: "conv", filters: 256, size: 3, padding: around(1), groups: 2 },
    relu,
    { kind: "maxPool", size: 3, stride: 2 },
    flatten,
    { kind: "dense", units: 4096 },
    relu,
    { kind: "dense", units: 4096 },
    relu,
    { kind: "dense", units: 1000 },
  ],
};

/** VGG-16's five stages: convolutions and their filters; a 2×2 pool closes each. */
const VGG_STAGES = [
  [2, 64],
  [2, 128],
  [3, 256],
  [3, 512],
  [3, 512],
] as const;

const vgg16: Network = {
  inputShape: [224, 224, 3],
  layers: [
    ...VGG_STAGES.flatMap(([convolutions, filters]): Layer[] => [
      ...Array.from({ length: convolutions }, () => [conv3(filters), relu]).flat(),
      { kind: "maxPool", size: 2 },
    ]),
    flatten,
    { kind: "dense", units: 4096 },
    relu,
    { kind: "dense", units: 4096 },
    relu,
    { kind: "dense", units: 1000 },
  ],
};

/** Convolution without bias, batch normalisation. */
const normalised = (filters: number, size: number, stride = 1, groups = 1): readonly Layer[] => [
  {
    kind: "conv",
    filters,
    size,
    stride,
    padding: around((size - 1) / 2),
    groups,
    bias: false,
  },
  { kind: "batchNorm" },
];

/** Two 3×3 convolutions and a way around them; the first block of a stage halves the map. */
function basicBlock(filters: number, stride: number, projected: boolean): readonly Layer[] {
  const branch = [...normalised(filters, 3, stride), relu, ...normalised(filters, 3)];
  const shortcut = projected ? normalised(filters, 1, stride) : [];
  return [{ kind: "residual", branch, shortcut }, relu];
}

const resNet18: Network = {
  inputShape: [224, 224, 3],
  layers: [
    ...normalised(64, 7, 2),
    relu,
    { kind: "maxPool", size: 3, stride: 2, padding: around(1) },
    ...[64, 128, 256, 512].flatMap((filters, stage) => [
      ...basicBlock(filters, stage === 0 ? 1 : 2, stage > 0),
      ...basicBlock(filters, 1, false),
    ]),
    { kind: "globalAverage" },
    flatten,
    { kind: "dense", units: 1000 },
  ],
};

/** MobileNet's thirteen separable layers: filters of the 1×1, stride of the depthwise 3×3. */
const MOBILE_LAYERS = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  [1024, 1],
] as const;

const mobileNet: Network = {
  inputShape: [224, 224, 3],
  layers: [
    ...normalised(32, 3, 2),
    relu,
    ...MOBILE_LAYERS.flatMap(([filters, stride], at): Layer[] => {
      const channels = at === 0 ? 32 : MOBILE_LAYERS[at - 1]![0];
      return [...normalised(channels, 3, stride, channels), relu, ...normalised(filters, 1), relu];
    }),
    { kind: "globalAverage" },
    flatten,
    { kind: "dense", units: 1000 },
  ],
};

/** Networks whose tables the book shows, oldest first. */
export const knownNetworks: readonly KnownNetwork[] = [
  {
    id: "lenet-5",
    name: "LeNet-5, as usually re-implemented",
    source: "after LeCun, Bottou, Bengio & Haffner 1998, with a full third layer",
    network: leNet5,
  },
  {
    id: "alexnet",
    name: "AlexNet",
    source: "Krizhevsky, Sutskever & Hinton 2012",
    network: alexNet,
  },
  { id: "vgg-16", name: "VGG-16", source: "Simonyan & Zisserman 2015, table 1 D", network: vgg16 },
  { id: "resnet-18", name: "ResNet-18", source: "He et al. 2016, table 1", network: resNet18 },
  {
    id: "mobilenet-v1",
    name: "MobileNet v1",
    source: "Howard et al. 2017, table 1",
    network: mobileNet,
  },
];
