/**
 * Chapter 1's main figure: one convolution layer on a real picture. The reader should discover that
 * a filter reaches through every input channel, that its partial maps are added up before anyone
 * sees them, that each filter makes exactly one channel, and that negative answers mean something.
 */
import { defineWidget } from "../../widget-kit/define-widget";
import { cases } from "./cases";
import { createModel } from "./model";
import { createPictureShelf, workerPainter } from "../../widget-kit/picture/picture-shelf";
import { schema } from "./schema";

const shelf = createPictureShelf(workerPainter());

export default defineWidget({
  name: "filter-bench",
  title: "The filter bench",
  discover:
    "A filter has one kernel for each input channel; the partial maps are summed into one output channel, and each number of it can be followed back to the pixels.",
  schema,
  model: createModel(shelf),
  cases,
  // The usual picture is painted before the figure comes alive: it then shows what its still showed.
  loadView: async () => {
    const { picture, side } = schema.defaults;
    const [view] = await Promise.all([
      import("./view"),
      picture === "own" ? undefined : shelf.load(picture, side),
    ]);
    return view;
  },
});
