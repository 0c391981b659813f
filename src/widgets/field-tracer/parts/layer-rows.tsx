import { memo, useLayoutEffect, useRef } from "react";
import { formatInteger, formatNumber } from "../../../core/format/number";
import { atDepth } from "../transitions";
import type { PartProps } from "./tracer-props";

/** Layer by layer: what each adds to the field. Its name chooses it. */
export const LayerRows = memo(function LayerRows({ model, set, pinned }: PartProps) {
  const { rows, unit, stack } = model;
  const fixed = pinned("depth");
  const frame = useRef<HTMLDivElement>(null);
  // The chosen layer is in sight, also when letters grow; the page itself stays where it is. Told
  // where everything lies, instead of asking for it.
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      const row = box.querySelector<HTMLElement>("[aria-current]");
      if (!row) return;
      const head = box.querySelector("thead")?.offsetHeight ?? 0;
      const most = row.offsetTop - head;
      const least = row.offsetTop + row.offsetHeight - box.clientHeight;
      box.scrollTop = Math.min(Math.max(box.scrollTop, least), most);
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [unit.depth, stack]);
  return (
    <div
      ref={frame}
      className="ft-layers"
      role="group"
      tabIndex={0}
      aria-label="Layers, scrollable"
    >
      <table className="ft-table">
        <thead>
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">Window</th>
            <th scope="col">Map</th>
            <th scope="col">Adds</th>
            <th scope="col">Size</th>
            <th scope="col">Jump</th>
            <th scope="col">Start</th>
          </tr>
        </thead>
        <tbody>
          <tr aria-current={unit.depth === 0 || undefined}>
            <th scope="row">
              <button
                type="button"
                disabled={fixed}
                onClick={() => set((state) => atDepth(state, 0))}
              >
                input
              </button>
            </th>
            <td>–</td>
            <td>{stack.side}</td>
            <td>–</td>
            <td>1</td>
            <td>1</td>
            <td>0</td>
          </tr>
          {rows.map((row) => (
            <tr
              key={row.depth}
              aria-current={
                (unit.depth <= row.depth && unit.depth > row.depth - row.times) || undefined
              }
              data-reached={row.reached || undefined}
            >
              <th scope="row">
                <button
                  type="button"
                  disabled={fixed}
                  onClick={() => set((state) => atDepth(state, row.depth))}
                >
                  {row.name}
                </button>
              </th>
              <td>
                {windowWord(row.kind)}
                {row.window}
              </td>
              <td>{row.size}</td>
              <td>{row.added}</td>
              <td>{formatInteger(row.field.size)}</td>
              <td>{formatInteger(row.field.jump)}</td>
              <td>{formatNumber(row.field.start)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

function windowWord(kind: string): string {
  if (kind === "maxPool") return "max ";
  return kind === "averagePool" ? "mean " : "";
}
