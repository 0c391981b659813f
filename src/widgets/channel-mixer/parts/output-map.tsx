import { formatNumber } from "../../../core/format/number";
import { ScaleLegend } from "../../../viz/legend/scale-legend";
import { MapCanvas } from "../../../viz/map/map-canvas";
import type { MixerProps } from "../view";

interface OutputMapProps extends MixerProps {
  readonly side: number;
  readonly label: string;
  /** Printed into the cells. */
  readonly numbers?: boolean;
}

/** What the filter makes of all pixels; the chosen one's sum is written out beside it. */
export function OutputMap(props: OutputMapProps) {
  const { state, set, model, stills, side, label, numbers = false } = props;
  const newest = model.result?.pictures["output"];
  // For a moment after a change of task the last result is the other task's.
  const picture = newest?.width === side ? newest : null;
  return (
    <figure className="cm-map">
      <figcaption className="cm-name">{label}</figcaption>
      <MapCanvas
        label={label}
        rows={side}
        columns={side}
        picture={picture}
        still={stills["output"]}
        values={numbers ? model.outputs : undefined}
        selected={{ row: state.row, column: state.column }}
        onCell={(cell, gesture) => gesture !== "hover" && set(cell)}
        describeCell={({ row, column }) =>
          `row ${row}, column ${column}: ${formatNumber(model.outputs[row * side + column] ?? NaN)}`
        }
      />
      {picture && (
        <ScaleLegend
          scale={{ kind: "signed", limit: "auto" }}
          limit={picture.limit}
          range={picture.range}
          label="output"
          compact
        />
      )}
    </figure>
  );
}
