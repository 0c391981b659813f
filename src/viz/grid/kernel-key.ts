/** What a key asks of a kernel's cell. */
export type KernelCommand =
  | { readonly kind: "change"; readonly amount: number }
  | { readonly kind: "move"; readonly to: number }
  | { readonly kind: "edit" };

interface Stroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** How many steps one arrow press or one notch of dragging is worth. */
export function stepFactor({ shiftKey, altKey }: Pick<Stroke, "shiftKey" | "altKey">): number {
  return shiftKey ? 10 : altKey ? 0.1 : 1;
}

/**
 * The command of a key pressed in cell `index` of a `size × size` kernel, or `null` for a key that
 * belongs to the text or the browser. `writing` is true while a new number is being typed: then
 * sideways keys move the caret.
 */
export function kernelCommand(
  stroke: Stroke,
  { index, size, writing }: { index: number; size: number; writing: boolean },
): KernelCommand | null {
  const { key, ctrlKey, metaKey } = stroke;
  const cells = size * size;
  const row = Math.floor(index / size);
  if (metaKey) return null;
  if ((key === "ArrowUp" || key === "ArrowDown") && !ctrlKey)
    return { kind: "change", amount: (key === "ArrowUp" ? 1 : -1) * stepFactor(stroke) };
  if (stroke.altKey) return null;
  if (key === "PageUp") return { kind: "move", to: row > 0 ? index - size : index };
  if (key === "PageDown") return { kind: "move", to: row < size - 1 ? index + size : index };
  if (writing || stroke.shiftKey) return null;
  switch (key) {
    case "ArrowLeft":
      return { kind: "move", to: Math.max(index - 1, 0) };
    case "ArrowRight":
      return { kind: "move", to: Math.min(index + 1, cells - 1) };
    case "Home":
      return { kind: "move", to: ctrlKey ? 0 : row * size };
    case "End":
      return { kind: "move", to: ctrlKey ? cells - 1 : row * size + size - 1 };
    case "Enter":
    case "F2":
      return { kind: "edit" };
    default:
      return null;
  }
}

/** `value + change` without the dust of binary fractions below a millionth. */
export function changedBy(value: number, change: number): number {
  const sum = value + change;
  const rounded = Math.round(sum * 1e6) / 1e6;
  return Number.isFinite(rounded) ? rounded + 0 : sum;
}
