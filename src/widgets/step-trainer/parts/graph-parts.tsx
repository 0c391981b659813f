import type { ReactNode } from "react";

interface NodeProps {
  readonly name: string;
  /** What it is, in a word. */
  readonly about: string;
  readonly value: ReactNode;
  readonly gradientName: string;
  readonly gradient: ReactNode;
  /** Which half is being worked out now. */
  readonly now?: "value" | "gradient" | null;
}

/** One quantity of the graph: its value on the way forward, its gradient on the way back. */
export function GraphNode({ name, about, value, gradientName, gradient, now }: NodeProps) {
  return (
    <li className="st-node">
      <div className="st-half" data-now={now === "value" || undefined}>
        <span className="st-name">
          <b>{name}</b> {about}
        </span>
        {value}
      </div>
      <div className="st-half" data-kind="gradient" data-now={now === "gradient" || undefined}>
        <span className="st-name">
          <b>{gradientName}</b>
        </span>
        {gradient}
      </div>
    </li>
  );
}

interface EdgeProps {
  /** What happens on the way forward, and what to the gradient on the way back. */
  readonly forward: string;
  readonly backward: string;
  readonly now?: "forward" | "backward" | null;
}

/** The way from one quantity to the next, and back; its arrows are decoration, its words are not. */
export function GraphEdge({ forward, backward, now }: EdgeProps) {
  return (
    <li className="st-edge">
      <Arrow text={forward} way="forward" now={now === "forward"} />
      <Arrow text={backward} way="backward" now={now === "backward"} />
    </li>
  );
}

function Arrow({ text, way, now }: { text: string; way: "forward" | "backward"; now: boolean }) {
  return (
    <span className="st-arrow" data-way={way} data-now={now || undefined}>
      <span>{text}</span>
      <svg viewBox="0 0 36 12" aria-hidden="true">
        <path
          d={way === "forward" ? "M2 6h31M28 1.5 33.5 6 28 10.5" : "M34 6H3M8 1.5 2.5 6 8 10.5"}
        />
      </svg>
    </span>
  );
}
