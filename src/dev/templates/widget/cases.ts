import type { WidgetCase } from "../../../widget-kit/define-widget";
import type { ViewModel } from "./model";
import type { State } from "./schema";

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

export const cases: readonly WidgetCase<State, ViewModel>[] = [
  {
    name: "halfway between Sobel x and Sobel y",
    state: {},
    facts: {
      "the kernel adds up to zero": ({ kernel }) => Math.abs(sum(kernel)) < 1e-6,
      "the corners of the other diagonal weigh nothing": ({ kernel }) =>
        Math.abs(kernel[2]!) < 1e-6 && Math.abs(kernel[6]!) < 1e-6,
    },
  },
  {
    name: "Sobel x",
    state: { angle: 0 },
    facts: {
      "the kernel is Sobel's own": ({ kernel }) =>
        kernel.join() === [-1, 0, 1, -2, 0, 2, -1, 0, 1].join(),
    },
  },
];
