import { defineWidget } from "../../widget-kit/define-widget";
import { cases } from "./cases";
import { model } from "./model";
import { schema } from "./schema";

/**
 * One training step of the smallest layer, as a graph in slow motion. The reader should discover
 * that the backward pass is ordinary arithmetic on the numbers of the forward pass, that each slope
 * can be predicted from the inputs its weight has touched, and what a step too large does to ReLU.
 */
export default defineWidget({
  name: "step-trainer",
  title: "One training step, number by number",
  discover:
    "Forward, loss, backward, update: every number of a training step can be opened to the sum that made it.",
  schema,
  model,
  cases,
  loadView: () => import("./view"),
});
