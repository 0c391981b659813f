import { KERNEL_PRESETS } from "../../core/kernel/presets";
import type { Codec } from "../../schema/codec";
import { formatDecimal, parseDecimal, shortestFloat32 } from "../../schema/codecs/decimal";
import { floats } from "../../schema/codecs/floats";
import { isFilterLength, MOST_FILTERS, type Filter } from "./filter";

const presetIds: ReadonlySet<string> = new Set(KERNEL_PRESETS.map(({ id }) => id));
const numbers = floats({ length: [1, 147], default: [] });

/** A float32, never −0. */
const single = (value: number) => Math.fround(value) + 0;

function readKernel(text: string): Filter["kernel"] | null {
  if (presetIds.has(text)) return text;
  const values = numbers.parse(text);
  return values && isFilterLength(values.length) ? values.map(single) : null;
}

function readBias(text: string): number | null {
  const value = single(parseDecimal(text) ?? NaN);
  return Number.isFinite(value) ? value : null;
}

function readFilter(text: string): Filter | null {
  const [kernelPart = "", biasPart = "0", ...rest] = text.split("'");
  const kernel = readKernel(kernelPart);
  const bias = readBias(biasPart);
  return rest.length > 0 || kernel === null || bias === null ? null : { kernel, bias };
}

function writeFilter({ kernel, bias }: Filter): string {
  const text = typeof kernel === "string" ? kernel : numbers.serialize(kernel);
  return bias === 0 ? text : `${text}'${formatDecimal(shortestFloat32(bias))}`;
}

function sameFilter(a: Filter, b: Filter): boolean {
  if (a.bias !== b.bias) return false;
  if (typeof a.kernel === "string" || typeof b.kernel === "string") return a.kernel === b.kernel;
  return numbers.equals(a.kernel, b.kernel);
}

/**
 * Filters in a link: `sobel-x box'0.5 1,0,-1,…`, each a preset's name or its numbers, then an
 * apostrophe and the bias where it is not 0. More than eight filters are cut; one that cannot be
 * read spoils the field.
 */
export function filtersCodec(usual: readonly Filter[]): Codec<readonly Filter[]> {
  return {
    default: usual,
    parse(text) {
      const filters = text.split(" ", MOST_FILTERS).map(readFilter);
      return filters.every((filter) => filter !== null) ? filters : null;
    },
    serialize: (filters) => filters.map(writeFilter).join(" "),
    equals: (a, b) => a.length === b.length && a.every((filter, at) => sameFilter(filter, b[at]!)),
    exact: (text, value) => text.split(" ").length === value.length,
  };
}
