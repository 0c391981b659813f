import { Message } from "../../../ui/message";
import { PredictionGate } from "../../../widget-kit/prediction/prediction-gate";
import type { BellModel } from "../view-model";
import { BellCurve } from "./bell-curve";
import { BellMap } from "./bell-map";
import type { PartProps } from "./tracer-props";

interface BellPanelProps extends PartProps {
  readonly id: string;
  readonly bell: BellModel;
  readonly still: string | undefined;
}

/** How much each pixel counts; for the whole chain, predicted first. */
export function BellPanel({ bell, ...props }: BellPanelProps) {
  const { model, id } = props;
  return (
    <div className="ft-side">
      {model.asked && (
        <PredictionGate
          id={`${id}-square`}
          question="The last unit sees 199 × 199 pixels. All weights are equal. How wide is the square in the middle that holds 95 % of the influence?"
          form={{
            kind: "number",
            label: "Side of the square, in pixels",
            min: 1,
            max: 199,
            step: 2,
            start: 151,
          }}
          truth={model.truth}
        >
          {null}
        </PredictionGate>
      )}
      <div className="ft-bell">
        <p className="ft-name">{bell.title}</p>
        <BellCurve model={model} bell={bell} />
        <BellMap {...props} bell={bell} />
        <p className="ft-legend">{bell.legend}</p>
        <p className="ft-trace" aria-live="polite">
          {bell.trace}
        </p>
        <Message kind="busy">{bell.waiting}</Message>
        {bell.note && <p className="ft-note">{bell.note}</p>}
      </div>
    </div>
  );
}
