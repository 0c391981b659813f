/**
 * Chapter 3's main figure: the slowest road from a picture to one number, walked to its end. The
 * reader should discover that every layer takes the same few cells away, that parity decides whether
 * the chain arrives, what is left of a picture on the way, and that other roads are shorter and have
 * another price.
 */
import { defineWidget } from "../../widget-kit/define-widget";
import { inTurns } from "../../widget-kit/in-turns";
import { createPictureShelf, workerPainter } from "../../widget-kit/picture/picture-shelf";
import { cases } from "./cases";
import { createModel } from "./model";
import { schema } from "./schema";

const shelf = createPictureShelf(workerPainter());
const model = createModel(shelf);

export default defineWidget({
  name: "shrink-machine",
  title: "The shrink machine",
  discover:
    "Each layer takes the same few cells away, so it takes many to get from a picture to one number; strides, pools and dilation are shorter roads with another price.",
  schema,
  model,
  cases,
  // The usual picture is painted before the figure comes alive: it then shows what its still showed.
  // And what the usual state needs is known by then: coming alive takes no long breath.
  loadView: async () => {
    const usual = schema.defaults;
    const [view] = await Promise.all([
      import("./view"),
      usual.picture === "own" ? undefined : shelf.load(usual.picture, 256),
    ]);
    await inTurns([() => model.request(usual, {}), () => model.derive(usual, null, {})]);
    return view;
  },
});
