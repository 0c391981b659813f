import type { Codec } from "../codec";
import { formatDecimal, parseDecimal, shortestFloat32 } from "./decimal";
import { packFloat32, unpackFloat32 } from "./float32-text";
import { fits, longest, sameItems, type Length } from "./length";

export interface FloatsOptions {
  readonly length: Length;
  /** Largest magnitude of one value; default the largest float32. */
  readonly limit?: number;
  readonly default: readonly number[];
}

const FLOAT32_MAX = 3.4028234663852886e38;
const run = /^(?:(\d{1,6})x)?(.+)$/;

/**
 * A list of finite float32 values, such as kernel weights. Written as decimals with commas, runs
 * as `9x0.5`; where that is longer than the bytes, as `!` and base64url. Both bring back every
 * float32 bit for bit; a value comes back as the shortest decimal that rounds to it.
 */
export function floats(options: FloatsOptions): Codec<readonly number[]> {
  const { length, limit = FLOAT32_MAX, default: usual } = options;
  const legal = (value: number) => Math.abs(Math.fround(value)) <= limit;
  return {
    default: usual,
    parse(text) {
      const values = text.startsWith("!") ? packed(text.slice(1)) : listed(text, longest(length));
      return values && fits(values.length, length) && values.every(legal) ? values : null;
    },
    serialize(values) {
      const list = asList(values);
      const bytes = 1 + Math.ceil((values.length * 16) / 3);
      return list.length <= bytes ? list : `!${packFloat32(values)}`;
    },
    equals: (a, b) => sameItems(a.map(Math.fround), b.map(Math.fround)),
  };
}

function asList(values: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < values.length;) {
    const single = Math.fround(values[at]!);
    let end = at + 1;
    while (end < values.length && Object.is(Math.fround(values[end]!), single)) end++;
    const word = formatDecimal(shortestFloat32(single));
    const times = end - at;
    const short = `${times}x${word}`;
    const long = Array.from({ length: times }, () => word).join(",");
    parts.push(short.length < long.length ? short : long);
    at = end;
  }
  return parts.join(",");
}

function listed(text: string, most: number): number[] | null {
  const values: number[] = [];
  if (text === "") return values;
  for (const part of text.split(",", most + 1)) {
    const [, times = "1", word = ""] = run.exec(part) ?? [];
    const value = parseDecimal(word);
    if (value === null || !Number.isFinite(Math.fround(value))) return null;
    if (Number(times) < 1 || values.length + Number(times) > most) return null;
    for (let i = 0; i < Number(times); i++) values.push(value);
  }
  return values;
}

function packed(text: string): number[] | null {
  const values = unpackFloat32(text);
  return values && values.every(Number.isFinite) ? Array.from(values, shortestFloat32) : null;
}
