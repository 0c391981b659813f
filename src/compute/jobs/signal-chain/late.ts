import type { WebglContext } from "../../device/webgl/context";
import type { Jobs } from "../job";

type Job = Jobs["signalChain"];

/**
 * The signal chain of a tier; its code comes when it is first asked for. With a WebGL context, what
 * that can do in float32 is done there.
 */
export function lateSignalChain(context: WebglContext | null = null): Job {
  let loading: Promise<Job> | null = null;
  return async (request, plan, breathe) => {
    loading ??= load(context);
    const job = await loading.catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return job(request, plan, breathe);
  };
}

async function load(context: WebglContext | null): Promise<Job> {
  const [{ runSignalChain }, { openTools }] = await Promise.all([
    import("./run"),
    import("./tools"),
  ]);
  const tools = await openTools();
  if (!context) return (request, plan, breathe) => runSignalChain(tools, request, plan, breathe);
  const [{ runOnWebgl }, { tellsNumbersApart }] = await Promise.all([
    import("./on-webgl"),
    import("../../ops/statistics/webgl"),
  ]);
  context.activate();
  if (!(await tellsNumbersApart(context)))
    return (request, plan, breathe) => runSignalChain(tools, request, plan, breathe);
  return async (request, plan, breathe) =>
    (await runOnWebgl(context, tools, request, plan, breathe)) ??
    runSignalChain(tools, request, plan, breathe);
}
