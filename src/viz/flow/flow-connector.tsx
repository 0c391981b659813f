import { connectorPath } from "./connector-path";
import "./flow.css";

export interface FlowConnectorProps {
  /**
   * `line` joins one part to the next; `merge` brings `count` rows together; `split` spreads one
   * part over `count` rows. In an upright flow every kind is one line down.
   */
  readonly kind: "line" | "merge" | "split";
  /** Rows merged or split; default 1. */
  readonly count?: number | undefined;
  /** The row drawn strong, e.g. the one under the pointer. */
  readonly active?: number | null | undefined;
}

/** A quiet line from one part of a calculation to the next; decoration, hidden from speech. */
export function FlowConnector({ kind, count = 1, active }: FlowConnectorProps) {
  const rows = kind === "line" ? [0] : Array.from({ length: count }, (_, row) => row);
  return (
    <span className="viz-connector" data-kind={kind} aria-hidden="true">
      <svg
        className="viz-connector-sideways"
        viewBox={`0 0 100 ${rows.length * 100}`}
        preserveAspectRatio="none"
      >
        {rows.map((row) => (
          <path
            key={row}
            data-active={row === active || undefined}
            d={connectorPath(kind, row, rows.length)}
          />
        ))}
      </svg>
      <svg className="viz-connector-down" viewBox="0 0 100 100" preserveAspectRatio="none">
        <path d="M50 0V100" />
      </svg>
    </span>
  );
}
