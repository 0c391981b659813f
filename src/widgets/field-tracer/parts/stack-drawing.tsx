import { memo, useRef, type KeyboardEvent, type PointerEvent } from "react";
import type { Span } from "../../../core/receptive-field/unit-field";
import { atDepth, moveDepth, moveUnit, unitLookingAt } from "../transitions";
import type { FieldTracerModel } from "../view-model";
import type { PartProps } from "./tracer-props";

const WIDTH = 1000;
const HEIGHT = 400;
/** Above and below the first and the last map. */
const EDGE = 14;
/** Maps of no more units than this are drawn unit by unit. */
const SINGLE = 64;

/** Where things of a stack lie in the drawing: input columns to the right, layers upwards. */
function scalesOf({ stack, view }: FieldTracerModel) {
  const pitch = (HEIGHT - 2 * EDGE) / Math.max(stack.layers.length, 1);
  const x = (place: number): number => ((place + 0.5 - view.column) / view.columns) * WIDTH;
  return {
    pitch,
    y: (depth: number): number => HEIGHT - EDGE - depth * pitch,
    /** Left border of the units from the first to the last. */
    box(depth: number, { first, last }: Span, part = 1) {
      const { start, jump } = stack.fields[depth]!;
      const left = x(start + (first - part / 2) * jump);
      return { x: left, width: Math.max(x(start + (last + part / 2) * jump) - left, 1.5) };
    },
  };
}

/** Units that a path from the chosen one leads to, map by map, the input first. */
function readUnits({ stack, unit }: FieldTracerModel): readonly ReadonlySet<number>[] {
  const sets = [new Set([unit.column])];
  for (let at = unit.depth - 1; at >= 0; at--) {
    const { kernelSize, stride = 1, padding = 0, dilation = 1 } = stack.layers[at]!;
    const next = new Set<number>();
    for (const column of sets[0]!)
      for (let tap = 0; tap < kernelSize; tap++) {
        const cell = column * stride - padding + tap * dilation;
        if (cell >= 0 && cell < stack.sizes[at]!) next.add(cell);
      }
    sets.unshift(next);
  }
  return sets;
}

/**
 * A cut through the stack along the columns: every map at its height, the chosen unit, and all that
 * it depends on down to the picture, which lies right below.
 */
export const StackDrawing = memo(function StackDrawing({ model, set, pinned }: PartProps) {
  const { stack, unit, spans, layerName, field } = model;
  const frame = useRef<HTMLDivElement>(null);
  const { pitch, y, box } = scalesOf(model);
  const bar = Math.min(Math.max(pitch * 0.34, 1.2), 9);
  const fixed = pinned("depth") && pinned("column");
  const singles = stack.sizes.every((size) => size <= SINGLE);
  const read = singles ? readUnits(model) : [];

  function onKeyDown(event: KeyboardEvent) {
    const far = event.shiftKey ? 10 : 1;
    const change = {
      ArrowUp: (state) => moveDepth(state, far),
      ArrowDown: (state) => moveDepth(state, -far),
      PageUp: (state) => moveDepth(state, 10),
      PageDown: (state) => moveDepth(state, -10),
      Home: (state) => atDepth(state, 0),
      End: (state) => atDepth(state, stack.layers.length),
      ArrowLeft: (state) => moveUnit(state, 0, -far),
      ArrowRight: (state) => moveUnit(state, 0, far),
    } satisfies Record<string, Parameters<typeof set>[0]>;
    if (!Object.hasOwn(change, event.key) || event.altKey || event.metaKey || fixed) return;
    event.preventDefault();
    set(change[event.key as keyof typeof change]);
  }

  function point(event: PointerEvent) {
    const area = frame.current?.getBoundingClientRect();
    if (!area || fixed) return;
    const across = (event.clientX - area.left) / area.width;
    const down = ((event.clientY - area.top) / area.height) * HEIGHT;
    const depth = Math.round((HEIGHT - EDGE - down) / pitch);
    const to = Math.min(Math.max(depth, 0), stack.layers.length);
    const column = model.view.column + across * model.view.columns - 0.5;
    const found = unitLookingAt(stack, to, { row: model.centre.row, column });
    set({ ...found, pixelRow: -1, pixelColumn: -1 });
  }

  return (
    <div
      ref={frame}
      className="ft-stack"
      role="slider"
      tabIndex={0}
      aria-label="The stack: up and down choose the layer, left and right the unit"
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={stack.layers.length}
      aria-valuenow={unit.depth}
      aria-valuetext={`${layerName}, unit (${unit.row}, ${unit.column}): sees ${field.size} × ${field.size}`}
      aria-disabled={fixed || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        frame.current?.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={(event) =>
        frame.current?.hasPointerCapture(event.pointerId) ? point(event) : undefined
      }
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path className="ft-cone" d={conePath(model)} />
        {stack.sizes.map((size, depth) => {
          const top = y(depth) - bar / 2;
          const whole = { first: 0, last: size - 1 };
          const reached = depth <= unit.depth ? spans[depth] : undefined;
          if (singles)
            return (
              <g key={depth}>
                <path className="ft-units" d={unitsPath(range(size), depth, top, bar, box)} />
                {read[depth] && (
                  <path
                    className="ft-units-read"
                    d={unitsPath([...read[depth]], depth, top, bar, box)}
                  />
                )}
              </g>
            );
          return (
            <g key={depth}>
              <rect className="ft-map" y={top} height={bar} {...box(depth, whole)} />
              {reached && reached.last >= reached.first && (
                <rect className="ft-map-read" y={top} height={bar} {...box(depth, reached)} />
              )}
            </g>
          );
        })}
        <UnitMark model={model} y={y(unit.depth)} box={box} />
      </svg>
    </div>
  );
});

type Box = ReturnType<typeof scalesOf>["box"];

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, at) => at);

function unitsPath(
  units: readonly number[],
  depth: number,
  top: number,
  height: number,
  box: Box,
): string {
  return units
    .map((at) => {
      const { x, width } = box(depth, { first: at, last: at }, 0.72);
      return `M${x.toFixed(1)} ${top.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}z`;
    })
    .join("");
}

/** From the unit down to its field, padding included: straight where the layers are alike. */
function conePath(model: FieldTracerModel): string {
  const { stack, unit } = model;
  const { y, box } = scalesOf(model);
  let span: Span = { first: unit.column, last: unit.column };
  const left: string[] = [];
  const right: string[] = [];
  for (let depth = unit.depth; depth >= 0; depth--) {
    const { x, width } = box(depth, span);
    left.push(`${x.toFixed(1)} ${y(depth).toFixed(1)}`);
    right.unshift(`${(x + width).toFixed(1)} ${y(depth).toFixed(1)}`);
    const below = stack.layers[depth - 1];
    if (!below) break;
    const { kernelSize, stride = 1, padding = 0, dilation = 1 } = below;
    const first = span.first * stride - padding;
    span = { first, last: span.last * stride - padding + (kernelSize - 1) * dilation };
  }
  return `M${[...left, ...right].join("L")}z`;
}

function UnitMark({
  model,
  y,
  box,
}: {
  readonly model: FieldTracerModel;
  readonly y: number;
  readonly box: Box;
}) {
  const { unit } = model;
  const { x, width } = box(unit.depth, { first: unit.column, last: unit.column });
  const wide = Math.max(width, 14);
  return (
    <rect
      className="ft-unit"
      x={x + width / 2 - wide / 2}
      y={y - 8}
      width={wide}
      height={16}
      rx={3}
    />
  );
}
