import type { Codec } from "./codec";
import { BETWEEN, IS, escapeText } from "./link-text";
import { notes } from "./notes";
import { readFields } from "./read-fields";
import type { ParsedState, Schema, SchemaDefinition } from "./schema";

/** Longest link text that is read, in characters. */
const LONGEST = 8192;
/** Notes shown at most; a hostile link could earn thousands. */
const MOST_NOTES = 6;

/**
 * A schema whose states travel as `1~stride:2~padding:same`: the version, then the fields that
 * differ from the base, each escaped.
 * Laws: `parse` never throws and gives a legal state; `parse(serialize(s, b), b)` is `s` for legal
 * `s` and `b`.
 */
export function defineSchema<S extends object>(definition: SchemaDefinition<S>): Schema<S> {
  const { version, fields, repair = (state: S) => state } = definition;
  const names = Object.keys(fields) as (keyof S & string)[];
  const codecOf = <K extends keyof S>(name: K): Codec<S[K]> => fields[name];
  const defaults = repair(
    Object.fromEntries(names.map((name) => [name, codecOf(name).default])) as S,
  );

  function parse(text: string, fallback: S = defaults): ParsedState<S> {
    try {
      return read(text, fallback);
    } catch {
      return { state: fallback, notes: [notes.unreadable] };
    }
  }

  function read(text: string, fallback: S): ParsedState<S> {
    const refused = (note: string) => ({ state: fallback, notes: [note] });
    if (text.length > LONGEST) return refused(notes.tooLong);
    const link = readFields(text);
    if (!link) return refused(notes.unreadable);
    if (link.version > version) return refused(notes.newer);
    const raw = lift(link.raw, link.version);
    if (!raw) return refused(notes.older);

    const said = [...link.notes];
    const state = { ...fallback };
    for (const name of names) {
      const word = raw.get(name);
      if (word !== undefined) said.push(...take(state, name, word));
    }
    const unknown = [...raw.keys()].filter((name) => !Object.hasOwn(fields, name));
    if (unknown.length) said.push(notes.unknown(unknown.slice(0, 3)));
    const legal = repair(state);
    const changed = names.filter((name) => !codecOf(name).equals(state[name], legal[name]));
    if (changed.length) said.push(notes.repaired(changed));
    return { state: legal, notes: said.slice(0, MOST_NOTES) };
  }

  /** Sets one field; the note it earns, if any. */
  function take<K extends keyof S & string>(state: S, name: K, word: string): string[] {
    const codec = codecOf(name);
    const value = codec.parse(word);
    if (value === null) return [notes.illegal(name, word)];
    state[name] = value;
    const exact = codec.exact?.(word, value) ?? true;
    return exact ? [] : [notes.nearest(name, word, codec.serialize(value))];
  }

  function lift(raw: ReadonlyMap<string, string>, from: number) {
    let lifted = raw;
    for (let at = from; at < version; at++) {
      const migration = definition.migrate?.[at];
      if (!migration) return null;
      lifted = migration(lifted);
    }
    return lifted;
  }

  function serialize(state: S, base: S = defaults): string {
    const changed = names.filter((name) => !codecOf(name).equals(state[name], base[name]));
    const written = changed.map(
      (name) => name + IS + escapeText(codecOf(name).serialize(state[name])),
    );
    return [String(version), ...written].join(BETWEEN);
  }

  return { ...definition, defaults, parse, serialize };
}
