import { describe, expect, it } from "vitest";
import { RequestError } from "../../errors";
import { checkTraining } from "./check";
import { digitRun, openTrainings } from "./fixture";

const { run } = openTrainings();
const augmentation = { shift: 2, turn: 10, stretch: 0.1 };
const augmented = { ...digitRun, augmentation };

/** The pictures of the step after `steps` others. */
async function batchAfter(id: string, steps: number) {
  const { detail } = await run({ job: "trainStep", run: id, at: steps, steps: 1, detail: true });
  return [...detail!.input.data];
}

describe("augmentation", () => {
  it("moves the same picture anew in every epoch", async () => {
    const { run: id } = await run({
      ...augmented,
      data: { kind: "digits", seed: 1, count: 1 },
      batchSize: 1,
    });
    const [first, second] = [await batchAfter(id, 0), await batchAfter(id, 1)];
    expect(second).not.toEqual(first);
    expect(await batchAfter(id, 0)).toEqual(first);
  });

  it("leaves the picture alone where it moves nothing", async () => {
    const { run: plain } = await run(digitRun);
    const { run: still } = await run({
      ...digitRun,
      augmentation: { shift: 0, turn: 0, stretch: 0 },
    });
    expect(await batchAfter(still, 0)).toEqual(await batchAfter(plain, 0));
  });

  it("is refused beyond sense", () => {
    expect(() =>
      checkTraining({ ...augmented, augmentation: { ...augmentation, stretch: 1 } }),
    ).toThrow(RequestError);
  });
});
