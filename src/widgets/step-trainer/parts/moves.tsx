import { memo } from "react";
import { formatNumber } from "../../../core/format/number";
import { bracketed } from "../../../viz/sum/bracketed";
import type { NumberId } from "../quantity";
import type { Move } from "../view-model";
import "./moves.css";

interface MovesProps {
  readonly moves: readonly Move[];
  readonly rate: number;
  readonly open: NumberId | null;
  readonly onOpen: (id: NumberId) => void;
}

const WIDTH = 200;
const EDGE = 8;

/** Weights and bias on one number line each, moving by −η times their slope. */
export const Moves = memo(function Moves({ moves, rate, open, onOpen }: MovesProps) {
  const ends = moves.flatMap(({ from, to, known }) => (known ? [from, to] : [from]));
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const place = (value: number) => EDGE + ((value - low) / (high - low || 1)) * (WIDTH - 2 * EDGE);
  const drawn = ends.every(Number.isFinite);
  return (
    <section className="st-moves" aria-label="The update">
      <h4>
        The update: <span className="st-formula">w ← w − η · dL/dw</span>
      </h4>
      <ul>
        {moves.map((move) => (
          <li key={move.id} className="st-move" data-done={move.done || undefined}>
            <b>{move.name}</b>
            {drawn ? <Track move={move} place={place} /> : <span />}
            <MoveText move={move} rate={rate} open={open} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
});

function Track({ move, place }: { move: Move; place: (value: number) => number }) {
  const { from, to, known, done, slope } = move;
  const [start, end] = [place(from), place(to)];
  const head = Math.sign(end - start) * Math.min(5, Math.abs(end - start));
  return (
    <svg className="st-track" viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true">
      <path className="st-line" d={`M0 14H${WIDTH}`} />
      <path className="st-zero" d={`M${place(0)} 9V19`} />
      {known && end !== start && (
        <path
          className="st-shift"
          data-sign={slope > 0 ? "positive" : "negative"}
          d={`M${start} 5H${end}m${-head} -4 ${head} 4 ${-head} 4`}
        />
      )}
      <circle className="st-from" cx={start} cy={14} r={4} />
      <circle className="st-dot" cx={done ? end : start} cy={14} r={4} />
    </svg>
  );
}

function MoveText({ move, rate, open, onOpen }: { move: Move } & Omit<MovesProps, "moves">) {
  const { id, name, from, slope, to, known, done } = move;
  if (!known) return <span className="st-sum">{formatNumber(from)}</span>;
  const work = `${formatNumber(from)} − ${formatNumber(rate)} × ${bracketed(slope, true)}`;
  if (!done) return <span className="st-sum">{work}</span>;
  return (
    <span className="st-sum">
      {work} ={" "}
      <button
        type="button"
        className="st-new"
        aria-pressed={id === open}
        aria-label={`new ${name}: ${formatNumber(to)}`}
        onClick={() => onOpen(id)}
      >
        {formatNumber(to)}
      </button>
    </span>
  );
}
