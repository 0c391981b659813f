import { memo } from "react";
import type { DigitTrainerModel } from "../view-model";
import { GreyPicture } from "./grey-picture";
import type { TrainerProps } from "./trainer-props";

export interface SampleStripProps {
  readonly samples: DigitTrainerModel["samples"];
  readonly chosen: number;
  readonly set: TrainerProps["set"];
}

/** Pictures that the network never trains on, one of them chosen. */
export const SampleStrip = memo(function SampleStrip(props: SampleStripProps) {
  const { samples, chosen, set } = props;
  return (
    <fieldset className="dt-samples">
      <legend>New pictures</legend>
      <div className="dt-strip">
        {samples.map(({ image, label }, at) => (
          <button
            key={at}
            type="button"
            className="dt-sample"
            aria-pressed={at === chosen}
            onClick={() => set({ sample: at })}
          >
            <GreyPicture label={`Picture ${at + 1}: ${label}`} image={image} />
          </button>
        ))}
      </div>
    </fieldset>
  );
});
