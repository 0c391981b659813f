import { useEffect, type ReactNode } from "react";
import { sizeChain } from "../../../core/receptive-field/window-step";
import { PredictionGate } from "../../../widget-kit/prediction/prediction-gate";
import { layersText } from "../words";

/** The chapter's question. */
const SIDE = 199;
const layers = sizeChain(SIDE, [{ kernelSize: 3 }]).length - 1;

export interface PredictionProps {
  readonly id: string;
  /** Told when the answer is on screen, and when it goes. */
  readonly onReveal: (revealed: boolean) => void;
  readonly children: ReactNode;
}

/** How many layers? Guessed first; the printed chain is the answer. */
export function Prediction({ id, onReveal, children }: PredictionProps) {
  return (
    <PredictionGate
      toldInWords
      id={`${id}-layers`}
      question={`How many 3 × 3 layers, without padding, does it take from ${SIDE} × ${SIDE} to 1 × 1?`}
      form={{ kind: "number", label: "Layers", min: 1, max: 999, step: 1, start: 10 }}
      truth={layersText(layers)}
    >
      <Revealed onReveal={onReveal}>{children}</Revealed>
    </PredictionGate>
  );
}

function Revealed({ onReveal, children }: Omit<PredictionProps, "id">) {
  useEffect(() => {
    onReveal(true);
    return () => onReveal(false);
  }, [onReveal]);
  return children;
}
