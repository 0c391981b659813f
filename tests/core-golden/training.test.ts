import { describe, expect, test } from "vitest";
import { createTrainings } from "../../src/compute/jobs/training/trainings";
import { openPlainLoops } from "../../src/compute/ops/train/open-loops";
import { openSimdLoops } from "../../src/compute/ops/train/simd-loops";
import type {
  StepDetail,
  TrainingRequest,
  TrainingResults,
  TrainSnapshot,
} from "../../src/compute/training";
import type { Parameters } from "../../src/core/network/rule";
import type { Block } from "../../src/core/numbers";
import type { OptimizerSpec } from "../../src/core/optim/optimizer";
import type { Tensor } from "../../src/core/tensor";
import { backpropCases, networkOf, reader, type BackpropCase } from "./backprop-cases";
import { expectBlock, expectNumbers, narrow, nhwc } from "./golden";
import { optimizerOf } from "./optimizer";

const TOLERANCE = { rtol: 1e-4, atol: 1e-5 };

const asTensors = (parameters: Parameters): Record<string, Tensor> =>
  Object.fromEntries(Object.entries(parameters).map(([name, block]) => [name, narrow(block)]));

const blank = (tensors: Record<string, Tensor>): Record<string, Tensor> =>
  Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, data }]) => [
      name,
      { shape, data: new Float32Array(data.length) },
    ]),
  );

/** PyTorch's order of examples, out of the order in which the step took them. */
function sorted({ shape, data }: Tensor, { examples }: StepDetail): Block {
  const size = data.length / shape[0]!;
  const result = new Float32Array(data.length);
  examples.forEach((place, row) =>
    result.set(data.subarray(row * size, (row + 1) * size), place * size),
  );
  return { shape, data: result };
}

describe.each([
  { name: "plain", open: openPlainLoops },
  { name: "simd", open: openSimdLoops },
])("$name loops", ({ open }) => {
  const trainings = createTrainings();
  const run = <R extends TrainingRequest>(request: R) =>
    trainings.run(request, open, () => Promise.resolve()) as Promise<TrainingResults[R["job"]]>;

  async function begin(one: BackpropCase, optimizer: OptimizerSpec): Promise<string> {
    const parameters = asTensors(reader(one).parameters(one.params));
    const from: TrainSnapshot = {
      step: 0,
      optimizerStep: 0,
      parameters,
      first: blank(parameters),
      second: blank(parameters),
      statistics: {},
    };
    const images = narrow(nhwc(one.input));
    const started = await run({
      job: "trainStart",
      network: networkOf(one),
      data: { kind: "tensors", images, labels: Uint8Array.from(one.labels) },
      optimizer,
      init: "zeros",
      seed: 0,
      batchSize: one.labels.length,
      from,
    });
    return started.run;
  }

  test.each(backpropCases)(
    "%s: a step asked for in detail shows PyTorch's numbers",
    async (_, one) => {
      const read = reader(one);
      const id = await begin(one, { name: "sgd", learningRate: 0.5 });
      const result = await run({ job: "trainStep", run: id, steps: 1, detail: true });
      expectNumbers([result.steps[0]!.loss], [one.loss], TOLERANCE);
      const detail = result.detail!;
      one.outputs.forEach((expected, at) =>
        expectBlock(sorted(detail.outputs[at]!, detail), read.output(expected, at), TOLERANCE),
      );
      const gradients = read.parameters(one.grads);
      expect(Object.keys(detail.gradients).sort()).toEqual(Object.keys(gradients).sort());
      for (const [name, expected] of Object.entries(gradients)) {
        expectBlock(detail.gradients[name]!, expected, TOLERANCE);
        const update = { shape: expected.shape, data: expected.data.map((value) => -0.5 * value) };
        expectBlock(detail.updates[name]!, update, TOLERANCE);
      }
    },
  );

  test.each(backpropCases)("%s: five steps of every optimiser are PyTorch's", async (_, one) => {
    const read = reader(one);
    for (const { loss_before_step, loss_after_5, snapshots, ...golden } of one.optimizers) {
      const id = await begin(one, optimizerOf(golden));
      const losses: number[] = [];
      for (let step = 1; step <= 5; step++) {
        const { steps } = await run({ job: "trainStep", run: id, steps: 1 });
        losses.push(steps[0]!.loss);
        const expected = snapshots.find((snapshot) => snapshot.step === step);
        if (!expected) continue;
        const { snapshot } = await run({ job: "trainState", run: id, sets: [] });
        for (const [name, block] of Object.entries(read.parameters(expected.params)))
          expectBlock(snapshot.parameters[name]!, block, TOLERANCE);
      }
      expectNumbers(losses, loss_before_step, TOLERANCE);
      const { scores } = await run({ job: "trainState", run: id });
      expectNumbers([scores.train!.loss], [loss_after_5], TOLERANCE);
      await run({ job: "trainStop", run: id });
    }
  });
});
