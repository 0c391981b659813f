import { SELU_ALPHA, SELU_SCALE } from "../activation/named";
import type { Expression, NamedActivation } from "./ast";
import { add, call, divide, max, min, multiply, negate, number, subtract, where } from "./build";

const zero = number(0);
const one = number(1);

const exponentialUnit = (of: Expression, alpha: number): Expression =>
  where(of, ">", zero, of, multiply(number(alpha), subtract(call("exp", of), one)));

/** ln(1 + eᵘ), written so that no exponential overflows. */
const softplus = (of: Expression): Expression =>
  add(max(of, zero), call("log", add(one, call("exp", negate(call("abs", of))))));

const spelled: Readonly<Record<NamedActivation, (of: Expression) => Expression>> = {
  relu: (of) => max(of, zero),
  relu6: (of) => min(max(of, zero), number(6)),
  leakyRelu: (of) => where(of, ">", zero, of, multiply(number(0.01), of)),
  elu: (of) => exponentialUnit(of, 1),
  selu: (of) => multiply(number(SELU_SCALE), exponentialUnit(of, SELU_ALPHA)),
  gelu: (of) =>
    multiply(of, divide(add(one, call("erf", divide(of, number(Math.SQRT2)))), number(2))),
  silu: (of) => multiply(of, call("sigmoid", of)),
  mish: (of) => multiply(of, call("tanh", call("softplus", of))),
  softplus,
  softsign: (of) => divide(of, add(one, call("abs", of))),
  hardTanh: (of) => min(max(of, negate(one)), one),
};

export const isNamedActivation = (name: string): name is NamedActivation =>
  Object.hasOwn(spelled, name);

/** A named activation of an argument, spelled out in elementary functions. */
export function expanded(name: NamedActivation, of: Expression): Expression {
  return spelled[name](of);
}
