import { formatNumber } from "../../core/format/number";
import { LAST_MOMENT } from "./moments";
import type { StepTrainerModel } from "./view-model";

/** The figure in a few sentences. */
export function describeModel(model: StepTrainerModel): string {
  const { state, saying, work, verdict } = model;
  const made = work?.lines.at(-1);
  return [
    `Training step ${state.step + 1} with learning rate ${formatNumber(state.rate)}, ` +
      `position ${state.moment} of ${LAST_MOMENT}.`,
    saying,
    ...(work && made ? [`Written out: ${work.name} = ${formatNumber(made.result)}.`] : []),
    ...(verdict ? [verdict] : []),
  ].join(" ");
}
