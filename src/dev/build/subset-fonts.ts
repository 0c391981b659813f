import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, relative, resolve } from "node:path";
import subsetFont, { type SubsetOptions } from "subset-font";

export interface FontSubset {
  /** Path of the stylesheet whose fonts are cut down. */
  readonly stylesheet: string;
  /** Folder for the smaller fonts. */
  readonly folder: string;
  /** Every character that must stay. */
  readonly text: string;
  /** The file that an address in the stylesheet means. */
  readonly locate: (address: string) => string;
  readonly options?: SubsetOptions;
}

/** The stylesheet with each of its woff2 fonts replaced by one that holds only `text`. */
export async function subsetFonts(css: string, subset: FontSubset): Promise<string> {
  const { stylesheet, folder, text, locate, options } = subset;
  await mkdir(folder, { recursive: true });
  let smaller = css;
  for (const [whole, address] of css.matchAll(/url\("?([^")]+\.woff2)"?\)/g)) {
    const font = await readFile(locate(address!));
    const file = resolve(folder, basename(address!));
    await writeFile(
      file,
      await subsetFont(font, text, { targetFormat: "woff2", noHinting: true, ...options }),
    );
    const path = relative(dirname(stylesheet), file).replaceAll("\\", "/");
    smaller = smaller.replace(whole, `url("${path}")`);
  }
  return smaller;
}
