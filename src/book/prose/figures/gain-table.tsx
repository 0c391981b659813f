import { fixed } from "../../facts/format";
import { activations, momentsOf } from "../../facts/math/activation";
import { StaticFigure } from "./static-figure";

/** Gains of common activations, and how steady the scale is there. */
export function GainTable() {
  return (
    <StaticFigure caption="Computed by quadrature for z ~ N(0, 1). χ is the factor on the mean squared gradient per layer; a map slope above 1 means that an error in the scale grows from layer to layer.">
      <table>
        <thead>
          <tr>
            <th scope="col">Activation</th>
            <th scope="col">E f</th>
            <th scope="col">E f²</th>
            <th scope="col">gain</th>
            <th scope="col">χ</th>
            <th scope="col">map slope</th>
            <th scope="col">PyTorch’s gain</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(activations).map(([name, activation]) => {
            const { mean, second, gain: factor, chi, mapSlope } = momentsOf(activation);
            return (
              <tr key={name}>
                <th scope="row">{activation.label}</th>
                <td>{fixed(3)(mean)}</td>
                <td>{fixed(3)(second)}</td>
                <td>{fixed(3)(factor)}</td>
                <td>{fixed(3)(chi)}</td>
                <td>{fixed(3)(mapSlope)}</td>
                <td>{activation.torchGain}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </StaticFigure>
  );
}
