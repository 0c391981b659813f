// First: the parts refine these rules.
import "./field-tracer.css";
import { useCallback, useRef } from "react";
import { Disclosure } from "../../ui/disclosure";
import { Message } from "../../ui/message";
import { Select } from "../../ui/select";
import { Slider } from "../../ui/slider";
import { Toggle } from "../../ui/toggle";
import { useLatePicture } from "../../widget-kit/picture/use-late-picture";
import { networks } from "./networks";
import { BellPanel } from "./parts/bell-panel";
import { Facts } from "./parts/facts";
import { LayerRows } from "./parts/layer-rows";
import { OtherPicture } from "./parts/other-picture";
import { PictureField } from "./parts/picture-field";
import { StackDrawing } from "./parts/stack-drawing";
import { SquarePrediction } from "./parts/square-prediction";
import { StackEditor } from "./parts/stack-editor";
import { pinnedReason, type TracerProps } from "./parts/tracer-props";
import { WeightsOptions } from "./parts/weights-options";
import { atDepth, chooseNetwork } from "./transitions";

const choices = [
  ...networks.map(({ id, label, group }) => ({ value: id, label, group })),
  { value: "own" as const, label: "Your own", group: "Yours" },
];

/** The tracer: a stack, one unit of it, its field on the picture, and what counts in the field. */
export function View(props: TracerProps) {
  const { id, state, set, model, assets, setAssets, stills } = props;
  const figure = useRef<HTMLDivElement>(null);
  const pinned = useCallback(
    (field: keyof typeof state) => props.pinned.has(field),
    [props.pinned],
  );
  const part = { model, set, pinned };
  const { stack, unit, picturesWait, bell } = model;

  useLatePicture(picturesWait, props);

  return (
    <div ref={figure} className="ft">
      <div className="ft-head">
        <Select
          label="Stack"
          value={state.net}
          options={choices}
          disabled={pinned("net")}
          reason={pinnedReason}
          onChange={(net) => set(chooseNetwork(net))}
        />
        <Slider
          label="Layer of the unit"
          value={unit.depth}
          min={0}
          max={stack.layers.length}
          step={1}
          format={() => model.layerName}
          disabled={pinned("depth")}
          onChange={(depth) => set((current) => atDepth(current, depth))}
        />
      </div>
      <p className="ft-about">{model.about}</p>
      <Message kind="note">{model.note}</Message>
      <div className="ft-body" data-bell={state.bell || undefined}>
        <div className="ft-side">
          <div className="ft-trace-maps">
            <p className="ft-name">
              Unit ({unit.row}, {unit.column}) of {model.layerName}
            </p>
            <StackDrawing {...part} />
            <PictureField {...part} id={id} still={stills["picture"]} />
          </div>
          <div className="ft-switch">
            <Toggle
              label="How much each pixel counts"
              checked={state.bell}
              disabled={pinned("bell")}
              reason={pinnedReason}
              onChange={(on) => set({ bell: on })}
            />
          </div>
          {bell && (
            <div className="ft-numbers">
              <WeightsOptions {...part} />
            </div>
          )}
        </div>
        {/* The question stands here, so that nothing moves under the hand when the unit leaves it. */}
        <div className="ft-side">
          {bell && <BellPanel {...part} id={id} bell={bell} still={stills["bell"]} />}
          {bell && model.asked && <SquarePrediction id={id} truth={model.truth} />}
          {(!bell || model.asked) && (
            <div className={bell ? "ft-side ft-until" : "ft-side"}>
              <Facts label="What the unit sees" facts={model.facts} />
              <LayerRows {...part} />
            </div>
          )}
        </div>
      </div>
      {bell && (
        <div className="ft-numbers">
          <Facts label="What the unit sees" facts={model.facts} />
          <Facts label="What counts in it" facts={bell.facts} />
          {model.asked && <p className="ft-verdict">{bell.verdict}</p>}
        </div>
      )}
      {bell && (
        <div className="ft-rows">
          <Disclosure summary="Layer by layer">
            <LayerRows {...part} />
          </Disclosure>
        </div>
      )}
      <Disclosure summary="Your own stack">
        <StackEditor {...part} />
      </Disclosure>
      <Disclosure summary="Another picture">
        <OtherPicture
          {...{ set, assets, setAssets, figure }}
          value={state.picture}
          pinned={pinned("picture")}
        />
      </Disclosure>
    </div>
  );
}
