import { paletteNameOf } from "../../core/color/colorize";
import { palette, SIGNED_ZERO } from "../../core/color/palette";
import type { ColorScale } from "../../core/color/scale";
import { formatNumber, formatSigned } from "../../core/format/number";

export interface LegendBar {
  /** Colours from left to right; offsets from 0 to 1. */
  readonly stops: readonly { readonly offset: number; readonly color: string }[];
  /** Marked values, left to right; `at` from 0 to 1. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** The bar that explains a scale, or `null` for a picture, whose colours are its own. */
export function legendBar(scale: ColorScale, limit: number): LegendBar | null {
  const name = paletteNameOf(scale);
  if (name === null) return null;
  const table = palette(name);
  switch (scale.kind) {
    // Entry 1 is −limit, the last one +limit, and zero lies between them.
    case "signed":
      return {
        stops: stopsOf(table, 1),
        ticks: [
          { at: 0, text: formatSigned(-limit) },
          { at: (SIGNED_ZERO - 1) / (255 - 1), text: "0" },
          { at: 1, text: formatSigned(limit) },
        ],
      };
    case "clip":
      return {
        stops: stopsOf(table),
        ticks: ends(`≤ ${formatNumber(scale.low)}`, `≥ ${formatNumber(scale.high)}`),
      };
    // The palette starts at −180°: left, up, right, down, left.
    case "angle":
      return {
        stops: stopsOf(table),
        ticks: ["−180°", "−90°", "0°", "90°", "180°"].map((text, at) => ({ at: at / 4, text })),
      };
    default:
      return { stops: stopsOf(table), ticks: ends("0", formatNumber(limit)) };
  }
}

function ends(low: string, high: string): LegendBar["ticks"] {
  return [
    { at: 0, text: low },
    { at: 1, text: high },
  ];
}

/** Seventeen entries of a 256-entry table, evenly from `first` to the last. */
function stopsOf(table: Uint8ClampedArray, first = 0): LegendBar["stops"] {
  return Array.from({ length: 17 }, (_, stop) => {
    const offset = stop / 16;
    const entry = Math.round(first + offset * (255 - first));
    const rgb = [0, 1, 2].map((byte) => table[entry * 4 + byte]);
    return { offset, color: `rgb(${rgb.join(" ")})` };
  });
}
