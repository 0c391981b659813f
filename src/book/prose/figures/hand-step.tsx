import { handExample, smallLayerPass } from "../../../core/backprop/small-layer";
import { whole } from "../../facts/format";
import type { Grid } from "../../facts/math/one-channel";
import { Matrix } from "./matrix";
import { StaticFigure } from "./static-figure";

/** A square in the form of a grid. */
function square(values: readonly number[]): Grid {
  const side = Math.sqrt(values.length);
  return Array.from({ length: side }, (_, row) => values.slice(row * side, (row + 1) * side));
}

/** The forward pass of one small convolution, every number computed. */
export function HandStep() {
  const { preActivation, output, loss } = smallLayerPass(handExample);
  return (
    <StaticFigure
      caption={`Forward: the window slides, ReLU cuts the negative value, and the loss is ½ of the sum of squares: ${whole(loss)}.`}
    >
      <div className="prose-row">
        <Matrix label="Input x" values={square(handExample.input)} />
        <span className="prose-operator">⋆</span>
        <Matrix label="Kernel w" values={square(handExample.kernel)} />
        <span className="prose-operator">=</span>
        <Matrix label="Pre-activation z" values={square(preActivation)} />
        <span className="prose-operator">→</span>
        <Matrix label="Output y" values={square(output)} />
      </div>
    </StaticFigure>
  );
}
