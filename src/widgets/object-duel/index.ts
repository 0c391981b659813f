/**
 * Chapter 2's duel: two kernels search one scene for small objects. The reader should discover that
 * an average over a large window drowns small things, that a large kernel need not be an average, and
 * that what it really costs is weights, work and examples.
 */
import { defineWidget } from "../../widget-kit/define-widget";
import { cases } from "./cases";
import { createModel } from "./model";
import { schema } from "./schema";

export default defineWidget({
  name: "object-duel",
  title: "Small objects, two kernels",
  discover:
    "Two kernels search the same scene. What they find is up to their weights; what they cost is up to their side.",
  schema,
  model: createModel(),
  cases,
  loadView: () => import("./view"),
});
