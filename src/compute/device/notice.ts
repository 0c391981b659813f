import type { Tier } from "../types";

const why = {
  absent: "This browser offers no WebGL",
  failed: "The graphics processor of this device gives wrong or no numbers",
  lost: "The graphics processor failed several times",
} as const;

const where: Readonly<Record<Tier, string>> = {
  wasm: "WebAssembly on the main processor",
  cpu: "plain code on the main processor",
  "webgl-f32": "the graphics processor",
  "webgl-f16": "the graphics processor in half precision",
};

/** One sentence for the reader on why a lesser tier serves. */
export function fallbackNotice(reason: keyof typeof why, tier: Tier): string {
  return `${why[reason]}, so the numbers are made by ${where[tier]}.`;
}
