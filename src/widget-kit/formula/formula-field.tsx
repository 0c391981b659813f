import "./formula-field.css";
import { useId, useState } from "react";
import { mistakeIn, type Mistake } from "../../core/expression/mistake";
import { languageNames, MOST_CHARACTERS } from "../../core/expression/parse";
import { describedBy } from "../../ui/control";
import { Field } from "../../ui/field";

interface FormulaFieldProps {
  readonly label: string;
  readonly value: string;
  readonly disabled?: boolean;
  /** Said instead of the language's names while disabled. */
  readonly reason?: string;
  /** Hears of every text; one that is no formula comes with what is wrong. */
  readonly onChange: (text: string, mistake: Mistake | null) => void;
}

const names = `Numbers, + − * / ^, parentheses and ${languageNames.join(", ")}.`;

/**
 * A typed activation; a mistake is pointed at, character by character. A text that the owner does not
 * take stays in the field until the value changes.
 */
export function FormulaField(props: FormulaFieldProps) {
  const { label, value, disabled = false, reason = names, onChange } = props;
  const id = useId();
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string }>();
  const text = draft?.over === value ? draft.text : value;
  const mistake = mistakeIn(text);
  const hint = disabled ? reason : names;
  return (
    <div className="kit-formula">
      <Field
        label={label}
        htmlFor={id}
        hint={hint}
        error={mistake && `Character ${mistake.at + 1}: ${mistake.message}.`}
      >
        <input
          id={id}
          className="ui-input kit-formula-text"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={MOST_CHARACTERS}
          disabled={disabled}
          value={text}
          aria-invalid={mistake ? true : undefined}
          aria-describedby={describedBy(id, { hint, error: mistake })}
          onChange={({ target }) => {
            setDraft({ text: target.value, over: value });
            onChange(target.value, mistakeIn(target.value));
          }}
        />
      </Field>
      {mistake && (
        <p className="kit-formula-slip" aria-hidden="true">
          {text.slice(0, mistake.at)}
          <mark>{text[mistake.at] ?? "␣"}</mark>
          {text.slice(mistake.at + 1)}
        </p>
      )}
    </div>
  );
}
