/**
 * Heights for labels that would like to stand at `wanted`, in the same order, at least `gap` apart
 * and between `top` and `bottom`, each moved as little as that takes.
 */
export function spreadLabels(
  wanted: readonly number[],
  { gap, top, bottom }: { readonly gap: number; readonly top: number; readonly bottom: number },
): readonly number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!);
  const places = [...wanted];
  let least = top;
  for (const at of order) {
    places[at] = Math.max(wanted[at]!, least);
    least = places[at]! + gap;
  }
  let most = bottom;
  for (const at of order.reverse()) {
    places[at] = Math.min(places[at]!, most);
    most = places[at]! - gap;
  }
  return places;
}
