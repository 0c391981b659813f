import { formatNumber } from "../../../core/format/number";
import { Slider } from "../../../ui/slider";

export interface LogSliderProps {
  readonly label: string;
  readonly value: number;
  /** In rising order. */
  readonly values: readonly number[];
  readonly onChange: (value: number) => void;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** 1, 1.5, 2, 3, 5 and 7 of every decade. */
export function decades(from: number, to: number): readonly number[] {
  const values: number[] = [];
  for (let power = from; power < to; power++)
    for (const factor of [1, 1.5, 2, 3, 5, 7]) values.push(Number(`${factor}e${power}`));
  return [...values, Number(`1e${to}`)];
}

/** A slider over numbers of very different sizes; a value between two of them stays what it is. */
export function LogSlider(props: LogSliderProps) {
  const { label, value, values, onChange, hint, disabled } = props;
  const nearest = values.reduce(
    (best, one, at) =>
      Math.abs(Math.log(one || 1e-9) - Math.log(value || 1e-9)) <
      Math.abs(Math.log(values[best]! || 1e-9) - Math.log(value || 1e-9))
        ? at
        : best,
    0,
  );
  return (
    <Slider
      label={label}
      value={nearest}
      min={0}
      max={values.length - 1}
      step={1}
      format={(at) => formatNumber(at === nearest ? value : (values[at] ?? 0))}
      onChange={(at) => onChange(values[at] ?? value)}
      hint={hint}
      disabled={disabled}
    />
  );
}
