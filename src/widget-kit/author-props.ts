import type { Codec } from "../schema/codec";
import type { AnyWidget } from "./define-widget";

export interface AuthorProps {
  readonly id: string;
  /** The author's values over the schema's defaults; legal. */
  readonly initial: object;
  readonly pinned: readonly string[];
  readonly caption?: string;
}

/**
 * What a widget's tag in a chapter says: `id`, `pin`, `caption`, and initial values of fields.
 * A field of numbers may be given as its link text, a string.
 * @throws Error naming the widget, the prop and what is wrong with it.
 */
export function readAuthorProps(
  definition: AnyWidget,
  props: Readonly<Record<string, unknown>>,
): AuthorProps {
  const { name, schema } = definition;
  const fail = (prop: string, fault: string): never => {
    throw new Error(`<${tagOf(name)}>: ${prop} ${fault}`);
  };
  const { id, pin = [], caption, children, ...values } = props;
  if (typeof id !== "string" || !/^[a-z][a-z0-9-]*$/.test(id))
    return fail("id", `must be a word in kebab-case, not ${shown(id)}`);
  if (caption !== undefined && typeof caption !== "string")
    return fail("caption", `must be text, not ${shown(caption)}`);
  if (children !== undefined) return fail("children", "are not taken");

  const fields = schema.fields as Readonly<Record<string, Codec<unknown>>>;
  const known = Object.keys(fields).join(", ");
  const given: Record<string, unknown> = {};
  for (const [prop, value] of Object.entries(values)) {
    if (!Object.hasOwn(fields, prop)) return fail(prop, `is no field; there are ${known}`);
    const read = readValue(fields[prop]!, value);
    given[prop] = read === null ? fail(prop, `cannot be ${shown(value)}`) : read;
  }
  if (!Array.isArray(pin)) return fail("pin", `must be a list of fields, not ${shown(pin)}`);
  for (const field of pin)
    if (!Object.hasOwn(fields, String(field)))
      return fail("pin", `names ${shown(field)}, which is no field; there are ${known}`);

  const wanted = { ...schema.defaults, ...given };
  const initial = schema.repair ? schema.repair(wanted) : wanted;
  for (const prop of Object.keys(given))
    if (!fields[prop]!.equals(initial[prop], given[prop]))
      return fail(prop, `cannot be ${shown(given[prop])} together with the other values`);
  return { id, initial, pinned: pin.map(String), ...(caption === undefined ? {} : { caption }) };
}

/** The value as a link would bring it back, or `null` when it would not come back the same. */
function readValue(codec: Codec<unknown>, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const written = typeof value === "string" && typeof codec.default !== "string";
  try {
    const text = written ? value : codec.serialize(value);
    const read = codec.parse(text);
    if (read === null || !(codec.exact?.(text, read) ?? true)) return null;
    return written || (typeof read === typeof value && codec.equals(read, value)) ? read : null;
  } catch {
    return null;
  }
}

function tagOf(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? String(value);
}
