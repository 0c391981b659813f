import { numberIds, type NumberId } from "./quantity";

export type Phase = "start" | "forward" | "loss" | "backward" | "update";

/** One position of the slow motion: what it works out. */
export interface Moment {
  readonly phase: Phase;
  readonly makes: readonly NumberId[];
}

const each = (phase: Phase, ids: readonly NumberId[]): Moment[] =>
  ids.map((id) => ({ phase, makes: [id] }));

/** A training step in slow motion. */
export const MOMENTS: readonly Moment[] = [
  { phase: "start", makes: [] },
  ...each("forward", numberIds("z")),
  { phase: "forward", makes: numberIds("y") },
  { phase: "loss", makes: numberIds("loss") },
  { phase: "backward", makes: numberIds("dy") },
  { phase: "backward", makes: numberIds("dz") },
  ...each("backward", numberIds("dw")),
  { phase: "backward", makes: numberIds("db") },
  { phase: "backward", makes: numberIds("dx") },
  ...each("update", [...numberIds("w"), ...numberIds("b")]),
];

export const LAST_MOMENT = MOMENTS.length - 1;

const madeAt = new Map(MOMENTS.flatMap(({ makes }, at) => makes.map((id) => [id, at] as const)));

/** Whether a number has been worked out at that position. */
export function isMade(id: NumberId, moment: number): boolean {
  return madeAt.get(id)! <= moment;
}

/** The position at which a phase is done. */
export function endOf(phase: Phase): number {
  return MOMENTS.findLastIndex((moment) => moment.phase === phase);
}
