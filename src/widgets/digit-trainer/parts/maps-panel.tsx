import { formatNumber } from "../../../core/format/number";
import { MapCanvas } from "../../../viz/map/map-canvas";
import { SampleStrip } from "./sample-strip";
import type { PartProps } from "./trainer-props";

/** A picture on its way through the network. */
export function MapsPanel({ model, set }: PartProps) {
  const { maps, samples, state } = model;
  if (!maps) return null;
  return (
    <div className="dt-maps">
      <SampleStrip samples={samples} chosen={state.sample} set={set} />
      {maps.stages.map((stage, at) => (
        <section key={stage.name}>
          <h4>
            {at === 0 ? "The picture" : stage.name}
            {at > 0 && (
              <span className="dt-quiet"> ±{formatNumber(stage.limit)} is the full colour</span>
            )}
          </h4>
          <ul className="dt-map-list" data-first={at === 0 || undefined}>
            {stage.maps.map(({ key, label, rows, columns, pixels }) => (
              <li key={key}>
                <MapCanvas
                  label={label}
                  rows={rows}
                  columns={columns}
                  picture={{ width: columns, height: rows, pixels }}
                  variant="thumb"
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
