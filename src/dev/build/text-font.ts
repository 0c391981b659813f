import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { subsetFonts } from "./subset-fonts";

const range = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));

/** Latin 1, and the punctuation and operators that a book of numbers sets in its text. */
export const TEXT_CHARACTERS = [
  range(0x20, 0x7e),
  range(0xa0, 0xff),
  "–—‘’‚“”„†•…‰′″‹›",
  "←↑→↓−∕√∞≈≠≤≥",
].join("");

/** In a build, the text font of `ui/font.css` without the letters of other alphabets. */
export function textFont(scratch: string): Plugin {
  const { resolve: locate } = createRequire(import.meta.url);
  return {
    name: "book:text-font",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: /\/ui\/font\.css/ },
      handler: (css, id) =>
        subsetFonts(css, {
          stylesheet: id.split("?")[0]!,
          folder: resolve(scratch, "fonts"),
          text: TEXT_CHARACTERS,
          locate,
          // Small capitals, fractions and alternates are not used.
          options: {
            keepFeatures: ["kern", "liga", "tnum", "calt", "ccmp", "mark", "locl"],
            variationAxes: { wght: { min: 300, max: 700 } },
          },
        }),
    },
  };
}
