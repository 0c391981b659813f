import "./shrink-machine.css";
import { useCallback, useRef, useState } from "react";
import { Disclosure } from "../../ui/disclosure";
import { useLatePicture } from "../../widget-kit/picture/use-late-picture";
import { ChainList } from "./parts/chain-list";
import { DepthStage } from "./parts/depth-stage";
import { Prediction } from "./parts/prediction";
import type { PartProps, ShrinkProps } from "./parts/props";
import { RoadTable } from "./parts/road-table";
import { ShrinkFacts } from "./parts/shrink-facts";
import { SignalSettings } from "./parts/signal-settings";
import { SizeSettings } from "./parts/size-settings";
import { Stuck } from "./parts/stuck";
import { WayDown } from "./parts/way-down";
import type { ShrinkState } from "./state";

/** The machine: what goes in, the way down, every map on it, and what the way costs. */
export function View(props: ShrinkProps) {
  const { id, model, set, assets, setAssets, stills, pinned } = props;
  const figure = useRef<HTMLDivElement>(null);
  const [revealed, setRevealed] = useState(false);
  const held = useCallback((field: keyof ShrinkState) => pinned.has(field), [pinned]);
  const part: PartProps = { model, set, pinned: held };

  useLatePicture(model.waiting, props);

  return (
    <div ref={figure} className="sm">
      <Prediction id={id} onReveal={setRevealed}>
        <ChainList model={model} />
      </Prediction>
      {!revealed && (
        <Disclosure summary="Every size, printed">
          <ChainList model={model} />
        </Disclosure>
      )}
      <SizeSettings {...part} />
      <Stuck {...part} />
      <WayDown {...part} stills={stills} />
      <DepthStage {...part} stills={stills} />
      <SignalSettings {...part} assets={assets} setAssets={setAssets} figure={figure} />
      <ShrinkFacts facts={model.facts} />
      <RoadTable {...part} />
    </div>
  );
}
