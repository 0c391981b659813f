import { defineWidget } from "../../widget-kit/define-widget";
import { cases } from "./cases";
import { model } from "./model";
import { schema } from "./schema";

/**
 * A window on a ruler of cells. The reader should discover that the output's size is nothing but
 * the number of places where the window fits, what the floor in the formula throws away, and that
 * overlapping windows read a cell many times but never twice with the same weight.
 */
export default defineWidget({
  name: "size-ruler",
  title: "The size ruler",
  discover:
    "The output has one value for each place where the window fits. Count them, and the formula is written.",
  schema,
  model,
  cases,
  loadView: () => import("./view"),
});
