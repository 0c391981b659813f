/**
 * Chapter 5's main figure: a real network that learns before the reader's eyes. The reader should
 * discover that learning is one small step, repeated; that the settings decide whether it learns,
 * stands still or dies; that knowing examples by heart is not reading; and what became of the noise
 * that the kernels were.
 */
import { defineWidget } from "../../widget-kit/define-widget";
import { cases } from "./cases";
import { createModel } from "./model";
import { schema } from "./schema";

export default defineWidget({
  name: "digit-trainer",
  title: "The digit trainer",
  discover:
    "A real network learns to read before your eyes: thousands of small steps turn dice into kernels, and the settings decide whether they do.",
  schema,
  model: createModel(),
  cases,
  loadView: () => import("./view"),
});
