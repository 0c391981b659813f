import { useId } from "react";
import { describedBy, noteOf, type ControlProps } from "./control";
import { Field } from "./field";

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Options of one group stand together under its name, in order of first mention. */
  readonly group?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps<T extends string> extends ControlProps {
  readonly label: string;
  /** A value outside the options shows `unlisted`. */
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  readonly hideLabel?: boolean | undefined;
  /** What stands for a value that is not among the options; default "Choose…". */
  readonly unlisted?: string | undefined;
}

/** One of many, from the system's own list. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, hideLabel, unlisted, disabled } = props;
  const id = useId();
  const hint = noteOf(props);
  const chosen = options.findIndex((option) => option.value === value);
  const groups = new Map<string | undefined, number[]>();
  for (const [index, { group }] of options.entries())
    groups.set(group, [...(groups.get(group) ?? []), index]);

  const optionAt = (index: number) => (
    <option key={index} value={index} disabled={options[index]!.disabled}>
      {options[index]!.label}
    </option>
  );

  return (
    <Field label={label} hideLabel={hideLabel} htmlFor={id} hint={hint}>
      <select
        id={id}
        className="ui-input ui-select"
        value={chosen}
        disabled={disabled}
        aria-describedby={describedBy(id, { hint })}
        onChange={(event) => {
          const option = options[Number(event.target.value)];
          if (option) onChange(option.value);
        }}
      >
        {chosen < 0 && (
          <option value={-1} disabled hidden>
            {unlisted ?? "Choose…"}
          </option>
        )}
        {[...groups].map(([group, indices]) =>
          group === undefined ? (
            indices.map(optionAt)
          ) : (
            <optgroup key={group} label={group}>
              {indices.map(optionAt)}
            </optgroup>
          ),
        )}
      </select>
    </Field>
  );
}
