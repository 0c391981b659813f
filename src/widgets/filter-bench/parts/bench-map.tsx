import { MapCanvas, type MapCanvasProps } from "../../../viz/map/map-canvas";
import { ScaleLegend } from "../../../viz/legend/scale-legend";
import type { MapModel } from "../view-model";

export interface BenchMapProps extends Omit<
  MapCanvasProps,
  "label" | "rows" | "columns" | "picture" | "still"
> {
  readonly map: MapModel;
  readonly stills: Readonly<Record<string, string>>;
  /** The colour bar below the map, and with `full` the range of the values. */
  readonly legend?: "bar" | "full";
}

/** A map of the figure with what its colours mean. */
export function BenchMap({ map, stills, legend, ...rest }: BenchMapProps) {
  return (
    <div className="fb-map">
      <MapCanvas
        {...rest}
        label={map.rangeText ? `${map.label}, values ${map.rangeText}` : map.label}
        rows={map.rows}
        columns={map.columns}
        picture={map.picture}
        still={stills[map.key]}
      />
      {legend && map.range && map.limit !== null && (
        <ScaleLegend
          scale={map.scale}
          limit={map.limit}
          range={map.range}
          label="values"
          compact={legend === "bar"}
        />
      )}
    </div>
  );
}
