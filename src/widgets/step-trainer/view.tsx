// First: the parts refine these rules.
import "./step-trainer.css";
import { useCallback } from "react";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Message } from "../../ui/message";
import { NumberField } from "../../ui/number-field";
import { Select } from "../../ui/select";
import { ScanControls } from "../../viz/scan/scan-controls";
import { EXAMPLES, exampleOf } from "./examples";
import { endOf, LAST_MOMENT, MOMENTS, type Phase } from "./moments";
import { Graph } from "./parts/graph";
import { GuessLine } from "./parts/guess";
import { LossCurve } from "./parts/loss-curve";
import { Moves } from "./parts/moves";
import type { TrainerProps } from "./parts/trainer-props";
import { useGuesses } from "./parts/use-guesses";
import { WorkPanel } from "./parts/work-panel";
import { nameOf, type NumberId } from "./quantity";
import { LIMIT, MOST_STEPS } from "./schema";
import { chooseExample, nextSlowly, startHere, stepOn } from "./transitions";

const phases: readonly { value: Phase; label: string; title: string }[] = [
  { value: "start", label: "Start", title: "Before the forward pass" },
  { value: "forward", label: "Forward", title: "To the outputs" },
  { value: "loss", label: "Loss", title: "To the loss" },
  { value: "backward", label: "Backward", title: "To every slope" },
  { value: "update", label: "Update", title: "To the new weights" },
];

/** One training step of the smallest layer: a graph, its sums, the update, and the loss so far. */
export function View(props: TrainerProps) {
  const { id, state, set, model, pinned, computed } = props;
  const guesses = useGuesses(id);
  const onOpen = useCallback((open: NumberId) => set({ open }), [set]);
  const { step, moment } = state;
  // While the engine is at work, its last answer is to another question.
  const checked = /ready|idle/.test(computed.status) && moment >= endOf("forward");
  const all = { disabled: step >= MOST_STEPS && moment === LAST_MOMENT };
  const fixed = (field: keyof typeof state) => ({
    disabled: pinned.has(field),
    reason: "Fixed in this figure.",
  });
  return (
    <div className="st">
      <div className="st-head">
        <Select
          label="Example"
          value={exampleOf(state)}
          options={EXAMPLES.map(({ id: value, label }) => ({ value, label }))}
          unlisted="Your own numbers"
          {...fixed("input")}
          onChange={(chosen) => set(chooseExample(chosen))}
        />
        <NumberField
          label="Learning rate η"
          value={state.rate}
          min={0}
          max={10}
          step={0.01}
          {...fixed("rate")}
          onChange={(rate) => set({ rate })}
        />
        <NumberField
          label="Target t of every output"
          value={state.target}
          min={-LIMIT}
          max={LIMIT}
          step={1}
          {...fixed("target")}
          onChange={(target) => set({ target })}
        />
      </div>
      <div className="st-motion">
        <Choice
          label={`Step ${step + 1}: go to the end of`}
          value={model.phase}
          options={phases}
          onChange={(phase) => set({ moment: endOf(phase), open: "auto" })}
        />
        <ScanControls
          label="Slow motion"
          step={moment}
          steps={MOMENTS.length}
          speed={state.speed}
          speeds={[1, 2, 4, 8]}
          onStep={(next) => set({ moment: next, open: "auto" })}
          onSpeed={(speed) => set({ speed: speed as typeof state.speed })}
          describeStep={placeName}
        />
      </div>
      <p className="st-saying" data-phase={model.phase}>
        {model.saying}
      </p>
      <Graph {...{ state, set, model, pinned, guesses }} />
      <GuessLine guesses={guesses.guesses} slopes={model.shown.dw} onForget={guesses.forget} />
      <WorkPanel work={model.work} />
      <div className="st-after">
        <Moves
          moves={model.moves}
          rate={state.rate}
          open={model.work?.id ?? null}
          onOpen={onOpen}
        />
        <section className="st-loss" aria-label="Step after step">
          <h4>Step after step</h4>
          <LossCurve points={model.curve} />
          <div className="st-buttons">
            <Button kind="primary" {...all} onPress={() => set((old) => stepOn(old, 1))}>
              {moment < LAST_MOMENT ? "Finish this step" : "One more step"}
            </Button>
            <Button {...all} onPress={() => set((old) => stepOn(old, 10))}>
              Ten steps
            </Button>
            <Button
              disabled={moment < LAST_MOMENT || step >= MOST_STEPS}
              onPress={() => set(nextSlowly)}
            >
              Next step, slowly
            </Button>
            <Button
              disabled={step === 0 && moment === 0}
              onPress={() => set({ step: 0, moment: 0, open: "auto" })}
            >
              Back to step 1
            </Button>
            <Button disabled={step === 0 || pinned.has("kernel")} onPress={() => set(startHere)}>
              Edit these weights
            </Button>
          </div>
        </section>
      </div>
      <Message kind="note">{model.verdict}</Message>
      <p className="st-hint st-check">{checked ? model.check : null}</p>
    </div>
  );
}

/** `backward: dL/dw at row 0, column 1` */
function placeName(at: number): string {
  const { phase, makes } = MOMENTS[at]!;
  const [first] = makes;
  if (!first) return phase;
  const name = makes.length > 1 ? nameOf(first).split(" at ")[0]! : nameOf(first);
  return phase === "loss" ? "loss" : `${phase}: ${name}`;
}
