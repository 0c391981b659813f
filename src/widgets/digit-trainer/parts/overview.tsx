import { KernelGrid } from "../../../viz/grid/kernel-grid";
import { Chances } from "./chances";
import { SampleStrip } from "./sample-strip";
import type { PartProps } from "./trainer-props";

/** Pictures to read, what the network says of one, and its first kernels. */
export function Overview({ model, set }: PartProps) {
  const { samples, state, classes, chances, firstKernels, session } = model;
  const chosen = samples[state.sample] ?? samples[0]!;
  return (
    <div className="dt-overview">
      <SampleStrip samples={samples} chosen={state.sample} set={set} />
      <div>
        <h4>What it says of the chosen picture</h4>
        <Chances
          label="Probability of each class"
          classes={classes}
          values={chances}
          marked={chosen.label}
        />
      </div>
      <div>
        <h4>Its first kernels {session ? "" : "are dice"}</h4>
        <ul className="dt-kernels" aria-label="Kernels of the first convolution">
          {firstKernels.kernels.map(({ name, values, size }) => (
            <li key={name}>
              <KernelGrid
                label={`${name}, convolution 1`}
                size={size}
                values={values}
                limit={firstKernels.limit}
                compact
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
