/**
 * Chapter 2's mixing desk: a 1 × 1 filter over 200 channels. The reader should discover that it is
 * one weighted sum, done at each pixel by itself, that such a sum can take a mixture apart, and that
 * it bends nothing: the activation after it does.
 */
import { defineWidget } from "../../widget-kit/define-widget";
import { cases } from "./cases";
import { createModel } from "./model";
import { schema } from "./schema";

export default defineWidget({
  name: "channel-mixer",
  title: "The 1 × 1 mixing desk",
  discover:
    "A 1 × 1 filter makes one number of all channels of a pixel, the same weighted sum at every pixel, and it is a straight line in each of them.",
  schema,
  model: createModel(),
  cases,
  loadView: () => import("./view"),
});
