import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, relative, resolve } from "node:path";
import subsetFont from "subset-font";
import type { Plugin } from "vite";
import type { StyleClasses } from "./style-classes";

/** Every browser with WebGL 2 reads woff2, so the other formats need not travel. */
export function woff2Only(css: string): string {
  return css.replaceAll(/,\s*url\([^)]*\) format\("(?:woff|truetype)"\)/g, "");
}

/** In a layer, so that every rule of the book's own wins whatever its specificity. */
const inLayer = (css: string): string => `@layer katex {\n${css}\n}`;

async function writeSubsets(css: string, from: string, to: string, text: string): Promise<string> {
  await mkdir(to, { recursive: true });
  let subset = css;
  for (const [whole, name] of css.matchAll(/url\(fonts\/([\w-]+\.woff2)\)/g)) {
    const font = await readFile(resolve(from, "fonts", name!));
    await writeFile(
      resolve(to, name!),
      await subsetFont(font, text, {
        targetFormat: "woff2",
        noHinting: true,
        noLayoutClosure: true,
      }),
    );
    const path = relative(from, resolve(to, name!)).replaceAll("\\", "/");
    subset = subset.replace(whole, `url(${path})`);
  }
  return subset;
}

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
      async handler(css) {
        const woff2 = woff2Only(css);
        if (!building) return inLayer(woff2);
        const text = [...mathText].toSorted().join("");
        const subset = await writeSubsets(woff2, folder, resolve(scratch, "fonts"), text);
        return `${inLayer(subset)}\n${styles.css()}`;
      },
    },
  };
}
