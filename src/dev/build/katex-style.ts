import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import type { Plugin } from "vite";
import type { StyleClasses } from "./style-classes";
import { subsetFonts } from "./subset-fonts";

/** Every browser with WebGL 2 reads woff2, so the other formats need not travel. */
export function woff2Only(css: string): string {
  return css.replaceAll(/,\s*url\([^)]*\) format\("(?:woff|truetype)"\)/g, "");
}

/** In a layer, so that every rule of the book's own wins whatever its specificity. */
const inLayer = (css: string): string => `@layer katex {\n${css}\n}`;

/**
 * KaTeX's stylesheet as the book ships it: in a layer, woff2 only, and in a build with its fonts
 * cut down to the characters that the chapters typeset and the rules of `styles` after it. Both
 * must be complete by the time the stylesheet is bundled.
 */
export function katexStyle(
  mathText: ReadonlySet<string>,
  styles: StyleClasses,
  scratch: string,
): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve("katex/dist/katex.min.css"));
  let building = false;
  return {
    name: "book:katex-style",
    enforce: "pre",
    configResolved(config) {
      building = config.command === "build";
    },
    transform: {
      filter: { id: /katex(\.min)?\.css/ },
      async handler(css, id) {
        const woff2 = woff2Only(css);
        if (!building) return inLayer(woff2);
        const subset = await subsetFonts(woff2, {
          stylesheet: id.split("?")[0]!,
          folder: resolve(scratch, "fonts"),
          text: [...mathText].toSorted().join(""),
          locate: (address) => resolve(folder, address),
          options: { noLayoutClosure: true },
        });
        return `${inLayer(subset)}\n${styles.css()}`;
      },
    },
  };
}
