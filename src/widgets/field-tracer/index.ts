/**
 * Chapter 3's tracer: a stack of windows, and what one unit of it sees. The reader should discover
 * that strides make a field grow and padding only moves it, that a field is far larger than what
 * counts in it, and that equal weights already make a bell.
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
  name: "field-tracer",
  title: "The receptive-field tracer",
  discover:
    "Choose a unit at any depth: the layers below it spread out to a field on the picture, and inside the field a bell of pixels that count.",
  schema,
  model,
  cases,
  // The usual picture is painted before the figure comes alive: it then shows what its still showed.
  // And what the usual state needs is known by then: coming alive takes no long breath.
  loadView: async () => {
    const usual = schema.defaults;
    const [view] = await Promise.all([import("./view"), shelf.load("still-life", 256)]);
    await inTurns([
      () => model.derive({ ...usual, bell: false }, null, {}),
      () => model.derive(usual, null, {}),
    ]);
    return view;
  },
});
