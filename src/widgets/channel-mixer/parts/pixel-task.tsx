import { formatNumber } from "../../../core/format/number";
import { Button } from "../../../ui/button";
import { NumberField } from "../../../ui/number-field";
import { DESK_SIDE } from "../mixing";
import type { MixerProps } from "../view";
import { ChannelStrip } from "./channel-strip";
import { held } from "./held";
import { OutputMap } from "./output-map";
import { PixelSumLine } from "./pixel-sum-line";

/** All 200 channels of one pixel, the filter, their products, and the one number they make. */
export function PixelTask(props: MixerProps) {
  const { state, set, model, pinned } = props;
  const { terms } = model.pixel.channel;
  return (
    <div className="cm-task">
      <OutputMap {...props} side={DESK_SIDE} label="output, 10 × 10 × 1: press a pixel" numbers />
      <div className="cm-work">
        <p className="cm-name">
          Pixel in row {state.row}, column {state.column}
        </p>
        <ChannelStrip name="its 200 channels" values={terms.map(({ value }) => value)} />
        <ChannelStrip
          name="× the filter’s 200 weights"
          values={terms.map(({ weight }) => weight)}
        />
        <ChannelStrip name="= 200 products" values={terms.map(({ product }) => product)} />
        <p>
          Added up, with the bias: <strong>{formatNumber(model.pixel.output)}</strong>
        </p>
        <PixelSumLine pixel={model.pixel} />
        <div className="cm-row">
          <NumberField
            label="Seed of the numbers"
            value={state.seed}
            min={0}
            max={2 ** 32 - 1}
            step={1}
            {...held(props, "seed")}
            onChange={(seed) => set({ seed })}
          />
          <Button
            disabled={pinned.has("seed")}
            onPress={() => set(({ seed }) => ({ seed: (seed + 1) % 2 ** 32 }))}
          >
            Other numbers
          </Button>
        </div>
      </div>
    </div>
  );
}
