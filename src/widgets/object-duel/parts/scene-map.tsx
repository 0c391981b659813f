import { middleOf } from "../../../core/detection/place";
import { SCENE_SIDE } from "../../../core/detection/scene";
import { MapCanvas } from "../../../viz/map/map-canvas";
import type { DuelProps } from "./duel-props";
import { Marks } from "./marks";

/** The picture that is searched, with a frame round every object. */
export function SceneMap({ model, set, stills }: DuelProps) {
  const { scene, place } = model;
  const before = middleOf(scene.objectSize);
  return (
    <figure className="od-map">
      <figcaption className="od-name">
        The scene, 100 × 100: {scene.objects.length || "…"} objects, framed
      </figcaption>
      <div className="od-stack">
        <MapCanvas
          label={`scene with ${scene.objects.length} objects`}
          rows={SCENE_SIDE}
          columns={SCENE_SIDE}
          picture={scene.picture}
          still={stills["scene"]}
          selected={place}
          onCell={(cell, gesture) => gesture !== "hover" && set(cell)}
        />
        <Marks>
          {scene.objects.map(({ row, column }) => (
            <rect
              key={`${row},${column}`}
              className="od-object"
              x={column - before - 0.75}
              y={row - before - 0.75}
              width={scene.objectSize + 1.5}
              height={scene.objectSize + 1.5}
            />
          ))}
        </Marks>
      </div>
    </figure>
  );
}
