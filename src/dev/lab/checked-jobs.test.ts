import { expect, test } from "vitest";
import { createCompute } from "../../compute/client";
import { checkJobs } from "./checked-jobs";

test("core’s own loops are never off, and another answer is", async () => {
  const compute = await createCompute({ tier: "cpu" });
  const checked = await checkJobs(compute);
  expect(checked.map(({ off }) => off)).toEqual([0, 0, 0, 0, 0]);
  const wrong = await checkJobs({
    ...compute,
    run: async (request, options) => {
      const result = await compute.run(request, options);
      if ("bias" in result) result.bias.data[3]! += 1;
      return result;
    },
  });
  expect(wrong.map(({ off }) => off > 0)).toEqual([false, false, false, true, false]);
  await compute.dispose();
});
