import { detectionFacts } from "./detection";
import type { Fact } from "./fact";
import { kernelFacts } from "./kernels";
import { shrinkFacts } from "./shrink";
import { signalFacts } from "./signal";
import { sizeFacts } from "./sizes";
import { trainingFacts } from "./training";

/** Every number that the prose takes from a formula or an experiment, by name. */
export const facts = {
  ...kernelFacts,
  ...sizeFacts,
  ...detectionFacts,
  ...shrinkFacts,
  ...signalFacts,
  ...trainingFacts,
} satisfies Record<string, Fact>;

export type FactName = keyof typeof facts;

/** @throws {Error} for a name that no chapter's facts hold. */
export function factNamed(name: string): Fact {
  if (!Object.hasOwn(facts, name)) throw new Error(`no fact is named "${name}"`);
  return facts[name as FactName];
}
