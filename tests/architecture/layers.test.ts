import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Layer, layerOf, layers, mayImport } from "./layers";
import { allImports, filesBelow, findCycle, importsOf, root } from "./source-tree";

const files = filesBelow("src");
const imports = allImports(files);

test("no layer imports upwards", () => {
  const upward = imports.filter(({ from, to, typeOnly }) => {
    const [source, target] = [layerOf(from), layerOf(to)];
    if (!source || !target || source === target) return false;
    if (target === "compute" && !typeOnly && source !== "dev")
      return source !== "widget-kit" || to !== "src/compute/client";
    return !(mayImport[source] as readonly Layer[]).includes(target);
  });
  expect(upward).toEqual([]);
});

test("the imports of the source tree are seen", () => {
  expect(imports.length).toBeGreaterThan(100);
  const written = [
    `import { a } from "../core/a";`,
    `import type {\n  B,\n} from "./b";`,
    `export { c } from "../c/c";`,
    `import "./d.css";`,
    `const e = () => import("../e/e");`,
    `import react from "react";`,
  ].join("\n");
  expect(importsOf("src/ui/x.ts", written)).toEqual([
    { from: "src/ui/x.ts", to: "src/core/a", typeOnly: false },
    { from: "src/ui/x.ts", to: "src/ui/b", typeOnly: true },
    { from: "src/ui/x.ts", to: "src/c/c", typeOnly: false },
    { from: "src/ui/x.ts", to: "src/ui/d.css", typeOnly: false },
    { from: "src/ui/x.ts", to: "src/e/e", typeOnly: false },
  ]);
});

test("no folder inside a layer bears the name of a layer, where the rule would misread it", () => {
  const nested = files.filter((path) =>
    path
      .split("/")
      .slice(2, -1)
      .some((part) => (layers as readonly string[]).includes(part)),
  );
  expect(nested).toEqual([]);
});

test("there is no import cycle", () => {
  expect(findCycle(files, imports)).toBeNull();
});

test("a cycle through three files is found, one of types is not", () => {
  const names = ["src/a.ts", "src/b.ts", "src/c.ts"];
  const ring = names.map((from, at) => ({
    from,
    to: names[(at + 1) % 3]!.replace(".ts", ""),
    typeOnly: false,
  }));
  expect(findCycle(names, ring)).toEqual([...names, "src/a.ts"]);
  expect(findCycle(names, [...ring.slice(0, 2), { ...ring[2]!, typeOnly: true }])).toBeNull();
});

interface Finding {
  readonly code: string;
  readonly filename: string;
}

/** Runs the linter with our configuration over a small tree of its own. */
function lint(tree: Readonly<Record<string, string>>): readonly Finding[] {
  const folder = mkdtempSync(join(tmpdir(), "receptive-layers-"));
  try {
    const config = JSON.parse(readFileSync(join(root, ".oxlintrc.json"), "utf8")) as object;
    // The rules at stake read one file at a time; types would need the packages beside it.
    const untyped = { ...config, options: { typeAware: false } };
    writeFileSync(join(folder, ".oxlintrc.json"), JSON.stringify(untyped));
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const output = run(folder);
    return (JSON.parse(output) as { diagnostics: readonly Finding[] }).diagnostics;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(folder: string): string {
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  try {
    return execFileSync(process.execPath, [oxlint, "--format", "json"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 25,
    });
  } catch (error) {
    // Findings are what we came for; the linter says so by its exit code.
    return (error as { stdout: string }).stdout;
  }
}

/** `src/<layer>/…` at two depths, since widgets live one folder deeper than the rest. */
const homes = (layer: Layer): readonly string[] =>
  layer === "widgets"
    ? ["src/widgets/one/", "src/widgets/one/parts/"]
    : [`src/${layer}/`, `src/${layer}/part/`];

const climb = (folder: string): string => "../".repeat(folder.split("/").length - 2);
const value = (path: string): string => `import { x } from "${path}";\nexport const y = x;\n`;

const upward = layers.flatMap((layer) =>
  layers
    .filter((other) => other !== layer && !(mayImport[layer] as readonly Layer[]).includes(other))
    .flatMap((other) =>
      homes(layer).map((home) => ({
        path: `${home}imports-${other}.ts`,
        text: value(`${climb(home)}${other}/x`),
      })),
    ),
);

const forbidden = [
  ...upward,
  { path: "src/core/package.ts", text: value("react") },
  { path: "src/schema/package.ts", text: value("react") },
  { path: "src/viz/tensor.ts", text: value("@tensorflow/tfjs-core") },
  { path: "src/book/tensor.ts", text: value("@tensorflow/tfjs-core") },
  { path: "src/widget-kit/worker.ts", text: value("../compute/device/webgl-device") },
  { path: "src/widgets/one/engine.ts", text: value("../../compute/client") },
  { path: "src/book/engine.ts", text: value("../compute/client") },
  { path: "src/widgets/one/sibling.ts", text: value("../two/model") },
  { path: "src/widgets/one/parts/sibling.ts", text: value("../../two/model") },
  { path: "src/book/past-the-registry.ts", text: value("../widgets/one/model") },
];

const allowed = [
  ...layers.flatMap((layer) =>
    mayImport[layer]
      .filter((other) => other !== "compute" && !(layer === "book" && other === "widgets"))
      .flatMap((other) =>
        homes(layer).map((home) => ({
          path: `${home}uses-${other}.ts`,
          text: value(`${climb(home)}${other}/x`),
        })),
      ),
  ),
  { path: "src/widget-kit/engine.ts", text: value("../compute/client") },
  {
    path: "src/widgets/one/types.ts",
    text: `import type { Tier } from "../../compute/types";\nexport const tier: Tier = "cpu";\n`,
  },
  { path: "src/book/types.ts", text: `export type { Tier } from "../compute/types";\n` },
  { path: "src/widgets/one/parts/own.ts", text: value("../model") },
  { path: "src/book/registry.ts", text: value("../widgets/registry") },
];

const habits = {
  "src/book/markup.tsx": {
    text: `export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;\n`,
    code: "react(no-danger)",
  },
  "src/viz/styled.tsx": {
    text: `export const A = () => <p style={{ margin: 0 }}>a</p>;\n`,
    code: "react(forbid-dom-props)",
  },
  "src/core/chance.ts": {
    text: `export const a = Math.random();\n`,
    code: "eslint(no-restricted-properties)",
  },
  "src/compute/jobs/read.ts": {
    text: `export const a = (t: { dataSync(): void }) => t.dataSync();\n`,
    code: "eslint(no-restricted-properties)",
  },
  "src/core/parse.ts": {
    text: `export const a = (s: string) => new Function(s);\n`,
    code: "eslint(no-new-func)",
  },
  "src/core/hush.ts": { text: `export const a = eval("1");\n`, code: "eslint(no-eval)" },
};

let findings: readonly Finding[] = [];
beforeAll(() => {
  const habit = Object.entries(habits).map(([path, { text }]) => [path, text]);
  findings = lint(
    Object.fromEntries([...[...forbidden, ...allowed].map((f) => [f.path, f.text]), ...habit]),
  );
});
afterAll(() => {
  findings = [];
});

const codesAt = (path: string): readonly string[] =>
  findings.filter(({ filename }) => filename === path).map(({ code }) => code);

test.each(forbidden)("the linter refuses $path", ({ path }) => {
  expect(codesAt(path)).toContain("eslint(no-restricted-imports)");
});

test.each(allowed)("the linter allows $path", ({ path }) => {
  expect(codesAt(path)).not.toContain("eslint(no-restricted-imports)");
});

test.each(Object.entries(habits))("the linter refuses the habit in %s", (path, { code }) => {
  expect(codesAt(path)).toContain(code);
});
