import type { SignalEvent } from "../../../compute/signal-chain";
import { activationOf } from "../../../core/activation/activations";
import { formatInteger } from "../../../core/format/number";
import { scaleSpread } from "../../../core/moments/spread";
import type { EventReading, Measured } from "../measured";
import { activationSpec } from "../request";
import type { State } from "../state";
import { weightScaleOf } from "../theory";
import { fateOf } from "../verdict";

/** Fewer seeds show no band; theory says then how far one run may stray. */
const FEW = 20;
/** A run of other random numbers may be this many times as far off as the ends of the band. */
const BANDS = 3;
/** The same in theory's standard deviations. */
const DEVIATIONS = 5;

type Dialect = "python" | "js";

/** Assertions that one run with other random numbers holds if it agrees with the cloud shown. */
export function claimOf(state: State, measured: Measured, dialect: Dialect): string {
  const fate = fateOf(measured);
  const { anyNonFinite, allZero } = measured.events;
  if (fate === "exploded") return eventClaim(state, measured, "anyNonFinite", dialect);
  if (fate === "vanished" || fate === "zero")
    return eventClaim(state, measured, "allZero", dialect);
  // Where some runs broke, this one may.
  return anyNonFinite || allZero ? "" : scaleClaim(state, measured, dialect);
}

const assertion = (condition: string, comments: readonly string[], dialect: Dialect): string =>
  dialect === "js"
    ? `${comments.map((line) => `// ${line}\n`).join("")}console.assert(${condition});\n`
    : `${comments.map((line) => `# ${line}\n`).join("")}assert ${condition}\n`;

const seedsText = (seeds: number): string =>
  seeds === 1 ? "1 run" : `${formatInteger(seeds)} runs`;

/** log₁₀ of what a run's scale may be off the median after a layer. */
function roomAt(state: State, { seeds, scale }: Measured, layer: number): number {
  const [low, middle, high] = [scale.low[layer]!, scale.median[layer]!, scale.high[layer]!];
  if (seeds >= FEW) return BANDS * Math.max(high - middle, middle - low);
  const options = { weightScale: weightScaleOf(state), width: state.width, depth: layer };
  const spread = scaleSpread(activationOf(activationSpec(state)), options).at(-1)!;
  return (DEVIATIONS * Math.SQRT2 * spread.deviation) / Math.LN10;
}

function scaleClaim(state: State, measured: Measured, dialect: Dialect): string {
  const { seeds, scale, depth } = measured;
  const [low, middle, high] = [scale.low, scale.median, scale.high].map(
    (line) => 10 ** line[depth]!,
  );
  const room = roomAt(state, measured, depth);
  if (!Number.isFinite(room)) return "";
  const shown = (value: number) => String(Number(value.toPrecision(3)));
  const [log, abs] = dialect === "js" ? ["Math.log10", "Math.abs"] : ["math.log10", "abs"];
  const why =
    seeds >= FEW
      ? `Of the figure's ${seedsText(seeds)} nine in ten end between ${shown(low!)} and ${shown(high!)}; this one may be ${BANDS} times as far off.`
      : `The figure's ${seedsText(seeds)}, and ${DEVIATIONS} standard deviations of theory for each.`;
  return assertion(
    `${abs}(${log}(rms / ${shown(middle!)})) < ${Math.max(room, 0.01).toFixed(2)}`,
    [why],
    dialect,
  );
}

const variables = { anyNonFinite: "broken", allZero: "zero" } as const;

function eventClaim(
  state: State,
  measured: Measured,
  event: SignalEvent & keyof typeof variables,
  dialect: Dialect,
): string {
  const { seeds } = measured;
  const reading = measured.events[event]!;
  const { earliest, latest, runs } = reading;
  const room = layersOff(state, measured, reading);
  const [least, most] = [Math.max(earliest - room, 1), latest + room];
  const name = variables[event];
  const within =
    dialect === "js"
      ? `${name} >= ${least} && ${name} <= ${most}`
      : `${least} <= ${name} <= ${most}`;
  const unless =
    dialect === "js" ? `${name} === null || (${within})` : `${name} is None or ${within}`;
  const shown = earliest === latest ? `layer ${latest}` : `layers ${earliest} to ${latest}`;
  return assertion(
    runs === seeds ? within : unless,
    [
      `In ${formatInteger(runs)} of the figure's ${seedsText(seeds)} at ${shown}; other numbers may be ${formatInteger(room)} off.`,
    ],
    dialect,
  );
}

/** Layers by which another run's event may lie outside those seen. */
function layersOff(state: State, measured: Measured, { earliest, latest, median }: EventReading) {
  if (measured.seeds >= FEW) return Math.max(latest - earliest, 1);
  const { scale } = measured;
  const last = scale.median.findLastIndex((log, layer) => layer < median && Number.isFinite(log));
  const step = Math.abs(scale.median[last]! - scale.median[0]!) / Math.max(last, 1);
  const layers = Math.ceil(roomAt(state, measured, Math.max(last, 1)) / step);
  return Number.isFinite(layers) ? Math.max(layers, 1) : 1;
}
