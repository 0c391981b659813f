import { BETWEEN, IS, unescapeText } from "./link-text";
import { notes } from "./notes";

export interface RawFields {
  readonly version: number;
  readonly raw: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

/** Splits `1~stride:2~padding:same` into its version and texts; `null` where that is not one. */
export function readFields(text: string): RawFields | null {
  const [version = "", ...parts] = text.split(BETWEEN);
  if (!/^[1-9]\d{0,3}$/.test(version)) return null;
  const raw = new Map<string, string>();
  const said: string[] = [];
  for (const part of parts) {
    const at = part.indexOf(IS);
    const name = part.slice(0, Math.max(at, 0));
    const value = unescapeText(part.slice(at + 1));
    if (!name || value === null) said.push(notes.illegal(name || part, part.slice(at + 1)));
    else if (raw.has(name)) said.push(notes.twice(name));
    else raw.set(name, value);
  }
  return { version: Number(version), raw, notes: said };
}
