import { defineWidget } from "../../widget-kit/define-widget";
import { cases } from "./cases";
import { model } from "./model";
import { schema } from "./schema";

/**
 * Any activation, typed or chosen, and what its scale does through many layers. The reader should
 * discover how a gain is derived, and that the right gain is not enough: where the variance map
 * crosses its diagonal steeply, every small error grows.
 */
export default defineWidget({
  name: "gain-lab",
  title: "The gain lab",
  discover:
    "Derive the gain of your own activation, then see whether the scale stays where it belongs.",
  schema,
  model,
  cases,
  loadView: () => import("./view"),
});
