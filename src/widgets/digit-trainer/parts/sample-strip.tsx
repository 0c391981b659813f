import type { DigitTrainerModel } from "../view-model";
import { GreyPicture } from "./grey-picture";

export interface SampleStripProps {
  readonly samples: DigitTrainerModel["samples"];
  readonly chosen: number;
  readonly onChoose: (sample: number) => void;
}

/** Pictures that the network never trains on, one of them chosen. */
export function SampleStrip({ samples, chosen, onChoose }: SampleStripProps) {
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
            onClick={() => onChoose(at)}
          >
            <GreyPicture label={`Picture ${at + 1}: ${label}`} image={image} />
          </button>
        ))}
      </div>
    </fieldset>
  );
}
