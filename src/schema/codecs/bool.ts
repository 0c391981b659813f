import type { Codec } from "../codec";

const words: Readonly<Record<string, boolean>> = { on: true, off: false };

/** `on` or `off`. */
export function bool(usual: boolean): Codec<boolean> {
  return {
    default: usual,
    parse: (text) => (Object.hasOwn(words, text) ? words[text]! : null),
    serialize: (value) => (value ? "on" : "off"),
    equals: (a, b) => a === b,
  };
}
