/** The shortest decimal that is this float32. */
function shortest(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(Number(value.toPrecision(9)));
}

/**
 * Numbers as a nested array literal in the order of `shape`, rows of the last axis on lines of
 * their own: valid in Python and in JavaScript.
 */
export function nestedLiteral(values: ArrayLike<number>, shape: readonly number[]): string {
  const write = (axis: number, start: number, indent: string): string => {
    const length = shape[axis]!;
    const stride = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
    const items = Array.from({ length }, (_, at) => start + at * stride);
    if (axis === shape.length - 1)
      return `[${items.map((at) => shortest(values[at]!)).join(", ")}]`;
    const inner = items.map((at) => `${indent}  ${write(axis + 1, at, `${indent}  `)}`);
    return `[\n${inner.join(",\n")},\n${indent}]`;
  };
  return write(0, 0, "");
}

/** A number alone. */
export function literal(value: number): string {
  return shortest(value);
}

/** Values in another order of axes: `axes[i]` is the old axis that becomes axis i. */
export function permuted(
  values: ArrayLike<number>,
  shape: readonly number[],
  axes: readonly number[],
): number[] {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const out: number[] = [];
  const walk = (depth: number, at: number): void => {
    if (depth === axes.length) {
      out.push(values[at]!);
      return;
    }
    const axis = axes[depth]!;
    for (let i = 0; i < shape[axis]!; i++) walk(depth + 1, at + i * strides[axis]!);
  };
  walk(0, 0);
  return out;
}
