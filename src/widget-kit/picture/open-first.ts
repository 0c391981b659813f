import { formatInteger } from "../../core/format/number";
import { decodePicture } from "./decode-picture";
import type { PictureResult } from "./picture-result";

/** The first of several files as a picture; of more than one, the note says which it is. */
export async function openFirst(
  files: readonly File[],
  side: number,
): Promise<PictureResult & { readonly label: string }> {
  const file = files.find(({ type }) => type.startsWith("image/")) ?? files[0];
  if (!file) {
    return {
      ok: false,
      label: "",
      reason: "That held no file; save the picture first, then open it.",
    };
  }
  const label = file.name || "Your picture";
  const result = await decodePicture(file, side);
  if (!result.ok || files.length === 1) return { ...result, label };
  const many = `Of ${formatInteger(files.length)} files, “${label}” is shown.`;
  return { ...result, label, note: result.note ? `${many} ${result.note}` : many };
}
