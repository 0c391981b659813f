import type { DigitTrainerModel } from "../view-model";

type LayerTableProps = Pick<DigitTrainerModel, "layers" | "facts">;

/** What every layer makes and costs, and the sums. */
export function LayerTable({ layers, facts }: LayerTableProps) {
  return (
    <div className="dt-scroll" role="group" tabIndex={0} aria-label="The layers">
      <table className="dt-layers">
        <thead>
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">Output</th>
            <th scope="col">Parameters</th>
            <th scope="col">Products</th>
          </tr>
        </thead>
        <tbody>
          {layers.map(({ name, shape, parameters, macs }, at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              <td>{shape}</td>
              <td>{parameters}</td>
              <td>{macs}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td>{facts[2]!.value} in</td>
            <td>{facts[0]!.value}</td>
            <td>{facts[1]!.value}</td>
          </tr>
        </tfoot>
      </table>
      {facts.slice(0, 2).map(({ name, value, work }) => (
        <p key={name} className="dt-quiet">
          {name}: {work} = {value}
        </p>
      ))}
    </div>
  );
}
