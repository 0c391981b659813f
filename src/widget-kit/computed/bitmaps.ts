import type { Result } from "../../compute/types";

/** Closes the bitmaps of a result that nobody looks at any more; pixels need no closing. */
export function closeBitmaps(result: Result): void {
  if (result.job !== "render") return;
  for (const { bitmap } of Object.values(result.pictures)) bitmap?.close();
}
