import { fc } from "@fast-check/vitest";
import { KERNEL_PRESETS } from "../../core/kernel/presets";

const float32 = fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const kernel = fc.oneof(
  fc.constantFrom(...KERNEL_PRESETS.map(({ id }) => id)),
  fc
    .constantFrom(1, 3, 4, 9, 12, 25, 27, 49, 75, 147)
    .chain((length) => fc.array(float32, { minLength: length, maxLength: length })),
);
/** One to eight filters: presets by name, or numbers of any legal count and any float32 size. */
export const anyFilters = fc.array(fc.record({ kernel, bias: float32 }), {
  minLength: 1,
  maxLength: 8,
});
