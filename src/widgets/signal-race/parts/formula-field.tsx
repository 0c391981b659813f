import { useId, useState } from "react";
import { languageNames, parse } from "../../../core/expression/parse";
import { ParseError } from "../../../core/expression/tokens";
import { describedBy } from "../../../ui/control";
import { Field } from "../../../ui/field";

interface FormulaFieldProps {
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (formula: string) => void;
}

/** What is wrong with a formula, and from which character on; `null` for a good one. */
function mistakeOf(formula: string): { readonly message: string; readonly at: number } | null {
  try {
    parse(formula);
    return null;
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

/** A typed activation. What is no formula yet is kept, with the reason beside it. */
export function FormulaField({ value, disabled, onChange }: FormulaFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? value;
  const mistake = mistakeOf(text);
  const hint = `Names: ${languageNames.join(", ")}.`;

  function take(next: string) {
    const bad = mistakeOf(next);
    setDraft(bad ? next : null);
    if (!bad) onChange(next);
  }

  return (
    <Field
      label="f(x) ="
      htmlFor={id}
      hint={hint}
      error={
        mistake && (
          <>
            {mistake.message} <code>{text.slice(0, mistake.at)}</code>
            <mark>{text.slice(mistake.at, mistake.at + 1) || "␣"}</mark>
            <code>{text.slice(mistake.at + 1)}</code>
          </>
        )
      }
    >
      <input
        id={id}
        className="ui-input"
        type="text"
        spellCheck={false}
        autoComplete="off"
        value={text}
        disabled={disabled}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={describedBy(id, { hint, error: mistake })}
        onChange={(event) => take(event.target.value)}
      />
    </Field>
  );
}
