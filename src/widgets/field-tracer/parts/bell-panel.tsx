import { Message } from "../../../ui/message";
import type { BellModel } from "../view-model";
import { BellCurve } from "./bell-curve";
import { BellMap } from "./bell-map";
import { ShareLegend } from "./share-legend";
import type { PartProps } from "./tracer-props";

interface BellPanelProps extends PartProps {
  readonly id: string;
  readonly bell: BellModel;
  readonly still: string | undefined;
}

/** How much each pixel counts. */
export function BellPanel({ bell, ...props }: BellPanelProps) {
  const { model } = props;
  return (
    <div className="ft-side ft-bell">
      <p className="ft-name">{bell.title}</p>
      <BellCurve model={model} bell={bell} />
      <BellMap {...props} bell={bell} />
      <ShareLegend bell={bell} />
      <p className="ft-trace" aria-live="polite">
        {bell.trace}
      </p>
      <Message kind="busy">{bell.waiting}</Message>
      {bell.note && <p className="ft-note">{bell.note}</p>}
    </div>
  );
}
