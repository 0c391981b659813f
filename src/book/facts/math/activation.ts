export interface Activation {
  readonly label: string;
  readonly f: (z: number) => number;
  readonly slope: (z: number) => number;
  /** `torch.nn.init.calculate_gain`, where it has an entry. */
  readonly torchGain: string;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** Share of N(0, 1) below z, by Simpson's rule on the density. */
function normalShare(z: number): number {
  const steps = 400;
  const h = z / steps;
  const density = (t: number): number => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(z);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density(i * h);
  return 0.5 + (sum * h) / 3;
}

const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;

/** The activations of chapter 4's table of gains. */
export const activations = {
  identity: { label: "identity", f: (z) => z, slope: () => 1, torchGain: "1" },
  relu: {
    label: "ReLU",
    f: (z) => Math.max(0, z),
    slope: (z) => (z > 0 ? 1 : 0),
    torchGain: "√2",
  },
  leakyRelu: {
    label: "leaky ReLU 0.2",
    f: (z) => (z > 0 ? z : 0.2 * z),
    slope: (z) => (z > 0 ? 1 : 0.2),
    torchGain: "1.387",
  },
  tanh: { label: "tanh", f: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2, torchGain: "5/3" },
  sigmoid: {
    label: "sigmoid",
    f: sigmoid,
    slope: (z) => sigmoid(z) * (1 - sigmoid(z)),
    torchGain: "1",
  },
  gelu: {
    label: "GELU",
    f: (z) => z * normalShare(z),
    slope: (z) => normalShare(z) + z * normalDensity(z),
    torchGain: "–",
  },
  silu: {
    label: "SiLU",
    f: (z) => z * sigmoid(z),
    slope: (z) => sigmoid(z) * (1 + z * (1 - sigmoid(z))),
    torchGain: "–",
  },
  selu: {
    label: "SELU",
    f: (z) => SELU_SCALE * (z > 0 ? z : SELU_ALPHA * (Math.exp(z) - 1)),
    slope: (z) => SELU_SCALE * (z > 0 ? 1 : SELU_ALPHA * Math.exp(z)),
    torchGain: "3/4",
  },
} satisfies Record<string, Activation>;
