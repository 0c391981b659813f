import type { PlaneRange, RenderResult } from "../../compute/types";
import { formatInteger, formatSigned } from "../../core/format/number";
import type { FilterBenchState } from "./state";
import type { MapModel } from "./view-model";
import { viewKey, viewsOf } from "./views";

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The figure's maps: every picture with its name, its size and what its numbers span. */
export function mapMaker(
  state: FilterBenchState,
  input: Size,
  output: Size,
  result: RenderResult | null,
) {
  const views = new Map(viewsOf(state).map((view) => [view.key, view]));
  function map(key: string, label: string, size: Size): MapModel {
    const picture = result?.pictures[key] ?? null;
    const range = picture?.range ?? null;
    return {
      key,
      label,
      ...size,
      scale: views.get(key)?.scale ?? { kind: "signed", limit: "auto" },
      picture,
      range,
      limit: picture?.limit ?? null,
      rangeText: range && rangeText(range),
      nonFiniteText: range && nonFiniteText(range),
    };
  }
  const filterOf = (channel: number) => `output channel ${channel + 1}`;
  return {
    whole: () => map(viewKey.picture, "the picture", input),
    plane: (at: number, name: string) =>
      map(viewKey.plane(at), `${name} plane of the picture`, input),
    partial: (at: number, name: string) =>
      map(viewKey.partial(at), `partial map of ${name}`, output),
    sum: () => map(viewKey.sum, "sum of the partial maps", output),
    output: (channel: number) => map(viewKey.output(channel), filterOf(channel), output),
    gradient: (key: string, label: string) => map(key, label, output),
  };
}

/** `−1.2 … +3`: the smallest and the largest finite value. */
export function rangeText({ min, max }: PlaneRange): string {
  return `${formatSigned(min)} … ${formatSigned(max)}`;
}

/** `12 NaN, 3 +∞`, or `null` when every value is finite. */
export function nonFiniteText(range: PlaneRange): string | null {
  const counts = [
    [range.nan, "NaN"],
    [range.positiveInfinity, "+∞"],
    [range.negativeInfinity, "−∞"],
  ] as const;
  const present = counts.filter(([count]) => count > 0);
  if (present.length === 0) return null;
  return present.map(([count, name]) => `${formatInteger(count)} ${name}`).join(", ");
}
