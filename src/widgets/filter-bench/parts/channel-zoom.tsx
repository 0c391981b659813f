import { Toggle } from "../../../ui/toggle";
import { ChannelFlow } from "../../../viz/flow/channel-flow";
import { NextFrame } from "../../../widget-kit/next-frame";
import { BenchMap } from "./bench-map";
import { pinnedReason } from "./bench-props";
import { ChannelTabs } from "./channel-tabs";
import { FilterKernel } from "./filter-kernel";
import { BiasField, FilterTools } from "./filter-tools";
import type { ZoomProps } from "./zoom-props";

/** One output channel: each plane through its own kernel, the partial maps into one sum. */
export function ChannelZoom(props: ZoomProps) {
  const { model, set, pointing, stills, pinned } = props;
  const { filter, input, partials, layer } = model;
  const onOutput = {
    selected: pointing.shown.cell,
    onCell: pointing.onOutput,
    onLeave: pointing.onLeave,
  };
  return (
    <div className="fb-channel">
      <ChannelTabs model={model} set={set} />
      <ChannelFlow
        channels={input.channels.map(({ name, map }, inChannel) => ({
          key: name,
          name,
          input: (
            <BenchMap
              map={map}
              stills={stills}
              window={pointing.shown.window}
              selected={pointing.inputCell}
              onCell={pointing.onInput}
              onLeave={pointing.onLeave}
            />
          ),
          kernel: (
            <FilterKernel
              filter={filter}
              model={model}
              inChannel={inChannel}
              set={set}
              pointing={pointing}
              pinned={pinned("filters")}
            />
          ),
          partial: (
            <BenchMap map={partials[inChannel]!} stills={stills} legend="bar" {...onOutput} />
          ),
        }))}
        sum={<BenchMap map={model.sum} stills={stills} legend="bar" {...onOutput} />}
        bias={<BiasField model={model} set={set} pinned={pinned("filters")} />}
        activation={
          <Toggle
            label="ReLU"
            checked={layer.activation === "relu"}
            disabled={pinned("activation")}
            reason={pinnedReason}
            onChange={(on) => set({ activation: on ? "relu" : "identity" })}
          />
        }
        activationKind={layer.activation}
        output={
          <BenchMap
            map={filter.map}
            stills={stills}
            legend="full"
            {...onOutput}
            describeCell={(cell) => model.cellAt(cell).text}
          />
        }
      />
      <NextFrame>
        <FilterTools model={model} set={set} pinned={pinned("filters")} biasElsewhere />
      </NextFrame>
    </div>
  );
}
