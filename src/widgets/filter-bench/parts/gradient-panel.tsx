import { AngleCompass } from "../../../viz/compass/angle-compass";
import type { GradientModel, MapModel } from "../view-model";
import { BenchMap } from "./bench-map";
import type { ZoomProps } from "./zoom-props";

interface GradientPanelProps extends Pick<ZoomProps, "pointing" | "stills"> {
  readonly gradient: GradientModel;
}

/** Two channels read as one gradient: gx, gy, strength, direction, and the numbers at one cell. */
export function GradientPanel({ gradient, pointing, stills }: GradientPanelProps) {
  const { gx, gy } = gradient.at(pointing.shown.cell);
  const maps: readonly (readonly [string, MapModel])[] = [
    [`gx: ${gradient.xName}`, gradient.x],
    [`gy: ${gradient.yName}`, gradient.y],
    ["magnitude √(gx² + gy²)", gradient.magnitude],
    ["angle as hue", gradient.angle],
  ];
  return (
    <section className="fb-gradient" aria-label="Sobel view">
      <h4>Two answers, one arrow</h4>
      <div className="fb-gradient-body">
        {maps.map(([name, map]) => (
          <figure key={map.key} className="fb-cell-map">
            <figcaption className="fb-name">{name}</figcaption>
            <BenchMap
              map={map}
              stills={stills}
              legend="full"
              variant="thumb"
              selected={pointing.shown.cell}
              onCell={pointing.onOutput}
              onLeave={pointing.onLeave}
              describeCell={({ row, column }) => `row ${row}, column ${column}`}
            />
          </figure>
        ))}
        <AngleCompass
          gx={gx}
          gy={gy}
          limit={gradient.magnitude.limit ?? undefined}
          label={`Gradient at row ${pointing.shown.cell.row}, column ${pointing.shown.cell.column}`}
        />
      </div>
    </section>
  );
}
