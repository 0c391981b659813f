import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { firstFrame } from "../../src/widget-kit/first-frame";
import { widgetLoaders } from "../../src/widgets/registry";

/** Figures whose PyTorch listings have been run, each of their cases; some assert what they have measured. */
const widgets = [
  { name: "product-trials", measured: false },
  { name: "signal-race", measured: true },
  { name: "step-trainer", measured: false },
];

interface Run {
  readonly widget: string;
  readonly case: string;
  readonly code: string;
  /** What it printed; a listing ends in an assertion on the figure's numbers. */
  readonly output: string;
}

interface Runs {
  readonly pytorch: string;
  readonly runs: readonly Run[];
}

const file = new URL("pytorch-runs.json", import.meta.url);
/** `PYTORCH=/usr/bin/python3 npx vitest run tests/exports` runs all listings again and keeps what they print. */
const python = process.env.PYTORCH;

const listings = (
  await Promise.all(
    widgets.map(async ({ name: widget, measured }) => {
      const { default: definition } = await widgetLoaders[`./${widget}/index.ts`]!();
      const { schema, cases, model } = definition;
      return Promise.all(
        cases.map(async ({ name, state }) => {
          const full = { ...schema.defaults, ...state };
          const { result } = measured ? await firstFrame(definition, full, {}) : { result: null };
          const shown = model.code(full, model.derive(full, result, {}));
          const { code } = shown.find(({ language }) => language === "pytorch")!;
          return { widget, case: name, code };
        }),
      );
    }),
  )
).flat();

/** @throws what Python says, when a listing does not run to its end. */
function output(code: string): string {
  const { status, stdout, stderr } = spawnSync(python!, ["-c", code], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

if (python) {
  const pytorch = output("import torch; print(torch.__version__)").trim();
  const runs = listings.map((listing) => ({ ...listing, output: output(listing.code) }));
  writeFileSync(file, `${JSON.stringify({ pytorch, runs }, null, 2)}\n`);
}

const kept = JSON.parse(readFileSync(file, "utf8")) as Runs;

test("a real PyTorch has run them, and its version is known", () => {
  expect(kept.pytorch).toMatch(/^\d+\.\d+/);
  expect(kept.runs.map((run) => `${run.widget}: ${run.case}`)).toEqual(
    listings.map((listing) => `${listing.widget}: ${listing.case}`),
  );
});

describe.each(listings)("$widget, $case", ({ widget, case: name, code }) => {
  const run = kept.runs.find((one) => one.widget === widget && one.case === name);

  test("exports the very lines that have run to their end", () => {
    expect(code).toContain("assert ");
    expect(run?.code).toBe(code);
    expect(run?.output).not.toBe("");
  });
});
