import { MapCanvas } from "../../../viz/map/map-canvas";
import { FieldMark } from "./field-mark";
import type { BellModel } from "../view-model";
import type { PartProps } from "./tracer-props";

interface BellMapProps extends PartProps {
  readonly id: string;
  readonly bell: BellModel;
  readonly still: string | undefined;
}

/** How much each pixel counts, in the place of the picture; a pixel can be read off. */
export function BellMap({ model, bell, set, id, still }: BellMapProps) {
  const { stack, view, region } = model;
  return (
    <MapCanvas
      label={`How much each pixel counts: ${bell.title}; ${bell.legend}`}
      rows={stack.side}
      columns={stack.side}
      picture={bell.picture}
      still={still}
      view={view}
      selected={bell.pixel}
      onCell={({ row, column }, gesture) => {
        if (gesture !== "hover") set({ pixelRow: row, pixelColumn: column });
      }}
      describeCell={bell.pixelText}
    >
      <FieldMark
        id={`${id}-bell`}
        region={region}
        side={stack.side}
        view={view}
        square={bell.square}
      />
    </MapCanvas>
  );
}
