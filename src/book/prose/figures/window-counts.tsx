import { outputSize, sourceIndex } from "../../../core/conv/geometry";
import { Matrix } from "./matrix";
import { StaticFigure } from "./static-figure";

/** How many windows of one layer read each cell of a small input. */
export function WindowCounts({
  input,
  kernel,
  padding = 0,
}: {
  input: number;
  kernel: number;
  padding?: number;
}) {
  const positions = outputSize(input, kernel, { padBefore: padding, padAfter: padding }) ?? 0;
  const reads = Array.from({ length: input }, () => 0);
  for (let from = 0; from < positions; from++)
    for (let tap = 0; tap < kernel; tap++) {
      const source = sourceIndex(from + tap - padding, input, "zero");
      if (source !== null) reads[source]!++;
    }
  const counts = reads.map((row) => reads.map((column) => row * column));
  return (
    <StaticFigure
      caption={`A ${kernel}×${kernel} kernel on ${input}×${input}, ${padding === 0 ? "no padding" : `padding ${padding}`}: the number of windows that read each pixel.`}
    >
      <div className="prose-row">
        <Matrix label="Windows per pixel" values={counts} />
      </div>
    </StaticFigure>
  );
}
