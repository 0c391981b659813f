import { defineWidget } from "../../widget-kit/define-widget";
import { cases } from "./cases";
import { model } from "./model";
import { schema } from "./schema";

/**
 * The ten thousand trials of relu(W·x). The reader should discover that 16 is a root mean square and
 * no standard deviation, that a single trial is far from it, and how fast averages close in.
 */
export default defineWidget({
  name: "product-trials",
  title: "Ten thousand random layers",
  discover:
    "One trial is a draw from a cloud; ten thousand of them pin down the mean and the root mean square, and those are not the standard deviation.",
  schema,
  model,
  cases,
  loadView: () => import("./view"),
});
