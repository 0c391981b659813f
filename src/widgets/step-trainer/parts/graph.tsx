import { memo, useState, type ReactNode } from "react";
import { KernelGrid } from "../../../viz/grid/kernel-grid";
import { NumberGrid } from "../../../viz/grid/number-grid";
import { Message } from "../../../ui/message";
import { formatNumber } from "../../../core/format/number";
import { MOMENTS } from "../moments";
import { numberIds, readId, type Quantity } from "../quantity";
import { LIMIT } from "../schema";
import { replaced } from "../transitions";
import { GraphEdge, GraphNode } from "./graph-parts";
import { GuessCell } from "./guess";
import { NumberCells } from "./number-cells";
import type { TrainerProps } from "./trainer-props";
import type { useGuesses } from "./use-guesses";
import "./graph.css";

interface GraphProps extends Pick<TrainerProps, "state" | "set" | "model" | "pinned"> {
  readonly guesses: ReturnType<typeof useGuesses>;
}

const labels: Readonly<Record<Quantity, string>> = {
  z: "z, the pre-activation",
  y: "y, the output",
  loss: "L, the loss",
  dy: "dL/dy, slope of the loss by each output",
  dz: "G = dL/dz, slope by each pre-activation",
  dw: "dL/dw, slope by each weight",
  db: "dL/db, slope by the bias",
  dx: "dL/dx, slope by each input",
  w: "new w",
  b: "new b",
};

/** The loss has no colour: it is neither a signal nor a gradient. */
function limitOf(quantity: Quantity, limits: GraphProps["model"]["limits"]): number {
  if (quantity === "loss") return Infinity;
  return quantity === "z" || quantity === "y" ? limits.value : limits.gradient;
}

/** The layer as a graph: leaves at the left, the loss at the right; values above, slopes below. */
export const Graph = memo(function Graph({ state, set, model, pinned, guesses }: GraphProps) {
  const [complaint, setComplaint] = useState<string | null>(null);
  const { layer, shown, work, limits } = model;
  const first = MOMENTS[state.moment]!.makes[0];
  const making = first ? readId(first).quantity : null;
  const started = state.step > 0;

  const onReject = (reason: string | null) =>
    setComplaint(reason && `${reason} The number keeps its value.`);
  function change(value: number, to: Parameters<typeof set>[0]) {
    if (Math.abs(value) > LIMIT)
      setComplaint(
        `${formatNumber(value)} is beyond −${LIMIT} to ${LIMIT}: the nearest end is taken.`,
      );
    set(to);
  }

  const cells = (quantity: Quantity, waiting?: (at: number) => ReactNode) => (
    <NumberCells
      label={labels[quantity]}
      ids={numberIds(quantity)}
      values={shown[quantity]}
      limit={limitOf(quantity, limits)}
      open={work?.id ?? null}
      marked={work?.marks.numbers ?? []}
      onOpen={(open) => set({ open })}
      waiting={waiting}
    />
  );
  const now = (value: Quantity | null, gradient: Quantity) => {
    if (making === null) return null;
    if (making === value) return "value" as const;
    return making === gradient ? ("gradient" as const) : null;
  };
  const edge = (forward: Quantity, backward: readonly Quantity[]) => {
    if (making === forward) return "forward" as const;
    return making !== null && backward.includes(making) ? ("backward" as const) : null;
  };

  return (
    <>
      <ol className="st-graph" aria-label="The layer as a graph, from the input to the loss">
        <GraphNode
          name="x"
          about="input"
          now={now(null, "dx")}
          value={
            <KernelGrid
              label="x, the input"
              size={3}
              values={layer.input}
              colors="grey"
              limit={limits.input}
              step={1}
              readOnly={pinned.has("input")}
              highlighted={work?.marks.input ?? null}
              onReject={onReject}
              onChange={(at, value) =>
                change(value, (old) => ({ input: replaced(old.input, at, value), open: "auto" }))
              }
            />
          }
          gradientName="dL/dx"
          gradient={cells("dx")}
        />
        <GraphEdge forward="⋆" backward="G ∗ w" now={edge("z", ["dx"])} />
        <GraphNode
          name="w"
          about="kernel"
          now={now(null, "dw")}
          value={
            <KernelGrid
              label="w, the kernel"
              size={2}
              values={layer.kernel}
              limit={limits.value}
              readOnly={started || pinned.has("kernel")}
              highlighted={work?.marks.kernel ?? null}
              onReject={onReject}
              onChange={(at, value) =>
                change(value, (old) => ({ kernel: replaced(old.kernel, at, value), open: "auto" }))
              }
            />
          }
          gradientName="dL/dw"
          gradient={cells("dw", (at) => (
            <GuessCell at={at} sign={guesses.guesses[at]!} onTurn={() => guesses.turn(at)} />
          ))}
        />
        <GraphEdge forward="+" backward="x ⋆ G" now={edge("z", ["dw"])} />
        <GraphNode
          name="b"
          about="bias"
          now={now(null, "db")}
          value={
            <KernelGrid
              label="b, the bias"
              size={1}
              values={[layer.bias]}
              limit={limits.value}
              readOnly={started || pinned.has("bias")}
              onReject={onReject}
              onChange={(_, bias) => change(bias, { bias, open: "auto" })}
            />
          }
          gradientName="dL/db"
          gradient={cells("db")}
        />
        <GraphEdge forward="=" backward="ΣG" now={edge("z", ["db"])} />
        <GraphNode
          name="z"
          about="sums"
          now={now("z", "dz")}
          value={cells("z")}
          gradientName="G = dL/dz"
          gradient={cells("dz")}
        />
        <GraphEdge forward="ReLU" backward="gate" now={edge("y", ["dz"])} />
        <GraphNode
          name="y"
          about="output"
          now={now("y", "dy")}
          value={cells("y")}
          gradientName="dL/dy"
          gradient={cells("dy")}
        />
        <GraphEdge
          forward={state.target === 0 ? "½Σy²" : "½Σ(y−t)²"}
          backward={state.target === 0 ? "y" : "y − t"}
          now={edge("loss", ["dy"])}
        />
        <GraphNode
          name="L"
          about="loss"
          now={now("loss", "loss")}
          value={cells("loss")}
          gradientName="dL/dL"
          gradient={<NumberGrid label="dL/dL" rows={1} columns={1} values={[1]} colors="none" />}
        />
      </ol>
      <Message kind="error">{complaint}</Message>
    </>
  );
});
