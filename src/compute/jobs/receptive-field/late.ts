import type { Jobs } from "../job";

type Job = Jobs["receptiveFieldMeasured"];

/** The measurement of every tier, on the processor; its code comes when it is first asked for. */
export const lateReceptiveField: Job = async (request, plan, breathe) => {
  const [{ runReceptiveField }, { openConeLoops }] = await Promise.all([
    import("./run"),
    import("../../ops/cone/open-cone-loops"),
  ]);
  return runReceptiveField(openConeLoops, request, plan, breathe);
};
