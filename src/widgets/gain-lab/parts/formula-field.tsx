import { languageNames, MOST_CHARACTERS } from "../../../core/expression/parse";
import { Field } from "../../../ui/field";
import { pinnedReason, type LabProps } from "./lab-props";

/** A formula to type; a mistake is pointed at, character by character. */
export function FormulaField({ id, state, set, model, pinned }: LabProps) {
  const { mistake } = model;
  const fieldId = `${id}-formula`;
  const held = pinned.has("formula") || pinned.has("activation");
  const hint = held
    ? pinnedReason
    : `Numbers, + − * / ^, parentheses and ${languageNames.join(", ")}.`;
  return (
    <div className="gl-formula">
      <Field
        label="Your own activation, f(x) ="
        htmlFor={fieldId}
        hint={hint}
        error={
          mistake && (
            <>
              Character {mistake.at + 1}: {mistake.message}.
            </>
          )
        }
      >
        <input
          id={fieldId}
          className="ui-input gl-typed"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={MOST_CHARACTERS}
          disabled={held}
          value={state.formula}
          aria-invalid={mistake ? true : undefined}
          aria-describedby={`${fieldId}-error ${fieldId}-hint`}
          onChange={(event) => set({ activation: "typed", formula: event.target.value })}
        />
      </Field>
      {mistake && (
        <p className="gl-pointed" aria-hidden="true">
          {state.formula.slice(0, mistake.at)}
          <mark>{state.formula[mistake.at] ?? "␣"}</mark>
          {state.formula.slice(mistake.at + 1)}
        </p>
      )}
    </div>
  );
}
