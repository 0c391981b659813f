import { defineWidget } from "../../widget-kit/define-widget";
import { cases } from "./cases";
import { createModel } from "./model";
import { schema } from "./schema";

/**
 * A signal sent through a hundred random layers, for hundreds of seeds at once. The reader should
 * discover that one factor a layer decides everything, that a format's limits decide when it shows,
 * and that one run is one draw from a cloud.
 */
export default defineWidget({
  name: "signal-race",
  title: "The signal race",
  discover:
    "Each layer multiplies the scale of the signal by a factor; after a hundred layers only a factor of 1 leaves anything to learn from.",
  schema,
  model: createModel(),
  cases,
  loadView: () => import("./view"),
});
