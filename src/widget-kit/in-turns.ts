/** Does pieces of work one after the other, each in a task of its own: between them the page moves. */
export async function inTurns(pieces: readonly (() => unknown)[]): Promise<void> {
  for (const piece of pieces) {
    await new Promise((resolve) => setTimeout(resolve));
    piece();
  }
}
