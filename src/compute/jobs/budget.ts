import type { ConvGeometry } from "../../core/conv/geometry";
import { BudgetError } from "../errors";

/** Most multiply-accumulates one job may take: a second or two of the slowest tier. */
const MAC_BUDGET = 1.5e9;
/** Most bytes of numbers one job may hold at once. */
const BYTE_BUDGET = 384 * 2 ** 20;

/** @throws {BudgetError} more products or bytes than one job may take. */
export function requireBudget(g: ConvGeometry, filters: number, planes: number): void {
  const inGroup = g.inChannels / g.groups;
  const macs = filters * g.outHeight * g.outWidth * g.kernelHeight * g.kernelWidth * inGroup;
  if (macs > MAC_BUDGET)
    throw new BudgetError(
      `this needs ${millions(macs)} million multiply-accumulates; ${millions(MAC_BUDGET)} million is the most for one step`,
    );
  const cells = g.batch * g.inHeight * g.inWidth * g.inChannels + planes * g.outHeight * g.outWidth;
  if (cells * 4 > BYTE_BUDGET)
    throw new BudgetError(
      `this needs ${Math.ceil((cells * 4) / 2 ** 20)} MiB; ${BYTE_BUDGET / 2 ** 20} MiB is the most for one step`,
    );
}

function millions(count: number): string {
  return Math.round(count / 1e6).toLocaleString("en");
}
