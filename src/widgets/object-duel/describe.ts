import { formatNumber } from "../../core/format/number";
import { signalOf } from "./facts";
import type { DuelModel } from "./view-model";

/** The duel in a few true sentences. */
export function describeDuel({ scene, finders, verdict }: DuelModel): string {
  const { objectSize, noise, objects } = scene;
  const [a, b] = finders;
  const what = `squares of ${objectSize} by ${objectSize} pixels`;
  const where = `a scene of 100 by 100 pixels${noise > 0 ? ` in noise of deviation ${noise}` : " without noise"}`;
  if (!verdict)
    return `A ${a.name} ${a.kind} and a ${b.name} ${b.kind} search ${where} for ${what}.`;
  const signals = finders.map(signalOf);
  const [first, second] = signals;
  const ratio =
    first == null || second == null || noise === 0
      ? ""
      : ` One object stands out of the noise by ${formatNumber(first / noise)} deviations in the answers of the first and ${formatNumber(second / noise)} in those of the second.`;
  return `${objects.length} ${what} lie in ${where}. ${verdict}${ratio}`;
}
