import { defineWidget } from "../../widget-kit/define-widget";
import { cases } from "./cases";
import { model } from "./model";
import { schema } from "./schema";

/**
 * A stack of small kernels against everything else that sees as far. The reader should discover that
 * the stack wins at equal channels, that a thin input turns the answer round, and that without an
 * activation between them the layers are one large kernel, and not even any.
 */
export default defineWidget({
  name: "kernel-stack",
  title: "One large kernel, or a stack of small ones?",
  discover:
    "The same view at different prices: who wins depends on the channels, and on what stands between the layers.",
  schema,
  model,
  cases,
  loadView: () => import("./view"),
});
