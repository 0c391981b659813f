import { formatInteger, formatNumber } from "../../core/format/number";
import type { DuelModel, FinderModel } from "./view-model";

type Finders = DuelModel["finders"];

/** What the search has shown, in sentences made from its numbers; empty before it is done. */
export function verdictOf(
  finders: Finders,
  objects: number,
  difference: DuelModel["difference"],
): string {
  const counted = finders.map((finder) => foundSentence(finder, objects));
  if (counted.includes("")) return "";
  return [...counted, differenceSentence(difference), trainingSentence(finders)]
    .filter(Boolean)
    .join(" ");
}

/** The first word of a sentence or one inside it. */
function subject({ index, name }: FinderModel, { name: other }: FinderModel): string {
  return name === other ? `${index === 0 ? "first" : "second"} ${name}` : name;
}

/** Who finds more, as an answer to the prediction. */
export function truthOf([a, b]: Finders): string | null {
  if (!a.found || !b.found) return null;
  if (a.found.hits === b.found.hits) return `both find ${a.found.hits}`;
  const [more, less] = a.found.hits > b.found.hits ? [a, b] : [b, a];
  return `the ${subject(more, less)}: ${more.found!.hits} against ${less.found!.hits}`;
}

function foundSentence({ name, kind, found }: FinderModel, objects: number): string {
  if (!found) return "";
  const { hits, threshold, falseAlarmsText, falseAlarms } = found;
  const who = `The ${name} ${kind}`;
  if (threshold.best && hits === 0)
    return `${who} finds nothing: no threshold gives it more hits than false alarms.`;
  const at = threshold.best ? "At its best threshold the" : "At this threshold the";
  const alarms = falseAlarms === 1 ? "1 false alarm" : `${falseAlarmsText} false alarms`;
  return `${at} ${name} ${kind} finds ${hits} of ${objects} objects, with ${alarms}.`;
}

function differenceSentence(difference: DuelModel["difference"]): string {
  if (!difference) return "";
  const where = `Where both windows fit, at ${formatInteger(difference.places)} places,`;
  return difference.largest === 0
    ? `${where} the two maps are the same to the last digit: their largest difference is exactly 0.`
    : `${where} the two maps differ by up to ${formatNumber(difference.largest)}.`;
}

function trainingSentence([a, b]: Finders): string {
  if (!a.training || !b.training) return "";
  const [small, large] = a.weightCount <= b.weightCount ? [a, b] : [b, a];
  const [s, l] = [small.training!, large.training!];
  const ratio = l.newError / s.newError;
  const compared =
    ratio > 1.02
      ? `${formatNumber(ratio)} times as large as`
      : ratio < 0.98
        ? "smaller than"
        : "about the same as";
  const fits = l.error < 1e-5 ? "fits them to the last one, yet" : "learns from them, and";
  return (
    `From the same ${l.examples} examples, the kernel of ${large.weightCount} weights ${fits} its ` +
    `error on new ones is ${compared} that of the kernel of ${small.weightCount}.`
  );
}
