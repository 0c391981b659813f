import type { CodeExample } from "../../../widget-kit/define-widget";
import type { Chain } from "../chain";
import type { ChainCost } from "../costs";
import type { ShrinkState } from "../state";
import { numpyCode, pytorchCode } from "./python";
import { tfjsCode } from "./tfjs";

/** The chain elsewhere, with its sizes and its price asserted; runs as it stands. */
export function codeExamples(
  state: ShrinkState,
  chain: Chain,
  cost: ChainCost,
): readonly CodeExample[] {
  const tfjs = tfjsCode(state, chain, cost);
  return [
    { language: "pytorch", code: pytorchCode(state, chain, cost) },
    ...(tfjs === null ? [] : [{ language: "tfjs", code: tfjs } as const]),
    { language: "numpy", code: numpyCode(state, chain, cost) },
  ];
}
