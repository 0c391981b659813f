import "./flow.css";

export type OperatorKind = "convolve" | "multiply" | "add" | "sum" | "relu" | "identity" | "equals";

export interface OperatorProps {
  readonly kind: OperatorKind;
  /** Accessible name; default: the operator's ("convolved with", "plus", …). */
  readonly label?: string | undefined;
}

interface Sign {
  readonly label: string;
  readonly path: string;
}

const signs: Readonly<Record<OperatorKind, Sign>> = {
  convolve: { label: "convolved with", path: "M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6" },
  multiply: { label: "times", path: "M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6" },
  add: { label: "plus", path: "M12 6.5v11M6.5 12h11" },
  sum: { label: "summed", path: "M15.5 8.5V7h-7l4.2 5-4.2 5h7v-1.5" },
  relu: { label: "ReLU", path: "M6 15.5h6l5.5-7.5" },
  identity: { label: "no activation", path: "M7 16.5l10-9" },
  equals: { label: "gives", path: "M7.5 10h9M7.5 14h9" },
};

/** A small round sign between two parts of a calculation. */
export function Operator({ kind, label }: OperatorProps) {
  const { label: usual, path } = signs[kind];
  return (
    <svg
      className="viz-operator"
      data-kind={kind}
      viewBox="0 0 24 24"
      role="img"
      aria-label={label ?? usual}
    >
      {kind !== "equals" && <circle cx={12} cy={12} r={10.5} />}
      <path d={path} />
    </svg>
  );
}
