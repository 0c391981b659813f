import { defineWidget } from "../../../widget-kit/define-widget";
import { cases } from "./cases";
import { model } from "./model";
import { schema } from "./schema";

/**
 * A derivative filter that can be turned. The reader should discover that two kernels, mixed by
 * cosine and sine, look in every direction there is.
 */
export default defineWidget({
  name: "new-widget",
  title: "New widget",
  discover: "A mix of two kernels finds edges in any direction.",
  schema,
  model,
  cases,
  loadView: () => import("./view"),
});
