import { expect, test } from "vitest";
import { createCompute } from "../../src/compute/client";
import type { ActivationSpec } from "../../src/core/activation/activation";
import fields from "../golden/mean_field.json";

const specs: Readonly<Record<string, ActivationSpec>> = {
  "leaky_relu_0.2": { name: "leakyRelu", slope: 0.2 },
  elu: { name: "elu", alpha: 1 },
};

test("the job's layers are those of the golden infinite networks", async () => {
  const compute = await createCompute({ tier: "cpu" });
  for (const one of fields.cases) {
    const { layers } = await compute.run({
      job: "activationMoments",
      activation: specs[one.activation] ?? (one.activation as "relu"),
      gain: Math.sqrt(one.sigma_w2),
      inputSecondMoment: one.input_second_moment,
      depth: 20,
    });
    one.layers
      .filter((layer) => layer <= 20)
      .forEach((layer, at) => {
        const ratio = layers[layer - 1]!.preVariance / one.preact_variance[at]!;
        expect(ratio, `${one.id}, layer ${layer}`).toBeCloseTo(1, 6);
      });
  }
  await compute.dispose();
});
