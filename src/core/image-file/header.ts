export type ImageKind = "png" | "jpeg" | "gif" | "webp" | "avif" | "heic" | "bmp";

/** What a file is, judged by its first bytes and not by its name. */
export type FileKind = ImageKind | "svg" | "html" | "text" | "empty" | "unknown";

export interface ImageHeader {
  readonly kind: FileKind;
  /** Pixels as stored, before any turning; `null` where the header does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** How the stored pixels are to be turned, 1 to 8 as in Exif; 1 is upright. */
  readonly orientation: number;
  /** More than one frame, or announced as such. */
  readonly animated: boolean;
  /** The file ends before its own structure does. */
  readonly truncated: boolean;
}

/** A header of which only the given parts are known. */
export function header(kind: FileKind, known: Partial<ImageHeader> = {}): ImageHeader {
  const size = (length: number | null | undefined) =>
    typeof length === "number" && length > 0 ? length : null;
  return {
    kind,
    orientation: known.orientation ?? 1,
    animated: known.animated ?? false,
    truncated: known.truncated ?? false,
    width: size(known.width),
    height: size(known.height),
  };
}
