import { NumberGrid } from "../../../viz/grid/number-grid";
import { Operator } from "../../../viz/flow/operator";
import type { StackModel } from "../model";

/** Small kernels, one after the other without an activation, as the one kernel that they are. */
export function Composed({ model: { composed, state } }: { readonly model: StackModel }) {
  if (!composed) return null;
  const { kernel, layers } = state;
  return (
    <div className="ks-composed">
      <div className="ks-small">
        <NumberGrid
          label={`each of the ${layers} kernels`}
          rows={kernel}
          columns={kernel}
          values={composed.taps}
        />
        <span className="ks-quiet">{layers} times this</span>
      </div>
      <Operator kind="equals" />
      <div className="ks-large">
        <NumberGrid
          label={`the ${composed.side} by ${composed.side} kernel that they are`}
          rows={composed.side}
          columns={composed.side}
          values={composed.data}
        />
        <span className="ks-quiet">once this</span>
      </div>
    </div>
  );
}
