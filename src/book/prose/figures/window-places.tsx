import { kernelReach, outputSize } from "../../../core/conv/geometry";
import { StaticFigure } from "./static-figure";

export interface WindowPlacesProps {
  input: number;
  kernel: number;
  before?: number;
  after?: number;
  stride?: number;
  dilation?: number;
}

const CELL = 56;
const ROW = 14;

/** Every position of the window along one axis, laid under the cells it covers. */
export function WindowPlaces({
  input,
  kernel,
  before = 0,
  after = 0,
  stride = 1,
  dilation = 1,
}: WindowPlacesProps) {
  const output = outputSize(input, kernel, {
    padBefore: before,
    padAfter: after,
    stride,
    dilation,
  });
  if (output === null) throw new Error(`a ${kernel}-cell window does not fit ${input} cells`);
  const cells = before + input + after;
  const reach = kernelReach(kernel, dilation);
  const unread = cells - ((output - 1) * stride + reach);
  const windows = Array.from({ length: output }, (_, at) => at * stride);
  const padding = before + after > 0 ? `, padding ${before} before and ${after} after` : "";
  const caption =
    `${input} cells, kernel ${kernel}${padding}, stride ${stride}: ${output} positions` +
    (unread > 0 ? `, and ${unread} cell at the end that no window reads.` : ".");
  return (
    <StaticFigure caption={caption}>
      <svg
        className="prose-drawing"
        viewBox={`0 0 ${cells * CELL + 2} ${CELL + 14 + output * ROW}`}
        role="img"
        aria-label={caption}
      >
        {Array.from({ length: cells }, (_, at) => (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a cell is its position
            key={at}
            className={at < before || at >= before + input ? "prose-cell-padding" : "prose-cell"}
            x={at * CELL + 1}
            y={1}
            width={CELL}
            height={CELL}
          />
        ))}
        {windows.flatMap((from, row) =>
          Array.from({ length: kernel }, (_, tap) => (
            <rect
              key={`${from},${tap}`}
              className="prose-tap"
              x={(from + tap * dilation) * CELL + 5}
              y={CELL + 12 + row * ROW}
              width={CELL - 8}
              height={8}
            />
          )),
        )}
      </svg>
    </StaticFigure>
  );
}
