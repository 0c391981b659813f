import { initialParameters } from "../../core/network/initial-parameters";
import type { Network } from "../../core/network/layer";
import type { Parameters } from "../../core/network/rule";
import type { Statistics } from "../../core/network/rule";
import type { TrainingData } from "../../widget-kit/session/training-data";
import type { Fitted } from "./fit";
import { initOf } from "./plan";
import type { DigitTrainerState } from "./state";

/** Learned numbers as they stand. */
export interface Weights {
  readonly network: Network;
  readonly parameters: Parameters<Float32Array>;
  readonly statistics: Statistics<Float32Array>;
  readonly step: number;
}

/** First weights, drawn once for as long as nothing about them changes. */
export function createFirstWeights(): (state: DigitTrainerState, fitted: Fitted) => Weights {
  let last: { readonly key: string; readonly weights: Weights } | null = null;
  return ({ init, seed }, { network }) => {
    const key = JSON.stringify([network, init, seed]);
    if (last?.key !== key) {
      const parameters = initialParameters(network, initOf(init), seed, new Float32Array(0));
      last = { key, weights: { network, parameters, statistics: {}, step: 0 } };
    }
    return last.weights;
  };
}

/** Those of a run as it stands; `null` before it has begun. */
export function weightsOf(session: TrainingData | null, network: Network): Weights | null {
  const snapshot = session?.snapshot;
  if (!snapshot) return null;
  const { parameters, statistics, step } = snapshot;
  return { network, parameters, statistics, step };
}

/** FNV-1a over the bytes of every number, in the order of the layers; eight hexadecimal digits. */
export function checksumOf(parameters: Parameters<Float32Array>): string {
  let hash = 0x811c9dc5;
  for (const { data } of Object.values(parameters))
    for (const byte of new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
