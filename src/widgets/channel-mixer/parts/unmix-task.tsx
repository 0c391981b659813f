import { formatNumber } from "../../../core/format/number";
import { Button } from "../../../ui/button";
import { Slider } from "../../../ui/slider";
import { MapCanvas } from "../../../viz/map/map-canvas";
import { MIXED_SIDE, MIXTURE, solvedFor, SOURCES } from "../mixing";
import { rounded } from "../model";
import { LARGEST_WEIGHT } from "../schema";
import type { MixerProps } from "../view";
import { held } from "./held";
import { OutputMap } from "./output-map";
import { PixelSumLine } from "./pixel-sum-line";

/** Three pictures mixed into three channels, and a filter of three weights to part them again. */
export function UnmixTask(props: MixerProps) {
  const { state, set, model, stills } = props;
  const setWeight = (channel: number, value: number) =>
    set(({ weights }) => ({
      weights: weights.map((weight, at) => (at === channel ? value : weight)),
    }));
  return (
    <div className="cm-task">
      <div className="cm-work">
        <ul className="cm-mixtures">
          {MIXTURE.map((shares, channel) => (
            // Channels keep their places.
            <li key={channel} className="cm-mixture">
              <MapCanvas
                label={`channel ${channel}, a mixture`}
                rows={MIXED_SIDE}
                columns={MIXED_SIDE}
                picture={model.result?.pictures[`channel-${channel}`] ?? null}
                still={stills[`channel-${channel}`]}
                variant="thumb"
              />
              <div className="cm-map">
                <Slider
                  label={`Weight of channel ${channel}`}
                  value={state.weights[channel] ?? 0}
                  min={-LARGEST_WEIGHT}
                  max={LARGEST_WEIGHT}
                  step={0.1}
                  {...held(props, "weights")}
                  onChange={(value) => setWeight(channel, value)}
                />
                <span className="cm-name">
                  {shares.map((share, at) => `${share} ${SOURCES[at]!.name}`).join(" + ")}
                </span>
              </div>
            </li>
          ))}
        </ul>
        <div className="cm-row cm-solve">
          <span>Solve for</span>
          {SOURCES.map(({ name }, at) => (
            <Button
              key={name}
              label={`Solve for the ${name}`}
              {...held(props, "weights")}
              onPress={() => set({ weights: solvedFor(at) })}
            >
              the {name}
            </Button>
          ))}
        </div>
        <p className="cm-name">What is left of each source in the output</p>
        <dl className="cm-shares">
          {SOURCES.map(({ name }, at) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{formatNumber(rounded(model.shares[at]!))}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="cm-work">
        <OutputMap {...props} side={MIXED_SIDE} label="output, their weighted sum" />
        <p className="cm-name">
          Pixel in row {state.row}, column {state.column}
        </p>
        <PixelSumLine pixel={model.pixel} />
      </div>
    </div>
  );
}
