import type { CodeExample } from "../../../widget-kit/define-widget";
import type { Chain } from "../chain";
import type { ChainCost } from "../costs";
import type { ShrinkState } from "../state";
import { numpyCode, pytorchCode } from "./python";
import { lastOfImpulse, type Example } from "./recipe";
import { tfjsCode } from "./tfjs";

/** The chain elsewhere, with its sizes and its price asserted; runs as it stands. */
export function codeExamples(
  state: ShrinkState,
  chain: Chain,
  cost: ChainCost,
): readonly CodeExample[] {
  const example: Example = { state, chain, cost, last: lastOfImpulse(state, chain) };
  const tfjs = tfjsCode(example);
  return [
    { language: "pytorch", code: pytorchCode(example) },
    ...(tfjs === null ? [] : [{ language: "tfjs", code: tfjs } as const]),
    { language: "numpy", code: numpyCode(example) },
  ];
}
