import { useLayoutEffect, useRef, type InputHTMLAttributes } from "react";
import { useAhead } from "./use-ahead";

export interface RangeInputProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "value" | "defaultValue" | "onChange" | "min" | "max"
> {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
}

/**
 * A native range that moves with the reader at once, whenever the page follows; a value that the
 * page does not take is put back a frame later.
 */
export function RangeInput({ value, onValue, ...rest }: RangeInputProps) {
  const { min, max, step } = rest;
  const range = useRef<HTMLInputElement>(null);
  const ahead = useAhead(value, put);

  function put(next: number) {
    range.current!.value = String(next);
    fill(next);
  }

  // The filled part of the track; through the CSSOM, as the served page may carry no style attribute.
  function fill(next: number) {
    const share = max > min ? Math.min(Math.max((next - min) / (max - min), 0), 1) : 0;
    range.current!.style.setProperty("--ui-filled", `${share * 100}%`);
  }

  // oxlint-disable-next-line react/exhaustive-deps -- whatever decides where the thumb stands
  useLayoutEffect(() => put(value), [value, min, max, step]);

  return (
    <input
      {...rest}
      ref={range}
      type="range"
      defaultValue={value}
      onChange={({ target }) => {
        fill(target.valueAsNumber);
        onValue(target.valueAsNumber);
        ahead.give(target.valueAsNumber);
      }}
    />
  );
}
