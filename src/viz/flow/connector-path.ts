/**
 * The line of one row through a connector, in a box 100 wide and 100 high a row: straight through
 * for a line, from the row's middle to the box's middle for a merge, the other way for a split.
 */
export function connectorPath(kind: "line" | "merge" | "split", row: number, rows: number): string {
  const own = row * 100 + 50;
  const middle = rows * 50;
  if (kind === "line" || own === middle) return `M0 ${own}H100`;
  const [from, to] = kind === "merge" ? [own, middle] : [middle, own];
  return `M0 ${from}C55 ${from} 45 ${to} 100 ${to}`;
}
