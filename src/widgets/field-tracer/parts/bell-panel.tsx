import { memo } from "react";
import { Message } from "../../../ui/message";
import type { BellModel, Progress } from "../view-model";
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
export const BellPanel = memo(function BellPanel({ bell, ...props }: BellPanelProps) {
  const { model } = props;
  return (
    <div className="ft-side ft-bell">
      <p className="ft-name">
        {bell.title}
        {bell.waiting && bell.progress && <SeedProgress {...bell.progress} />}
      </p>
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
});

/** How far the measurement has come; the title says it in words. */
function SeedProgress({ done, of }: Progress) {
  return <progress className="ft-progress" max={of} value={done} aria-label="Seeds measured" />;
}
