import type { MixerState } from "../schema";
import type { MixerProps } from "../view";

/** How a control is held where the author has pinned its field. */
export function held({ pinned }: Pick<MixerProps, "pinned">, field: keyof MixerState) {
  return { disabled: pinned.has(field), reason: "This figure holds it still." };
}
