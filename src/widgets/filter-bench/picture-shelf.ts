import type { Tensor } from "../../compute/types";
import { builtInPicture, type PictureId } from "../../core/picture/catalogue";

/** The book's pictures, each painted once for each side. */
export interface PictureShelf {
  /** The picture, or `null` while it is being painted elsewhere. */
  get(id: PictureId, side: number): Tensor | null;
  /** Settles when `get` has the picture. */
  load(id: PictureId, side: number): Promise<void>;
}

/** Paints a picture somewhere else than on the calling thread. */
export type Painter = (id: PictureId, side: number) => Promise<Tensor>;

/** Whether painting takes longer than a frame or two: rays through every pixel, or very many pixels. */
const slow = (id: PictureId, side: number) => id === "still-life" || side > 256;

/**
 * A shelf that paints quick pictures at once, and slow ones through `painter` where there is one.
 * Where the painter fails the picture is painted at once after all.
 */
export function createPictureShelf(painter: Painter | null): PictureShelf {
  const done = new Map<string, Tensor>();
  const orders = new Map<string, Promise<void>>();
  const paint = (id: PictureId, side: number) => builtInPicture(id)!.make(side);

  function get(id: PictureId, side: number): Tensor | null {
    const key = `${id} ${side}`;
    const found = done.get(key);
    if (found) return found;
    if (painter && slow(id, side)) return null;
    const picture = paint(id, side);
    done.set(key, picture);
    return picture;
  }

  function load(id: PictureId, side: number): Promise<void> {
    const key = `${id} ${side}`;
    if (get(id, side)) return Promise.resolve();
    const order =
      orders.get(key) ??
      painter!(id, side)
        .catch(() => paint(id, side))
        .then((picture) => void done.set(key, picture));
    orders.set(key, order);
    return order;
  }

  return { get, load };
}

/** Paints in a worker that lives for one picture; `null` where there are no workers (Node). */
export function workerPainter(): Painter | null {
  if (typeof Worker === "undefined") return null;
  return (id, side) =>
    new Promise<Tensor>((resolve, reject) => {
      const worker = new Worker(new URL("./picture-worker.ts", import.meta.url), {
        type: "module",
      });
      worker.addEventListener("message", ({ data }: MessageEvent<Tensor>) => {
        worker.terminate();
        resolve(data);
      });
      worker.addEventListener("error", (event) => {
        worker.terminate();
        reject(new Error(event.message));
      });
      worker.postMessage({ id, side });
    });
}
