import { late } from "../jobs/late";
import { lateReceptiveField } from "../jobs/receptive-field/late";

/** Jobs that every device does alike, on the processor; their code comes when first asked for. */
export const processorJobs = () => ({
  activationMoments: late<"activationMoments">(
    async () => (await import("../jobs/activation-moments/run")).runActivationMoments,
  ),
  receptiveFieldMeasured: lateReceptiveField,
});
