import type { ActivationSpec } from "../../../core/activation/activation";
import { activationOf } from "../../../core/activation/activations";
import {
  type ActivationMoments,
  activationMoments,
} from "../../../core/moments/activation-moments";

export interface ListedActivation {
  readonly label: string;
  readonly spec: ActivationSpec;
  /** `torch.nn.init.calculate_gain`, where it has an entry. */
  readonly torchGain: string;
}

/** The activations of chapter 4's table of gains. */
export const activations = {
  identity: { label: "identity", spec: "identity", torchGain: "1" },
  relu: { label: "ReLU", spec: "relu", torchGain: "√2" },
  leakyRelu: {
    label: "leaky ReLU 0.2",
    spec: { name: "leakyRelu", slope: 0.2 },
    torchGain: "1.387",
  },
  tanh: { label: "tanh", spec: "tanh", torchGain: "5/3" },
  sigmoid: { label: "sigmoid", spec: "sigmoid", torchGain: "1" },
  gelu: { label: "GELU", spec: "gelu", torchGain: "–" },
  silu: { label: "SiLU", spec: "silu", torchGain: "–" },
  selu: { label: "SELU", spec: "selu", torchGain: "3/4" },
} satisfies Record<string, ListedActivation>;

/** Moments and gains of a listed activation. */
export function momentsOf({ spec }: ListedActivation): ActivationMoments {
  return activationMoments(activationOf(spec));
}
