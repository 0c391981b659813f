// First: the parts refine these rules.
import "./filter-bench.css";
import { useRef, useState } from "react";
import { cellAtStep } from "../../core/conv/scan";
import { Choice } from "../../ui/choice";
import { Message } from "../../ui/message";
import { ScanControls } from "../../viz/scan/scan-controls";
import { PictureInput, type PictureOrigin } from "../../widget-kit/picture/picture-input";
import { useLatePicture } from "../../widget-kit/picture/use-late-picture";
import type { BenchProps } from "./parts/bench-props";
import { CellZoom } from "./parts/cell-zoom";
import { ChannelZoom } from "./parts/channel-zoom";
import { GradientPanel } from "./parts/gradient-panel";
import { LayerFacts } from "./parts/layer-facts";
import { LayerOptions } from "./parts/layer-options";
import { LayerZoom } from "./parts/layer-zoom";
import { usePointing } from "./parts/use-pointing";
import type { ZoomProps } from "./parts/zoom-props";
import type { Zoom } from "./state";
import { choosePicture } from "./transitions";

const zooms: readonly { value: Zoom; label: string; title: string }[] = [
  { value: "layer", label: "The layer", title: "All output channels" },
  { value: "channel", label: "One channel", title: "Its kernels, partial maps and sum" },
  { value: "cell", label: "One cell", title: "Its window, products and sum" },
];

/** The bench: a picture, a layer of filters, and three depths at which to look at it. */
export function View(props: BenchProps) {
  const { state, set, model, assets, setAssets, stills } = props;
  const figure = useRef<HTMLDivElement>(null);
  const [origin, setOrigin] = useState<PictureOrigin>("own");
  const pointing = usePointing(model, set);
  const pinned = (field: keyof typeof state) => props.pinned.has(field);
  const zoom: ZoomProps = { model, set, pointing, stills, pinned };
  const { output, layer } = model;

  useLatePicture(model.waiting, props);

  return (
    <div ref={figure} className="fb">
      <div className="fb-head">
        <PictureInput
          value={state.picture === "own" ? origin : state.picture}
          side={state.side}
          dropTarget={figure}
          pinned={pinned("picture")}
          onBuiltIn={(id) => set(choosePicture(id))}
          onPicture={(picture, _, from) => {
            setOrigin(from);
            setAssets({ ...assets, picture });
            set({ picture: "own", color: picture.shape[2] === 1 ? "grey" : "colour" });
          }}
        />
        <Choice
          label="Look at"
          value={layer.zoom}
          options={zooms}
          disabled={pinned("zoom")}
          onChange={(next) => set({ zoom: next })}
        />
      </div>
      <Message kind="note">{model.note}</Message>
      {layer.zoom === "layer" && <LayerZoom {...zoom} />}
      {layer.zoom === "channel" && <ChannelZoom {...zoom} />}
      {layer.zoom === "cell" && <CellZoom {...zoom} />}
      <ScanControls
        label="Slide the window"
        step={model.step}
        steps={output.cells}
        speed={layer.speed}
        onStep={(step) => set({ ...cellAtStep(step, output.rows, output.columns), added: -1 })}
        onSpeed={(speed) => set({ speed })}
        describeStep={(step) => {
          const { row, column } = cellAtStep(step, output.rows, output.columns);
          return `row ${row}, column ${column}`;
        }}
      />
      {model.gradient && (
        <GradientPanel gradient={model.gradient} pointing={pointing} stills={stills} />
      )}
      <LayerFacts facts={model.facts} />
      <LayerOptions model={model} set={set} pinned={pinned} />
    </div>
  );
}
