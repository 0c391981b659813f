import type { Jobs } from "../job";

/** The signal chain of a tier; its code comes when it is first asked for. */
export function lateSignalChain(): Jobs["signalChain"] {
  let loading: Promise<Jobs["signalChain"]> | null = null;
  return async (request, plan, breathe) => {
    loading ??= load();
    const job = await loading.catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return job(request, plan, breathe);
  };
}

async function load(): Promise<Jobs["signalChain"]> {
  const [{ runSignalChain }, { openTools }] = await Promise.all([
    import("./run"),
    import("./tools"),
  ]);
  const tools = await openTools();
  return (request, plan, breathe) => runSignalChain(tools, request, plan, breathe);
}
