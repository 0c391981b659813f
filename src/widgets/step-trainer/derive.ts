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
  const curve: LossPoint[] = [...losses, ...(isMade("loss0", moment) ? [pass.loss] : [])].map(
    (loss, step) => ({ step, loss }),
  );
  const done = moment === LAST_MOMENT;
  const after = smallLayerPass(next);
  if (done) curve.push({ step: state.step + 1, loss: after.loss });
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
    check: result && checkOf(pass, result),
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

function checkOf({ preActivation }: SmallLayerPass, { output }: Conv2dResult): string | null {
  if (output.data.length !== preActivation.length) return null;
  const worst = Math.max(...preActivation.map((z, at) => Math.abs(z - output.data[at]!)));
  return worst === 0
    ? "The engine’s own 32-bit convolution gives exactly these z."
    : `The engine’s own 32-bit convolution gives these z to within ${formatNumber(worst)}.`;
}

/** Largest finite magnitude, 1 when all are 0. */
function largest(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs).filter(Number.isFinite), 0) || 1;
}
