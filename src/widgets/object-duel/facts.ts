import { SCENE_SIDE } from "../../core/detection/scene";
import { formatInteger, formatNumber } from "../../core/format/number";
import type { DuelModel, FinderFact, FinderModel } from "./view-model";

const fact = (value: string, work = ""): FinderFact => ({ value, work });

/** The comparison, line by line. */
export function factRows(
  finders: DuelModel["finders"],
  { objectSize, noise, objects }: DuelModel["scene"],
): DuelModel["rows"] {
  const row = (name: string, of: (finder: FinderModel) => FinderFact) => ({
    name,
    facts: finders.map(of),
  });
  const learned = finders.some(({ training }) => training);
  return [
    row("Found", ({ found }) =>
      found ? fact(`${found.hits} of ${objects.length}`, thresholdWork(found)) : fact("…"),
    ),
    row("False alarms", ({ found }) => fact(found?.falseAlarmsText ?? "…")),
    row("Answer to one object", (finder) => contrastFact(finder, objectSize)),
    row("Noise in its answers", ({ noiseGain }) =>
      noiseGain === null
        ? fact("…")
        : fact(formatNumber(noise * noiseGain), `${noise} × ${formatNumber(noiseGain)}`),
    ),
    row("Signal to noise", (finder) => signalFact(finder, noise)),
    row("Weights", ({ weightCount, spec: { size } }) =>
      fact(formatInteger(weightCount), `${size} × ${size}`),
    ),
    row("Output", ({ side, spec: { size } }) =>
      fact(`${side} × ${side}`, `${SCENE_SIDE} − ${size} + 1 = ${side}`),
    ),
    row("Multiply-accumulates", ({ macs, side, weightCount }) =>
      fact(formatInteger(macs), `${side} × ${side} × ${formatInteger(weightCount)}`),
    ),
    ...(learned
      ? [
          row("Error on its examples", ({ training }) =>
            training
              ? fact(formatNumber(rounded(training.error)), `${training.examples} windows`)
              : fact("–", "not learned"),
          ),
          row("Error on new ones", ({ training }) =>
            training ? fact(formatNumber(rounded(training.newError))) : fact("–", "not learned"),
          ),
        ]
      : []),
  ];
}

/** Below this an error is rounding. */
const rounded = (error: number) => (error < 1e-5 ? 0 : error);

function thresholdWork({ threshold: { text, percent, best } }: NonNullable<FinderModel["found"]>) {
  return `threshold ${text(percent)}${best ? ", the best" : ""}`;
}

function contrastFact({ contrast, spec }: FinderModel, objectSize: number): FinderFact {
  if (contrast === null) return fact("…");
  const cells = Math.min(spec.size, objectSize) ** 2;
  return fact(
    formatNumber(contrast),
    spec.kernel === "box" ? `${cells} ÷ ${spec.size ** 2}` : "weights on the object, added up",
  );
}

/** What one object answers, over the deviation of the noise in the answers. */
export function signalOf({ contrast, noiseGain }: FinderModel): number | null {
  return contrast === null || !noiseGain ? null : contrast / noiseGain;
}

function signalFact(finder: FinderModel, noise: number): FinderFact {
  const signal = signalOf(finder);
  if (signal === null) return fact("…");
  return noise === 0
    ? fact("no noise", `${formatNumber(signal)} ÷ σ`)
    : fact(formatNumber(signal / noise), `${formatNumber(signal)} ÷ σ`);
}
