import type { Chain } from "./chain";
import type { Road } from "./roads";
import { signedKinds, type KernelKind } from "./kernels";
import type { ShrinkState } from "./state";

type Change = Partial<ShrinkState>;

/** Another depth, at the same place of the picture. */
export function goTo(state: ShrinkState, { sides }: Chain, depth: number): Change {
  const from = sides[state.depth]!;
  const to = sides[depth];
  if (to === undefined) return {};
  const moved = (at: number) => Math.round(((at + 0.5) / from) * to - 0.5);
  const held = (at: number) => Math.min(Math.max(moved(at), 0), to - 1);
  return { depth, row: held(state.row), column: held(state.column) };
}

/** Another way down, looked at after its first layer. */
export function takeRoad({ recipe, chain }: Road): Change {
  const middle = Math.floor((chain.sides[1] ?? 1) / 2);
  return { ...recipe, depth: 1, row: middle, column: middle };
}

/** Another kernel, in colours that suit its numbers. */
export function chooseKernel(kernel: KernelKind): Change {
  return { kernel, display: signedKinds.has(kernel) ? "signed" : "own" };
}
