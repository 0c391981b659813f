import { createHash } from "node:crypto";

/** Inline styles gathered from all pages as the rules of one stylesheet. */
export interface StyleClasses {
  /** The class that stands for a `style` attribute's text; equal declarations share one. */
  classFor(style: string): string;
  /** One rule a class, in the order of their names, so that equal books give equal bytes. */
  css(): string;
}

/**
 * Declarations in the order written, without blanks and empty ones. Custom properties are left
 * out: Shiki repeats each colour in one, and nothing reads them.
 */
function normalize(style: string): string {
  return style
    .split(";")
    .map((declaration) => declaration.trim().replace(/\s*:\s*/, ":"))
    .filter((declaration) => declaration && !declaration.startsWith("--"))
    .join(";");
}

/** @throws {Error} from `classFor`, when two different styles hash to one name. */
export function createStyleClasses(): StyleClasses {
  const rules = new Map<string, string>();
  return {
    classFor(style) {
      const declarations = normalize(style);
      const hash = createHash("sha256").update(declarations).digest("hex");
      const name = `t${BigInt(`0x${hash}`).toString(36).slice(0, 5)}`;
      const known = rules.get(name);
      if (known !== undefined && known !== declarations)
        throw new Error(`"${known}" and "${declarations}" share the class name ${name}`);
      rules.set(name, declarations);
      return name;
    },
    css: () =>
      [...rules]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, declarations]) => `.${name}{${declarations}}`)
        .join("\n"),
  };
}
