import { formatNumber } from "../../../core/format/number";
import { bracketed } from "../../../viz/sum/bracketed";
import { DESK_SIDE } from "../mixing";
import type { MixerState } from "../schema";
import type { Straightness } from "../straightness";

interface SidesAtPixelProps {
  readonly state: MixerState;
  readonly test: Straightness;
}

/** Both sides of the test at the chosen pixel, written out. */
export function SidesAtPixel({ state: { row, column, a, b }, test }: SidesAtPixelProps) {
  const at = row * DESK_SIDE + column;
  const [fx, fy] = [test.fx[at]!, test.fy[at]!];
  return (
    <>
      <p className="cm-name">
        Pixel in row {row}, column {column}: press another one in any of the three
      </p>
      <dl className="cm-facts">
        <div>
          <dt>f(a·x + b·y)</dt>
          <dd>
            {formatNumber(test.together[at]!)}
            <span className="cm-quiet">200 channels mixed first, then filtered</span>
          </dd>
        </div>
        <div>
          <dt>a·f(x) + b·f(y)</dt>
          <dd>
            {formatNumber(test.apart[at]!)}
            <span className="cm-quiet">
              {formatNumber(a)} × {bracketed(fx, true)} + {bracketed(b, true)} ×{" "}
              {bracketed(fy, true)}
            </span>
          </dd>
        </div>
        <div>
          <dt>the difference</dt>
          <dd>{formatNumber(test.difference[at]!)}</dd>
        </div>
      </dl>
    </>
  );
}
