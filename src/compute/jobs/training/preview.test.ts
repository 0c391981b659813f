import { expect, it } from "vitest";
import { backprop } from "../../../core/backprop/backprop";
import { digit } from "../../../core/digits/digit";
import { digitNetwork } from "../../../core/network/digit-network";
import { initialParameters } from "../../../core/network/initial-parameters";
import { BudgetError, RequestError } from "../../errors";
import { openPlainLoops } from "../../ops/train/open-loops";
import type { TrainPreviewRequest } from "../../training";
import { checkTraining } from "./check";
import { openTrainings } from "./fixture";

const preview: TrainPreviewRequest = {
  job: "trainPreview",
  network: digitNetwork,
  data: { kind: "digits", seed: 2, count: 40 },
  init: "heNormal",
  seed: 0,
  answers: 3,
  parameters: ["0/weights"],
};

it("says what core says of the same network and digits, and keeps nothing", async () => {
  const { run, memory } = openTrainings(openPlainLoops);
  const result = await run(preview);
  const parameters = initialParameters(digitNetwork, "heNormal", 0, new Float32Array(0));
  const digits = Array.from({ length: 40 }, (_, at) => digit(2, at));
  const data = new Float32Array(40 * 784);
  digits.forEach(({ image }, at) => data.set(image.data, at * 784));
  const { loss, probabilities } = backprop({
    network: digitNetwork,
    parameters,
    input: { shape: [40, 28, 28, 1], data },
    labels: digits.map(({ label }) => label),
    training: false,
  });
  expect(result.loss).toBeCloseTo(loss, 5);
  expect(result.probabilities).toHaveLength(3);
  result.probabilities[2]!.forEach((probability, at) =>
    expect(probability).toBeCloseTo(probabilities.data[20 + at]!, 5),
  );
  expect(result.parameters).toEqual({ "0/weights": [...parameters["0/weights"]!.data] });
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(memory()).toEqual({ tensors: 0, bytes: 0 });
});

it("finds that weights of zero know nothing: ln 10", async () => {
  const { run } = openTrainings(openPlainLoops);
  const { loss, probabilities } = await run({ ...preview, init: "zeros" });
  expect(loss).toBeCloseTo(Math.log(10), 12);
  expect(probabilities[0]!.every((probability) => probability === Math.fround(0.1))).toBe(true);
});

it("refuses names that are not there, and more than a look", async () => {
  const { run } = openTrainings(openPlainLoops);
  await expect(run({ ...preview, parameters: ["9/weights"] })).rejects.toBeInstanceOf(RequestError);
  expect(() => checkTraining({ ...preview, answers: 41 })).toThrow("answers");
  const data = { kind: "digits", seed: 2, count: 1001 } as const;
  expect(() => checkTraining({ ...preview, data })).toThrow("data: count");
  const layers = [
    { kind: "conv", filters: 256, size: 9, padding: "same" },
    { kind: "globalAverage" },
    { kind: "flatten" },
    { kind: "dense", units: 10 },
  ] as const;
  const dear = { ...preview, network: { inputShape: [28, 28, 1], layers } };
  expect(() => checkTraining({ ...dear, data: { ...data, count: 1000 } })).toThrow(BudgetError);
});
