import type { Tensor } from "../../compute/types";
import type { PictureId } from "../../core/picture/catalogue";
import { makeQuickPicture, type QuickPictureId } from "../../core/picture/make-quick-picture";

/** The book's pictures, each painted once for each side. */
export interface PictureShelf {
  /** The picture, or `null` while it is being painted elsewhere. */
  get(id: PictureId, side: number): Tensor | null;
  /** Settles when `get` has the picture. */
  load(id: PictureId, side: number): Promise<void>;
}

/** Paints a picture somewhere else than on the calling thread. */
export type Painter = (id: PictureId, side: number) => Promise<Tensor>;

/** Whether painting takes little code and no longer than a frame or two. */
const isQuick = (id: PictureId, side: number): id is QuickPictureId =>
  id !== "still-life" && id !== "digit" && side <= 256;

/** Where pages are built, and in tests, every picture is there at once; no browser gets this. */
const atOnce = import.meta.env.SSR ? await fetchPainter() : null;

/**
 * A shelf that paints quick pictures at once, and slow ones through `painter`. Where the painter
 * fails the picture is painted on the calling thread after all.
 * @param painter `null`: everything at once, where pages are built
 */
export function createPictureShelf(painter: Painter | null): PictureShelf {
  const done = new Map<string, Tensor>();
  const orders = new Map<string, Promise<void>>();

  function get(id: PictureId, side: number): Tensor | null {
    const key = `${id} ${side}`;
    const found = done.get(key);
    if (found) return found;
    let picture: Tensor;
    if (isQuick(id, side)) picture = makeQuickPicture(id, side);
    else if (painter || !atOnce) return null;
    else picture = atOnce(id, side);
    done.set(key, picture);
    return picture;
  }

  function load(id: PictureId, side: number): Promise<void> {
    const key = `${id} ${side}`;
    if (get(id, side)) return Promise.resolve();
    const order =
      orders.get(key) ??
      (painter ?? lazyPainter)(id, side)
        .catch(() => lazyPainter(id, side))
        .then((picture) => void done.set(key, picture));
    orders.set(key, order);
    return order;
  }

  return { get, load };
}

/** Paints on the calling thread with code that is fetched then. */
const lazyPainter: Painter = async (id, side) => (await fetchPainter())(id, side);

async function fetchPainter() {
  return (await import("../../core/picture/make-picture")).makePicture;
}

/** Paints in a worker that lives for one picture; `null` where there are no workers. */
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
