import { Button } from "../../../ui/button";
import { FlowConnector } from "../../../viz/flow/flow-connector";
import { Operator } from "../../../viz/flow/operator";
import { MOST_FILTERS } from "../filter";
import { addFilter } from "../transitions";
import { NextFrame } from "../../../widget-kit/next-frame";
import { BenchMap } from "./bench-map";
import { FilterKernel } from "./filter-kernel";
import { FilterTools } from "./filter-tools";
import { OutputCard } from "./output-card";
import type { ZoomProps } from "./zoom-props";
import "./layer-zoom.css";

/** The whole layer: the input's planes, the chosen filter's kernels on them, every output. */
export function LayerZoom(props: ZoomProps) {
  const { model, set, pointing, stills, pinned } = props;
  const { filters, filter, input } = model;
  const full = filters.length >= MOST_FILTERS;
  return (
    <div className="fb-layer">
      <div className="fb-layer-flow">
        <ul
          className="fb-planes"
          aria-label={`Input, and the kernels of ${filter.title.toLowerCase()}`}
        >
          {input.channels.map(({ name, map }, inChannel) => (
            <li key={name} className="fb-plane">
              <div className="fb-plane-map">
                <span className="fb-name">{name}</span>
                <BenchMap
                  map={map}
                  stills={stills}
                  variant="thumb"
                  window={pointing.shown.window}
                  selected={pointing.inputCell}
                  onCell={pointing.onInput}
                  onLeave={pointing.onLeave}
                />
              </div>
              <Operator kind="convolve" />
              <FilterKernel
                filter={filter}
                model={model}
                inChannel={inChannel}
                set={set}
                pointing={pointing}
                pinned={pinned("filters")}
              />
            </li>
          ))}
        </ul>
        <div className="fb-layer-sum">
          <FlowConnector kind="merge" count={input.channels.length} />
          <Operator kind="sum" label="summed over the input channels" />
          <FlowConnector kind="line" />
        </div>
        <div className="fb-layer-out">
          <ul className="fb-outputs" aria-label="Output channels" data-count={filters.length}>
            {filters.map((one) => (
              <OutputCard key={one.index} {...props} filter={one} />
            ))}
          </ul>
          <Button
            kind="quiet"
            disabled={pinned("filters") || full}
            reason={full ? "Eight filters are the most." : undefined}
            onPress={() => set(addFilter)}
          >
            Add a filter
          </Button>
        </div>
      </div>
      <section className="fb-editor" aria-label={`Filter of ${filter.title.toLowerCase()}`}>
        <NextFrame>
          <FilterTools model={model} set={set} pinned={pinned("filters")} />
        </NextFrame>
      </section>
    </div>
  );
}
