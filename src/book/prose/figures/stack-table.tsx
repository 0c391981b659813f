import { whole } from "../../facts/format";
import { receptiveField } from "../../../core/receptive-field/receptive-field";
import { repeated } from "../../../core/receptive-field/window-step";
import { StaticFigure } from "./static-figure";

const DEPTHS = [1, 2, 3, 5];

/** A stack of 3×3 layers against the single kernel that sees as far, per pair of channels. */
export function StackTable() {
  return (
    <StaticFigure caption="Weights in units of C², for C channels in, between and out. Equal channels are the condition.">
      <table>
        <thead>
          <tr>
            <th scope="col">3×3 layers</th>
            <th scope="col">sees</th>
            <th scope="col">weights, stack</th>
            <th scope="col">weights, one kernel</th>
            <th scope="col">activations kept</th>
          </tr>
        </thead>
        <tbody>
          {DEPTHS.map((depth) => {
            const { size } = receptiveField(repeated({ kernelSize: 3 }, depth));
            return (
              <tr key={depth}>
                <th scope="row">{depth}</th>
                <td>
                  {size}×{size}
                </td>
                <td>{whole(9 * depth)} C²</td>
                <td>{whole(size * size)} C²</td>
                <td>{depth} maps per channel against 1</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </StaticFigure>
  );
}
