import { fc } from "@fast-check/vitest";
import type { AnyWidget } from "../../src/widget-kit/define-widget";

type AnySchema = AnyWidget["schema"];

/** Whether two states are the same to their schema. */
export function isSame(schema: AnySchema, a: object, b: object): boolean {
  return schema.serialize(a, b) === String(schema.version);
}

/** Links that this widget could be sent: good ones, bent ones, and noise. */
export function anyLink({ schema, cases }: AnyWidget): fc.Arbitrary<string> {
  const names = Object.keys(schema.fields);
  const states = [{}, ...cases.map(({ state }) => state)].map((state) => ({
    ...schema.defaults,
    ...state,
  }));
  const texts = new Set(
    states.flatMap((state) =>
      names.map((name) => schema.fields[name]!.serialize(state[name]) as string),
    ),
  );
  const noise = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.double().map(String),
    fc.integer({ min: -20, max: 20 }).map(String),
    fc.constantFrom("on", "off", "__proto__", "9x0.5", "99999x1", "!AAAA", "*e2*80*8b", "%E0", ""),
  );
  const word = fc.oneof(fc.constantFrom(...texts), noise);
  const name = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: noise },
  );
  const fields = fc
    .array(fc.tuple(name, word), { maxLength: 8 })
    .map((pairs) => [schema.version, ...pairs.map((pair) => pair.join(":"))].join("~"));
  const bent = fc
    .tuple(fc.constantFrom(...states), fc.nat(200), fc.string({ maxLength: 3 }))
    .map(([state, at, cut]) => {
      const link = schema.serialize(state);
      return link.slice(0, at) + cut + link.slice(at + 1);
    });
  return fc.oneof({ weight: 3, arbitrary: fields }, bent, fc.string({ unit: "binary" }));
}

/** Milliseconds of the quickest of ten runs: what the work costs when nothing gets in its way. */
export function quickest(work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < 10; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
