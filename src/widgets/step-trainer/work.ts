import type { SmallLayer, SmallLayerPass } from "../../core/backprop/small-layer";
import { formatNumber } from "../../core/format/number";
import { bracketed } from "../../viz/sum/bracketed";
import type { SumTerm } from "../../viz/sum/sum-line";
import { nameOf, numberIds, readId, type NumberId } from "./quantity";
import type { Marks, Work, WorkLine } from "./view-model";

export interface WorkArgs {
  readonly layer: SmallLayer;
  readonly pass: SmallLayerPass;
  readonly next: SmallLayer;
  readonly rate: number;
}

const taps = [0, 1, 2, 3] as const;
const rowOf = (at: number): number => Math.floor(at / 2);
const columnOf = (at: number): number => at % 2;
/** The input cell under one tap of the window at one output cell. */
const under = (cell: number, tap: number): number =>
  (rowOf(cell) + rowOf(tap)) * 3 + columnOf(cell) + columnOf(tap);

const times = (value: number, weight: number, source?: null): SumTerm => ({
  value,
  weight,
  product: value * weight,
  ...(source === null && { source }),
});
const total = (terms: readonly SumTerm[]): number =>
  terms.reduce((sum, { product }) => sum + product, 0);
const text = formatNumber;
const marks = (some: Partial<Marks>): Marks => ({ input: [], kernel: [], numbers: [], ...some });

/** How one number of a training step came about. */
export function workOf(id: NumberId, args: WorkArgs): Work {
  const { quantity, at } = readId(id);
  return { id, name: nameOf(id), ...rules[quantity](at, args) };
}

type Rule = (at: number, args: WorkArgs) => Omit<Work, "id" | "name">;

const rules: Readonly<Record<ReturnType<typeof readId>["quantity"], Rule>> = {
  z(at, { layer, pass }) {
    const terms = taps.map((tap) => times(layer.input[under(at, tap)]!, layer.kernel[tap]!));
    const sum = total(terms);
    return {
      rule: "The window of x at this place, times w, summed; plus the bias.",
      lines: [
        { name: "x · w", terms, result: sum },
        {
          name: "bias",
          terms: `${text(sum)} + ${bracketed(layer.bias, true)}`,
          result: pass.preActivation[at]!,
        },
      ],
      marks: marks({ input: taps.map((tap) => under(at, tap)), kernel: taps }),
    };
  },

  y(at, { pass }) {
    const z = pass.preActivation[at]!;
    return {
      rule: "ReLU keeps what is positive and makes the rest 0.",
      lines: [{ name: "ReLU", terms: `max(0, ${text(z)})`, result: pass.output[at]! }],
      marks: marks({ numbers: [`z${at}`] }),
    };
  },

  loss(_, { layer, pass }) {
    const squares = pass.output.map((y) => `${errorText(y, layer)}²`).join(" + ");
    return {
      rule: "Half the sum of the squared errors.",
      lines: [{ name: "L", terms: `½ · (${squares})`, result: pass.loss }],
      marks: marks({ numbers: numberIds("y") }),
    };
  },

  dy(at, { layer, pass }) {
    return {
      rule: "The slope of ½(y − target)² is y − target: larger errors pull harder.",
      lines: [
        {
          name: "slope of L",
          terms: `${text(pass.output[at]!)} − ${bracketed(layer.target ?? 0, true)}`,
          result: pass.outputGradient[at]!,
        },
      ],
      marks: marks({ numbers: [`y${at}`, "loss0"] }),
    };
  },

  dz(at, { pass }) {
    const z = pass.preActivation[at]!;
    const slope = z > 0 ? 1 : 0;
    return {
      rule:
        slope === 1
          ? `z is ${text(z)}, above 0: here ReLU has slope 1 and lets the gradient through.`
          : `z is ${text(z)}, not above 0: here ReLU has slope 0 and cuts the gradient off.`,
      lines: [
        {
          name: "chain rule",
          terms: [times(pass.outputGradient[at]!, slope)],
          result: pass.upstream[at]!,
        },
      ],
      marks: marks({ numbers: [`dy${at}`, `z${at}`] }),
    };
  },

  dw(at, { layer, pass }) {
    const terms = taps.map((cell) => times(layer.input[under(cell, at)]!, pass.upstream[cell]!));
    return {
      rule: "Every input that this weight has touched, times the G of the output it went to: x correlated with G.",
      lines: [{ name: "x · G", terms, result: pass.kernelGradient[at]! }],
      marks: marks({ input: taps.map((cell) => under(cell, at)), numbers: numberIds("dz") }),
    };
  },

  db(_, { pass }) {
    return {
      rule: "The bias went into every output once, so its slope is the sum of G.",
      lines: [{ name: "ΣG", terms: sumText(pass.upstream), result: pass.biasGradient }],
      marks: marks({ numbers: numberIds("dz") }),
    };
  },

  dx(at, { layer, pass }) {
    const [row, column] = [Math.floor(at / 3), at % 3];
    // The kernel turned by 180° slides over G with one row and column of zeros around it.
    const pairs = taps.map((turned) => {
      const [r, c] = [row - 1 + rowOf(turned), column - 1 + columnOf(turned)];
      const inside = r >= 0 && r < 2 && c >= 0 && c < 2;
      return { tap: 3 - turned, cell: inside ? r * 2 + c : null };
    });
    const read = pairs.flatMap(({ cell }) => (cell === null ? [] : [cell]));
    return {
      rule: "The outputs that read this input, each with the weight it read it by: G, with zeros around it, under the turned kernel.",
      lines: [
        {
          name: "G · turned w",
          terms: pairs.map(({ tap, cell }) =>
            cell === null
              ? times(0, layer.kernel[tap]!, null)
              : times(pass.upstream[cell]!, layer.kernel[tap]!),
          ),
          result: pass.inputGradient[at]!,
        },
      ],
      marks: marks({
        kernel: pairs.flatMap(({ tap, cell }) => (cell === null ? [] : [tap])),
        numbers: read.map((cell) => `dz${cell}` as const),
      }),
    };
  },

  w(at, { layer, pass, next, rate }) {
    return {
      rule: "The old weight minus the learning rate times its slope.",
      lines: [updateLine(layer.kernel[at]!, rate, pass.kernelGradient[at]!, next.kernel[at]!)],
      marks: marks({ kernel: [at], numbers: [`dw${at}`] }),
    };
  },

  b(_, { layer, pass, next, rate }) {
    return {
      rule: "The old bias minus the learning rate times its slope.",
      lines: [updateLine(layer.bias, rate, pass.biasGradient, next.bias)],
      marks: marks({ numbers: ["db0"] }),
    };
  },
};

function updateLine(old: number, rate: number, slope: number, result: number): WorkLine {
  return {
    name: "update",
    terms: `${text(old)} − ${text(rate)} × ${bracketed(slope, true)}`,
    result,
  };
}

function errorText(y: number, { target = 0 }: SmallLayer): string {
  return target === 0 ? text(y) : `(${text(y)} − ${bracketed(target, true)})`;
}

function sumText(values: readonly number[]): string {
  return values.map((value, at) => bracketed(value, at > 0)).join(" + ");
}
