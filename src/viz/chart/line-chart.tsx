import { useId, useMemo, useRef } from "react";
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { formatNumber } from "../../core/format/number";
import { valueAt, type ChartAxis } from "./axis";
import { moveCursor } from "./move-cursor";
import { Axes } from "./parts/axes";
import { ChartLegend } from "./parts/chart-legend";
import { EndLabels } from "./parts/end-labels";
import { Limits } from "./parts/limits";
import { SeriesMarks } from "./parts/series-marks";
import { layOut, type Plot } from "./plot";
import { nearest, valueNear, type ChartLimit, type ChartSeries } from "./series";
import { useWidth } from "./use-width";
import "../viz.css";
import "./chart.css";

export interface LineChartProps {
  /** What the chart shows; its accessible name. */
  readonly label: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** Drawn in this order. Keep the array while nothing changes: paths are made anew with it. */
  readonly series: readonly ChartSeries[];
  readonly limits?: readonly ChartLimit[] | undefined;
  /** In CSS pixels; default 320. */
  readonly height?: number | undefined;
  /** Width in the served page, before it is measured; in CSS pixels, default 680. */
  readonly usualWidth?: number | undefined;
  /** Where the cursor stands, in x; none for `null`. */
  readonly cursor?: number | null | undefined;
  /** Called with one of `stops`. With it the chart can be focused, and keys move the cursor. */
  readonly onCursor?: ((x: number) => void) | undefined;
  /** Places for the cursor, rising; default: those of the first curve. */
  readonly stops?: ArrayLike<number> | undefined;
  /** What is read out at the cursor; default: every curve's name and value. */
  readonly describeCursor?: ((x: number) => string) | undefined;
  /** Leaves out the legend below. */
  readonly bare?: boolean | undefined;
  /** More SVG in the plot, drawn last. */
  readonly overlay?: ((plot: Plot) => ReactNode) | undefined;
}

/** Radius of a dot with its rim, in pixels. */
const DOT = 5.25;

/** Curves, bands, faint runs and dots over two axes, with a cursor that reads out values. */
export function LineChart(props: LineChartProps) {
  const { label, x, y, series, limits = [], height = 320, cursor = null, onCursor } = props;
  const { bare = false, overlay } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, props.usualWidth ?? 680);
  const clipId = useId();
  const labelRoom = useMemo(() => roomFor(series), [series]);
  const plot = useMemo(
    () => layOut(x, y, series, { width, height, labelRoom }),
    [x, y, series, width, height, labelRoom],
  );
  const marks = useMemo(() => <SeriesMarks plot={plot} series={series} />, [plot, series]);
  const stops = props.stops ?? firstStops(series);
  const describe = props.describeCursor ?? ((at: number) => readOut(x, series, at));

  function onPointer(event: PointerEvent) {
    const box = frame.current?.querySelector("svg")?.getBoundingClientRect();
    if (!onCursor || !box || stops.length === 0) return;
    const pixel = ((event.clientX - box.left) / box.width) * plot.width;
    const wanted = valueAt(x, [plot.left, plot.right], pixel);
    const next = stops[nearest(stops, wanted)]!;
    if (next !== cursor) onCursor(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    const next = moveCursor(stops, cursor ?? stops[0] ?? 0, event);
    if (next === null) return;
    event.preventDefault();
    onCursor?.(next);
  }

  const reading = cursor === null ? "" : describe(cursor);
  const slider = onCursor && stops.length > 0;
  return (
    <div className="viz-chart">
      <div
        ref={frame}
        className="viz-chart-frame"
        {...(slider
          ? {
              role: "slider",
              tabIndex: 0,
              "aria-label": label,
              "aria-valuemin": stops[0],
              "aria-valuemax": stops[stops.length - 1],
              "aria-valuenow": cursor ?? stops[0],
              "aria-valuetext": reading || "nothing chosen",
              onKeyDown,
              onPointerDown: onPointer,
              onPointerMove: (event: PointerEvent) => {
                if (event.pointerType !== "touch" || event.buttons > 0) onPointer(event);
              },
            }
          : { role: "img", "aria-label": label })}
      >
        <svg viewBox={`0 0 ${plot.width} ${plot.height}`} aria-hidden="true">
          <clipPath id={clipId}>
            <rect {...drawnIn(plot)} />
          </clipPath>
          <Axes plot={plot} x={x} y={y} />
          <g clipPath={`url(#${clipId})`}>{marks}</g>
          <Limits plot={plot} limits={limits} />
          <EndLabels plot={plot} series={series} />
          {overlay?.(plot)}
          {cursor !== null && <CursorMark plot={plot} series={series} at={cursor} />}
        </svg>
      </div>
      {onCursor && (
        <p className="viz-chart-reading" aria-hidden="true">
          {reading || " "}
        </p>
      )}
      {!bare && <ChartLegend series={series} />}
    </div>
  );
}

/** The first curve's places; of no curve, none. */
function firstStops(series: readonly ChartSeries[]): ArrayLike<number> {
  return (series.find(({ kind }) => kind === "line") ?? series[0])?.x ?? [];
}

/** "layer 28: median 37.9, theory 37.93". */
function readOut(x: ChartAxis, series: readonly ChartSeries[], at: number): string {
  const parts = series.flatMap((one) => {
    if (one.kind === "line" || one.kind === "theory")
      return [`${one.name} ${formatNumber(valueNear(one, at))}`];
    if (one.kind !== "band") return [];
    const [low, high] = [one.low, one.high].map((y) => valueNear({ x: one.x, y }, at));
    return [`${one.name} ${formatNumber(low!)} to ${formatNumber(high!)}`];
  });
  return `${x.title} ${(x.format ?? formatNumber)(at)}: ${parts.join(", ")}`;
}

/** The plot with its strips, and room around for dots that stand on an edge. */
function drawnIn({ left, right, top, bottom, strips }: Plot) {
  const upper = Math.min(top, ...strips.map((strip) => strip.top)) - DOT;
  const lower = Math.max(bottom, ...strips.map((strip) => strip.top + strip.height)) + DOT;
  return { x: left - DOT, y: upper, width: right - left + 2 * DOT, height: lower - upper };
}

function roomFor(series: readonly ChartSeries[]): number {
  const labels = series.map((one) => ("label" in one && one.label ? one.label.length : 0));
  const longest = Math.max(0, ...labels);
  return longest === 0 ? 0 : 14 + longest * 7;
}

function CursorMark({
  plot,
  series,
  at,
}: {
  plot: Plot;
  series: readonly ChartSeries[];
  at: number;
}) {
  const place = plot.px(at);
  return (
    <g className="viz-chart-cursor">
      <path d={`M${place} ${plot.top}V${plot.bottom}`} />
      {series.map((one) =>
        one.kind === "line" && one.x.length > 0 ? (
          // On its curve: one with few points has none just here.
          <circle
            key={one.name}
            cx={plot.px(one.x[nearest(one.x, at)]!)}
            cy={plot.py(valueNear(one, at))}
            r={4}
          />
        ) : null,
      )}
    </g>
  );
}
