import { NumberGrid } from "../../../viz/grid/number-grid";
import { Operator } from "../../../viz/flow/operator";
import { ScanControls } from "../../../viz/scan/scan-controls";
import { SumLine } from "../../../viz/sum/sum-line";
import { NextFrame } from "../../../widget-kit/next-frame";
import { BenchMap } from "./bench-map";
import { ChannelTabs } from "./channel-tabs";
import { FilterKernel } from "./filter-kernel";
import { FilterTools } from "./filter-tools";
import type { ZoomProps } from "./zoom-props";
import "./cell-zoom.css";

/** One output cell: the window on the picture, its products, the sum written out, the result. */
export function CellZoom(props: ZoomProps) {
  const { model, set, pointing, stills, pinned } = props;
  const { input, filter, layer } = model;
  const { shown, tap } = pointing;
  const taps = layer.size * layer.size;
  const total = taps * shown.channels.length;
  const added = layer.added < 0 ? total : layer.added;
  // The product that was added last, while some are missing.
  const newest = added > 0 && added < total ? added - 1 : null;
  const tapOf = (inChannel: number) => {
    if (newest === null) return tap;
    return Math.floor(newest / taps) === inChannel ? newest % taps : null;
  };
  return (
    <div className="fb-cell">
      <ChannelTabs model={model} set={set} />
      <div className="fb-cell-maps">
        <figure className="fb-cell-map">
          <figcaption className="fb-name">the picture</figcaption>
          <BenchMap
            map={input.whole}
            stills={stills}
            window={shown.window}
            selected={pointing.inputCell}
            onCell={pointing.onInput}
            onLeave={pointing.onLeave}
          />
        </figure>
        <figure className="fb-cell-map">
          <figcaption className="fb-name">around the window</figcaption>
          <BenchMap
            map={input.whole}
            stills={stills}
            view={shown.view}
            window={{ ...shown.window, ...(tap !== null && { activeTap: tap }) }}
          />
        </figure>
        <figure className="fb-cell-map">
          <figcaption className="fb-name">
            output, {filter.title.toLowerCase()}: {shown.text}
          </figcaption>
          <BenchMap
            map={filter.map}
            stills={stills}
            legend="full"
            selected={shown.cell}
            onCell={pointing.onOutput}
            onLeave={pointing.onLeave}
            describeCell={(cell) => model.cellAt(cell).text}
          />
        </figure>
      </div>
      <NextFrame>
        <div className="fb-cell-work" data-large={layer.size > 3 || undefined}>
          <ul className="fb-products">
            {shown.channels.map((channel, inChannel) => (
              <li key={channel.name} className="fb-product">
                <span className="fb-name">{channel.name}</span>
                <NumberGrid
                  label={`${channel.name} under the window`}
                  rows={layer.size}
                  columns={layer.size}
                  values={channel.values}
                  colors="grey"
                  limit={1}
                  outside={channel.outside}
                  highlighted={tapOf(inChannel)}
                  onTap={pointing.onTap}
                />
                <Operator kind="multiply" />
                <FilterKernel
                  filter={filter}
                  model={model}
                  highlighted={tapOf(inChannel)}
                  inChannel={inChannel}
                  set={set}
                  pointing={pointing}
                  pinned={pinned("filters")}
                />
                <Operator kind="equals" />
                <NumberGrid
                  label={`products on ${channel.name}`}
                  rows={layer.size}
                  columns={layer.size}
                  values={channel.products}
                  limit={shown.largestProduct}
                  highlighted={tapOf(inChannel)}
                  onTap={pointing.onTap}
                />
              </li>
            ))}
          </ul>
          <section className="fb-sum" aria-label="The sum written out">
            <SumLine
              channels={shown.channels}
              bias={shown.bias}
              sum={shown.sum}
              preActivation={shown.preActivation}
              activation={layer.activation}
              output={shown.output}
              step={added}
              highlighted={newest}
              onTerm={(term) => pointing.onTap(term === null ? null : term % taps)}
            />
            <ScanControls
              label="Add the products"
              step={added}
              steps={total + 1}
              speed={layer.speed}
              speeds={[1, 4, 16]}
              onStep={(step) => set({ added: step >= total ? -1 : step })}
              onSpeed={(speed) => set({ speed })}
              describeStep={(step) => `${step} of ${total} products`}
            />
          </section>
        </div>
        <FilterTools model={model} set={set} pinned={pinned("filters")} />
      </NextFrame>
    </div>
  );
}
