import { fc, test as property } from "@fast-check/vitest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWebglContext, type WebglContext } from "../../device/webgl/context";
import type { LayerMeasures } from "./meter";
import { plainMeter } from "./plain-meter";
import { measureOnWebgl, tellsNumbersApart } from "./webgl";

let context: WebglContext;
beforeAll(() => {
  context = createWebglContext();
  context.activate();
});
afterAll(() => context.dispose());

const NORMAL = 2 ** -126;
const plain = plainMeter();

interface Group {
  /** `[columns][units]` */
  readonly x: Float32Array;
  readonly slopes: Float32Array;
}

async function measured(groups: readonly Group[], units: number, columns: number) {
  const across = units / 4;
  const upload = (name: keyof Group) =>
    context.upload(
      across,
      columns * groups.length,
      Float32Array.from(groups.flatMap((group) => [...group[name]])),
    );
  const [values, slopes] = [upload("x"), upload("slopes")];
  const layers = { groups: groups.length, columns, units };
  const stack = { values: values.texture, slopes: slopes.texture, ...layers };
  const all = await measureOnWebgl(context, stack);
  values.release();
  slopes.release();
  return all;
}

/** The plain meter's answer, which wants units before columns. */
function expected({ x, slopes }: Group, units: number, columns: number): LayerMeasures {
  const turned = (block: Float32Array) =>
    Float64Array.from(block, (_, at) => block[(at % columns) * units + Math.floor(at / columns)]!);
  return plain.measure(turned(x), turned(slopes), columns, NORMAL);
}

const shares = ["zero", "subnormal", "infinite", "nan", "saturated", "dead"] as const;

function expectSame(actual: LayerMeasures, wanted: LayerMeasures, rms: number): void {
  for (const name of shares) expect(actual[name], name).toBeCloseTo(wanted[name], 6);
  expect(actual.largest).toBe(wanted.largest);
  if (!Number.isFinite(wanted.logRms)) return expect(actual.logRms).toBe(wanted.logRms);
  expect(actual.logRms).toBeCloseTo(wanted.logRms, 5);
  expect(Math.abs(actual.mean - wanted.mean)).toBeLessThanOrEqual(1e-6 * rms);
  const off = Math.abs(actual.deviation - wanted.deviation);
  expect(off).toBeLessThanOrEqual(1e-5 * wanted.deviation + 1e-7 * rms);
}

const number = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }) },
  fc.constantFrom(0, -0, 3e-5, 3e9),
);
const odd = fc.oneof({ weight: 40, arbitrary: number }, fc.constantFrom(Infinity, -Infinity, NaN));
const SLOPES = [0, 0.005, -0.005, 0.02, 1, -1] as const;

const stacks = fc.record({
  units: fc.integer({ min: 1, max: 20 }).map((four) => four * 4),
  columns: fc.integer({ min: 1, max: 9 }),
  groups: fc.integer({ min: 1, max: 3 }),
  numbers: fc.array(odd, { minLength: 60, maxLength: 60 }),
  picks: fc.array(fc.constantFrom(...SLOPES), { minLength: 47, maxLength: 47 }),
});

describe("a stack of layers on the graphics processor", () => {
  property.prop([stacks], { numRuns: 60 })(
    "has the plain meter's measures",
    async ({ units, columns, groups, numbers, picks }) => {
      const size = units * columns;
      const stack = Array.from({ length: groups }, (_, group) => ({
        x: Float32Array.from({ length: size }, (_, at) => numbers[(at + group * 7) % 60]!),
        slopes: Float32Array.from({ length: size }, (_, at) => picks[(at + group * 5) % 47]!),
      }));
      (await measured(stack, units, columns)).forEach((actual, group) => {
        const wanted = expected(stack[group]!, units, columns);
        expectSame(actual, wanted, 10 ** wanted.logRms);
      });
    },
  );

  test.each([1, 1e38, 1e-36, 3e-12])("keeps its digits around %s", async (scale) => {
    const x = Float32Array.from({ length: 4096 * 12 }, (_, i) => scale * (Math.sin(i * 1.7) + 0.3));
    const slopes = new Float32Array(x.length).fill(1);
    const [actual] = await measured([{ x, slopes }], 4096, 12);
    const wanted = expected({ x, slopes }, 4096, 12);
    expectSame(actual!, wanted, 10 ** wanted.logRms);
  });

  test("a layer of one number at many places has no deviation", async () => {
    const x = new Float32Array(2048).fill(0.1);
    const [actual] = await measured([{ x, slopes: x }], 512, 4);
    expect(actual!.deviation).toBeLessThan(1e-7);
    expect(actual!.mean).toBeCloseTo(0.1, 6);
  });

  test("a unit is dead when it gives 0 on no slope in every column", async () => {
    const x = Float32Array.of(0, 0, 0, 1, 0, 0, 0, 0);
    const slopes = Float32Array.of(0, 0, 0, 0, 0, 1, 0, 0);
    const [actual] = await measured([{ x, slopes }], 4, 2);
    expect(actual!.dead).toBe(2 / 4);
    expect(actual!.saturated).toBe(7 / 8);
  });

  test("numbers are told apart, and nothing is held afterwards", async () => {
    const before = context.memory();
    expect(await tellsNumbersApart(context)).toBe(true);
    expect(context.memory()).toEqual(before);
  });
});
