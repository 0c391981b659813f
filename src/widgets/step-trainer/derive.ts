import type { Conv2dResult } from "../../compute/types";
import {
  descended,
  smallLayerPass,
  type SmallLayer,
  type SmallLayerPass,
} from "../../core/backprop/small-layer";
import { formatNumber } from "../../core/format/number";
import { isMade, LAST_MOMENT, MOMENTS } from "./moments";
import { nameOf, numberIds, SIZES, type NumberId, type Quantity } from "./quantity";
import { sayingOf } from "./saying";
import type { State } from "./schema";
import { verdictOf } from "./verdict";
import type { LossPoint, Move, StepTrainerModel } from "./view-model";
import { workOf } from "./work";

/** The layer as it stands before the step that is looked at, and the losses on the way there. */
export function walked({ input, kernel, bias, target, rate, step }: State) {
  let layer: SmallLayer = { input, kernel, bias, target };
  const losses: number[] = [];
  for (let at = 0; at < step; at++) {
    const pass = smallLayerPass(layer);
    losses.push(pass.loss);
    layer = descended(layer, pass, rate);
  }
  return { layer, losses };
}

/** Everything the eye and the ear need; the engine's answer only checks what core has worked out. */
export function deriveModel(state: State, result: Conv2dResult | null): StepTrainerModel {
  const { layer, losses } = walked(state);
  const pass = smallLayerPass(layer);
  const next = descended(layer, pass, state.rate);
  const { moment } = state;
  const moments = MOMENTS[moment]!;
  const values = valuesOf(pass, next);
  const shown = Object.fromEntries(
    (Object.keys(SIZES) as Quantity[]).map((quantity) => [
      quantity,
      numberIds(quantity).map((id, at) => (isMade(id, moment) ? values[quantity][at]! : null)),
    ]),
  ) as unknown as StepTrainerModel["shown"];
  const open = state.open === "auto" ? telling(moments.makes, pass) : state.open;
  const done = moment === LAST_MOMENT;
  const after = smallLayerPass(next);
  const curve: LossPoint[] = [
    ...losses,
    // From the second step on, the step before has shown it.
    ...(state.step > 0 || isMade("loss0", moment) ? [pass.loss] : []),
    ...(done ? [after.loss] : []),
  ].map((loss, step) => ({ step, loss }));
  return {
    state,
    phase: moments.phase,
    saying: sayingOf(state, pass),
    layer,
    next,
    pass,
    shown,
    work: open && workOf(open, { layer, pass, next, rate: state.rate }),
    moves: movesOf(state, layer, pass, next),
    curve,
    limits: {
      input: largest(layer.input),
      value: largest([...layer.kernel, layer.bias, ...pass.preActivation]),
      gradient: largest([
        ...pass.outputGradient,
        ...pass.kernelGradient,
        pass.biasGradient,
        ...pass.inputGradient,
      ]),
    },
    ...verdictOf({ state, pass: done ? after : pass, curve }),
    check: result && checkOf(layer, pass, result),
  };
}

function valuesOf(pass: SmallLayerPass, next: SmallLayer): Record<Quantity, readonly number[]> {
  return {
    z: pass.preActivation,
    y: pass.output,
    loss: [pass.loss],
    dy: pass.outputGradient,
    dz: pass.upstream,
    dw: pass.kernelGradient,
    db: [pass.biasGradient],
    dx: pass.inputGradient,
    w: next.kernel,
    b: [next.bias],
  };
}

/** Of the numbers made now, the one that says most: where ReLU cut, else the first. */
function telling(makes: readonly NumberId[], pass: SmallLayerPass): NumberId | null {
  if (makes.length !== pass.preActivation.length) return makes[0] ?? null;
  const cut = pass.preActivation.findIndex((z) => z <= 0);
  return makes[Math.max(cut, 0)]!;
}

function movesOf(
  { rate, moment }: State,
  layer: SmallLayer,
  pass: SmallLayerPass,
  next: SmallLayer,
): readonly Move[] {
  const move = (
    id: NumberId,
    slopeId: NumberId,
    from: number,
    slope: number,
    to: number,
  ): Move => ({
    id,
    name: nameOf(id, "short").replace("new ", ""),
    from,
    slope,
    change: -rate * slope + 0,
    to,
    known: isMade(slopeId, moment),
    done: isMade(id, moment),
  });
  return [
    ...layer.kernel.map((weight, at) =>
      move(`w${at}`, `dw${at}`, weight, pass.kernelGradient[at]!, next.kernel[at]!),
    ),
    move("b0", "db0", layer.bias, pass.biasGradient, next.bias),
  ];
}

/**
 * Input, kernel and bias, one after the other, as the engine is given them; `null` where one is
 * beyond 32 bits.
 */
export function singles({ input, kernel, bias }: SmallLayer): Float32Array | null {
  const numbers = Float32Array.from([...input, ...kernel, bias]);
  return numbers.every(Number.isFinite) ? numbers : null;
}

/** Unit roundoff of 32-bit numbers. */
const ROUNDOFF = 2 ** -24;

/** How the engine's own z compare: alike, as alike as 32 bits allow, or not. */
function checkOf(
  layer: SmallLayer,
  { preActivation }: SmallLayerPass,
  { output }: Conv2dResult,
): string | null {
  if (output.data.length !== preActivation.length || !singles(layer)) return null;
  const worst = Math.max(...preActivation.map((z, at) => Math.abs(z - output.data[at]!)));
  if (worst === 0) return "The engine’s own convolution gives exactly these z.";
  // Both factors, the product and four additions are rounded.
  const size = largest(layer.input) * largest(layer.kernel) * layer.kernel.length;
  const explained = worst <= 8 * ROUNDOFF * (size + Math.abs(layer.bias));
  return explained
    ? `The engine’s own convolution gives these z to within ${formatNumber(worst)}, as 32-bit numbers are rounded.`
    : `The engine’s own convolution differs from these z by up to ${formatNumber(worst)}, more than the rounding of 32-bit numbers explains.`;
}

/** Largest finite magnitude, 1 when all are 0. */
function largest(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs).filter(Number.isFinite), 0) || 1;
}
