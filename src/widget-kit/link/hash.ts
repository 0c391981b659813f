/** What stands behind the `#`: a heading's anchor, or the texts of widgets by their id. */
export interface PageHash {
  readonly heading: string;
  readonly widgets: ReadonlyMap<string, string>;
}

/** Longest hash that is read, in characters. */
const LONGEST = 65_536;
const entry = /^w\.([a-z0-9][a-z0-9-]*)=(.*)$/is;

/** Reads a hash, with or without its `#`. Never throws; what is no entry is left out. */
export function readHash(hash: string): PageHash {
  const text = hash.replace(/^#/, "");
  if (text.length > LONGEST) return { heading: "", widgets: new Map() };
  const widgets = new Map<string, string>();
  let heading = "";
  for (const part of text.split("&")) {
    const [, id, written] = entry.exec(part) ?? [];
    if (id === undefined) heading ||= decoded(part);
    else if (!widgets.has(id)) widgets.set(id, decoded(written!));
  }
  return { heading: widgets.size ? "" : heading, widgets };
}

/** The hash with one widget's text replaced, or taken out by `null`; `""` when nothing is left. */
export function writeHash(hash: string, id: string, text: string | null): string {
  const widgets = new Map(readHash(hash).widgets);
  if (text === null) {
    if (!widgets.delete(id)) return hash;
  } else widgets.set(id, text);
  const entries = [...widgets].map(([name, written]) => `w.${name}=${encoded(written)}`);
  return entries.length ? `#${entries.join("&")}` : "";
}

/** A schema's letters need no encoding; another's might, and must not end the entry. */
function encoded(text: string): string {
  return text.replace(/[%&#\s"<>`]/g, (letter) => encodeURIComponent(letter));
}

/** Undoes what a messenger may have encoded; a malformed escape is left as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
