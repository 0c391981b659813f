import { palette } from "../../core/color/palette";
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
  switch (scale.kind) {
    case "picture":
      return null;
    case "signed":
      return {
        stops: stopsOf(palette("signed")),
        ticks: [
          { at: 0, text: formatSigned(-limit) },
          { at: 0.5, text: "0" },
          { at: 1, text: formatSigned(limit) },
        ],
      };
    default:
      return { stops: stopsOf(palette("signed")), ticks: ends("0", formatNumber(limit)) };
  }
}

function ends(low: string, high: string): LegendBar["ticks"] {
  return [
    { at: 0, text: low },
    { at: 1, text: high },
  ];
}

/** Every 16th entry of a 256-entry table and the last. */
function stopsOf(table: Uint8ClampedArray): LegendBar["stops"] {
  return Array.from({ length: 17 }, (_, stop) => {
    const entry = Math.min(stop * 16, 255);
    const rgb = [0, 1, 2].map((byte) => table[entry * 4 + byte]);
    return { offset: entry / 255, color: `rgb(${rgb.join(" ")})` };
  });
}
