import { layerMacs, layerWeights } from "./cost";
import type { ChainStep } from "./size-chain";

const CONV: ChainStep = { kernelSize: 3, padding: 1 };
const POOL: ChainStep = { kernelSize: 2, stride: 2 };

/** VGG-16's five stages: convolutions and their channels, each stage closed by a 2×2 pool. */
const STAGES = [
  { convolutions: 2, channels: 64 },
  { convolutions: 2, channels: 128 },
  { convolutions: 3, channels: 256 },
  { convolutions: 3, channels: 512 },
  { convolutions: 3, channels: 512 },
] as const;

export interface NamedStep extends ChainStep {
  readonly name: string;
}

/** VGG-16 up to its last pool, layer by layer. Source: Simonyan & Zisserman 2015, table 1 D. */
export const vgg16: readonly NamedStep[] = STAGES.flatMap(({ convolutions }, stage) => [
  ...Array.from({ length: convolutions }, (_, at) => ({
    ...CONV,
    name: `conv${stage + 1}_${at + 1}`,
  })),
  { ...POOL, name: `pool${stage + 1}` },
]);

/** Parameters and multiply-accumulates of VGG-16 on 224×224×3, split at the flattening. */
export function vgg16Costs(): {
  convolution: { parameters: number; macs: number };
  dense: { parameters: number; macs: number };
} {
  let side = 224;
  let inChannels = 3;
  const convolution = { parameters: 0, macs: 0 };
  for (const { convolutions, channels } of STAGES) {
    for (let at = 0; at < convolutions; at++) {
      const weights = layerWeights(inChannels, channels, 3);
      convolution.parameters += weights + channels;
      convolution.macs += layerMacs(weights, side);
      inChannels = channels;
    }
    side /= 2;
  }
  const widths = [side * side * inChannels, 4096, 4096, 1000];
  const dense = { parameters: 0, macs: 0 };
  for (let at = 1; at < widths.length; at++) {
    dense.macs += widths[at - 1]! * widths[at]!;
    dense.parameters += (widths[at - 1]! + 1) * widths[at]!;
  }
  return { convolution, dense };
}

/** The convolutions and pools of LeNet-5 in its usual re-implementation on 28×28. */
export const leNet5: readonly NamedStep[] = [
  { name: "C1", kernelSize: 5, padding: 2 },
  { name: "S2", kernelSize: 2, stride: 2 },
  { name: "C3", kernelSize: 5 },
  { name: "S4", kernelSize: 2, stride: 2 },
  { name: "C5", kernelSize: 5 },
];

/** AlexNet’s convolutions and pools on 227×227. Source: Krizhevsky, Sutskever & Hinton 2012. */
export const alexNet: readonly NamedStep[] = [
  { name: "conv1", kernelSize: 11, stride: 4 },
  { name: "pool1", kernelSize: 3, stride: 2 },
  { name: "conv2", kernelSize: 5, padding: 2 },
  { name: "pool2", kernelSize: 3, stride: 2 },
  { name: "conv3", kernelSize: 3, padding: 1 },
  { name: "conv4", kernelSize: 3, padding: 1 },
  { name: "conv5", kernelSize: 3, padding: 1 },
  { name: "pool5", kernelSize: 3, stride: 2 },
];

/** ResNet-18's main path, shortcuts left out. Source: He et al. 2016. */
export const resNet18: readonly NamedStep[] = [
  { name: "stem", kernelSize: 7, stride: 2, padding: 3 },
  { name: "pool", kernelSize: 3, stride: 2, padding: 1 },
  ...[1, 2, 2, 2].flatMap((stride, stage) => [
    { ...CONV, stride, name: `stage ${stage + 1}` },
    ...Array.from({ length: 3 }, () => ({ ...CONV, name: `stage ${stage + 1}` })),
  ]),
];

/** MobileNet v1's spatial layers; the 1×1 convolutions between them see one cell. */
export const mobileNet: readonly NamedStep[] = [2, 1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1].map(
  (stride, at) => ({ ...CONV, stride, name: at === 0 ? "stem" : `depthwise ${at}` }),
);
