import { vgg16Fields } from "../../facts/math/networks";
import { StaticFigure } from "./static-figure";

/** VGG-16 layer by layer: what a unit sees, and how far apart two neighbours look. */
export function FieldTable() {
  return (
    <StaticFigure caption="VGG-16: a 3×3 layer adds twice the jump; a 2×2 pool adds the jump once and then doubles it.">
      <div className="prose-scroll" tabIndex={0} role="group" aria-label="VGG-16, scrollable table">
        <table>
          <thead>
            <tr>
              <th scope="col">Layer</th>
              <th scope="col">Receptive field</th>
              <th scope="col">Jump</th>
            </tr>
          </thead>
          <tbody>
            {vgg16Fields().map(({ name, size, jump }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{size}</td>
                <td>{jump}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </StaticFigure>
  );
}
