import { formatInteger, formatNumber } from "../../../core/format/number";
import type { Curve } from "../view-model";
import { chartScale, ticksOf, type YScale } from "./chart-scale";

export interface RunChartProps {
  readonly title: string;
  readonly curves: readonly Curve[];
  readonly scale: YScale;
  /** Where the x axis ends at least, in steps. */
  readonly steps: number;
  readonly stepsPerEpoch: number;
  /** A value that everything is compared with, and its name. */
  readonly line?: { readonly value: number; readonly name: string } | undefined;
  /** What stands there before there are curves. */
  readonly empty: string;
  readonly format?: ((value: number) => string) | undefined;
}

const box = { left: 44, right: 348, top: 10, bottom: 176, width: 360, height: 214 };

/** Curves over the steps of a run. */
export function RunChart(props: RunChartProps) {
  const { title, curves, scale, stepsPerEpoch, line, empty, format = formatNumber } = props;
  const points = curves.flatMap((curve) => curve.points);
  const last = points.reduce((most, [step]) => Math.max(most, step), 1);
  const end = Math.max(props.steps, last);
  const y = chartScale([...points.map(([, value]) => value), ...(line ? [line.value] : [])], scale);
  const px = (step: number) => box.left + ((box.right - box.left) * step) / end;
  const py = (value: number) => box.bottom - (box.bottom - box.top) * y.place(value);
  return (
    <figure className="dt-chart">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-label={`${title}. ${summaryOf(curves, format)}`}
      >
        {y.ticks.map((tick) => (
          <g key={tick} className="dt-tick">
            <path d={`M${box.left} ${py(tick)}H${box.right}`} />
            <text x={box.left - 6} y={py(tick) + 4} textAnchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {epochTicks(end, stepsPerEpoch).map((epoch) => (
          <g key={epoch} className="dt-tick">
            <path d={`M${px(epoch * stepsPerEpoch)} ${box.bottom}v5`} />
            <text x={px(epoch * stepsPerEpoch)} y={box.bottom + 18} textAnchor="middle">
              {formatInteger(epoch)}
            </text>
          </g>
        ))}
        <text className="dt-axis" x={box.right} y={box.height - 4} textAnchor="end">
          epochs
        </text>
        <path className="dt-frame" d={`M${box.left} ${box.top}V${box.bottom}H${box.right}`} />
        {line && (
          <g className="dt-limit">
            <path d={`M${box.left} ${py(line.value)}H${box.right}`} />
            <text x={box.right} y={py(line.value) - 5} textAnchor="end">
              {line.name}
            </text>
          </g>
        )}
        {curves.map(({ name, kind, points: own }, at) => (
          <g key={name} className="dt-curve" data-kind={kind} data-at={colorAt(curves, at)}>
            <path d={pathOf(own, px, py)} />
            {kind === "marks" &&
              own.map(([step, value]) => (
                <circle key={step} cx={px(step)} cy={py(value)} r={2.5} />
              ))}
          </g>
        ))}
        {points.length === 0 && (
          <text className="dt-empty" x={(box.left + box.right) / 2} y={60} textAnchor="middle">
            {empty}
          </text>
        )}
      </svg>
      <ul className="dt-legend">
        {curves.map(({ name, kind, points: own }, at) => (
          <li key={name} data-kind={kind} data-at={colorAt(curves, at)}>
            <svg viewBox="0 0 20 8" aria-hidden="true">
              <path d="M0 4h20" />
            </svg>
            {name}
            {kind !== "faint" && own.length > 0 && (
              <span className="dt-quiet"> {format(own.at(-1)![1])}</span>
            )}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Colours are dealt to the curves that are not pale. */
function colorAt(curves: readonly Curve[], at: number): number {
  return curves.slice(0, at).filter(({ kind }) => kind !== "faint").length % 5;
}

function pathOf(
  points: Curve["points"],
  px: (step: number) => number,
  py: (value: number) => number,
): string {
  let pen = "M";
  return points
    .map(([step, value]) => {
      if (!Number.isFinite(value)) {
        pen = "M";
        return "";
      }
      const move = `${pen}${px(step).toFixed(1)} ${py(value).toFixed(1)}`;
      pen = "L";
      return move;
    })
    .join("");
}

function epochTicks(end: number, stepsPerEpoch: number): readonly number[] {
  return ticksOf(0, end / stepsPerEpoch, 6).filter(Number.isInteger);
}

function summaryOf(curves: readonly Curve[], format: (value: number) => string): string {
  const shown = curves.filter(({ kind, points }) => kind !== "faint" && points.length > 0);
  if (shown.length === 0) return "Nothing yet.";
  return shown.map(({ name, points }) => `${name}: ${format(points.at(-1)![1])}.`).join(" ");
}
