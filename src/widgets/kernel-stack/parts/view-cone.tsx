const WIDTH = 620;
const HEIGHT = 150;
const MARGIN = 12;

interface ViewConeProps {
  readonly label: string;
  readonly kernel: number;
  readonly layers: number;
  /** Cells drawn at the bottom. */
  readonly field: number;
  readonly activation: boolean;
}

/** One value at the top and every path from it down to the input, along one axis. */
export function ViewCone({ label, kernel, layers, field, activation }: ViewConeProps) {
  const x = (cell: number) => ((cell + 0.5) / field) * WIDTH;
  const y = (layer: number) => HEIGHT - MARGIN - (layer / layers) * (HEIGHT - 2 * MARGIN);
  const reach = kernel - 1;
  // The field of the top value in each map: `from` to `from + seen − 1`.
  const rows = Array.from({ length: layers + 1 }, (_, layer) => {
    const seen = (layers - layer) * reach + 1;
    return { layer, seen, from: (field - seen) / 2 };
  });
  return (
    <figure className="ks-cone">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {rows
          .slice(1)
          .map(({ layer, seen, from }) =>
            Array.from({ length: seen }, (_, cell) => (
              <path
                key={`${layer},${cell}`}
                className="ks-path"
                d={Array.from(
                  { length: kernel },
                  (__, tap) =>
                    `M${x(from + cell).toFixed(1)} ${y(layer).toFixed(1)}L${x(from + cell + tap - reach / 2).toFixed(1)} ${y(layer - 1).toFixed(1)}`,
                ).join("")}
              />
            )),
          )}
        {rows.map(({ layer, seen, from }) =>
          Array.from({ length: seen }, (_, cell) => (
            <circle
              key={`${layer},${cell}`}
              className="ks-cell"
              data-kind={layer === 0 ? "input" : activation ? "bent" : "map"}
              cx={x(from + cell).toFixed(1)}
              cy={y(layer).toFixed(1)}
              r={layers > 6 ? 4 : 6}
            />
          )),
        )}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
