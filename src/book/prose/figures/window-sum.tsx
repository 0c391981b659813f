import { whole } from "../../facts/format";
import { mixExample, mixFilters, mixInput } from "../../facts/math/kernel-examples";
import { Matrix } from "./matrix";
import { StaticFigure } from "./static-figure";

const NAMES = ["A", "B"];

/** The worked example: two channels, two kernels, two partial maps, their sum and the bias. */
export function WindowSum({ filter = 1 }: { filter?: 1 | 2 }) {
  const { kernels, bias } = mixFilters[filter - 1]!;
  const { partials, output } = mixExample(filter);
  return (
    <StaticFigure
      caption={`Filter ${filter}: each channel meets its own kernel; the partial maps are added cell by cell; the bias comes last.`}
    >
      {kernels.map((kernel, channel) => (
        <div className="prose-row" key={NAMES[channel]}>
          <Matrix label={`Input ${NAMES[channel]}`} values={mixInput[channel]!} />
          <span className="prose-operator">⋆</span>
          <Matrix label={`Kernel ${NAMES[channel]}`} values={kernel} />
          <span className="prose-operator">=</span>
          <Matrix label={`Partial map ${NAMES[channel]}`} values={partials[channel]!} />
        </div>
      ))}
      <div className="prose-row">
        <Matrix label="Partial A" values={partials[0]!} />
        <span className="prose-operator">+</span>
        <Matrix label="Partial B" values={partials[1]!} />
        <span className="prose-operator">
          {bias < 0 ? "−" : "+"} {whole(Math.abs(bias))} =
        </span>
        <Matrix label={`Output ${filter}`} values={output} />
      </div>
    </StaticFigure>
  );
}
