/** Longest quotation in a note. */
const LONGEST = 24;

export function quoted(text: string): string {
  const letters = Array.from(text.slice(0, 4 * LONGEST));
  return `“${letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : text}”`;
}

export const notes = {
  tooLong: "The link’s settings are longer than 8 kB, so the figure shows its own.",
  unreadable: "The link’s settings cannot be read, so the figure shows its own.",
  newer:
    "The link comes from a newer edition of this figure, which shows its own settings instead.",
  older: "The link comes from an edition of this figure that is too old to be read.",
  unknown: (names: readonly string[]) =>
    `This figure has no setting ${names.map(quoted).join(", ")}; the link’s word for it is left out.`,
  twice: (name: string) => `The link sets ${quoted(name)} twice; the first counts.`,
  illegal: (name: string, text: string) =>
    `${quoted(text)} is not a possible ${quoted(name)}; the figure keeps its own.`,
  nearest: (name: string, text: string, taken: string) =>
    `${quoted(text)} does not fit ${quoted(name)}, which is set to ${quoted(taken)}.`,
  repaired: (names: readonly string[]) =>
    `The link’s settings do not go together, so ${names.map(quoted).join(", ")} ` +
    `${names.length > 1 ? "are" : "is"} changed to the nearest that works.`,
} as const;
