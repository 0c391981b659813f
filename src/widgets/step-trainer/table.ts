import { formatNumber } from "../../core/format/number";
import type { DataTable } from "../../widget-kit/define-widget";
import { allNumbers, nameOf, readId } from "./quantity";
import type { StepTrainerModel } from "./view-model";

/** Every number of the step so far, in the order in which it was worked out. */
export function stepTable({ state, layer, shown, curve }: StepTrainerModel): DataTable {
  const place = (name: string, side: number) => (value: number, at: number) => [
    `${name} at row ${Math.floor(at / side)}, column ${at % side}`,
    formatNumber(value),
  ];
  return {
    caption: `Training step ${state.step + 1}, learning rate ${formatNumber(state.rate)}`,
    columns: ["Number", "Value"],
    rows: [
      ...layer.input.map(place("x", 3)),
      ...layer.kernel.map(place("w", 2)),
      ["b", formatNumber(layer.bias)],
      ["target", formatNumber(state.target)],
      ...allNumbers.map((id) => {
        const { quantity, at } = readId(id);
        const value = shown[quantity][at]!;
        return [nameOf(id), value === null ? "not yet" : formatNumber(value)];
      }),
      ...curve.map(({ step, loss }) => [
        `loss after ${step} ${step === 1 ? "step" : "steps"}`,
        formatNumber(loss),
      ]),
    ],
  };
}
