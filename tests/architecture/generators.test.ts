import { execFile, spawn } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./source-tree";

const execute = promisify(execFile);
const left = new Set(["node_modules", "dist", ".git", ".ssr", ".bench", "coverage"]);
const house = mkdtempSync(join(tmpdir(), "receptive-house-"));

const node = async (...parameters: readonly string[]): Promise<string> => {
  try {
    const { stdout } = await execute(process.execPath, parameters, {
      cwd: house,
      maxBuffer: 1 << 25,
      env: { ...process.env, VITEST: "" },
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${stdout}\n${stderr}`, { cause: error });
  }
};

beforeAll(async () => {
  cpSync(root, house, {
    recursive: true,
    filter: (path) => !left.has(relative(root, path).split(/[\\/]/)[0]!),
  });
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"), "junction");
  // Whatever the copy's age, the packages are the root's: nothing may install through the link.
  utimesSync(join(house, "package-lock.json"), 0, 0);
  await node("src/dev/commands/new-widget.mjs", "kernel-angle");
  await node("src/dev/commands/new-chapter.mjs", "turning-kernels");
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

test("a new widget has the seven files, under its own name", () => {
  const folder = join(house, "src/widgets/kernel-angle");
  expect(readdirSync(folder).toSorted()).toEqual([
    "cases.ts",
    "index.ts",
    "model.test.ts",
    "model.ts",
    "schema.ts",
    "view.test.tsx",
    "view.tsx",
  ]);
  const index = readFileSync(join(folder, "index.ts"), "utf8");
  expect(index).toContain('name: "kernel-angle"');
  expect(index).toContain('title: "Kernel angle"');
  for (const file of readdirSync(folder))
    expect(readFileSync(join(folder, file), "utf8")).not.toMatch(/new-widget|New widget/);
});

test("a new widget stands in a chapter", () => {
  const chapters = readdirSync(join(house, "chapters")).filter((name) => name.endsWith(".mdx"));
  const using = chapters.filter((file) =>
    readFileSync(join(house, "chapters", file), "utf8").includes('<KernelAngle id="kernel-angle"'),
  );
  expect(using).toHaveLength(1);
});

test("a name twice, or one that is none, is refused with a sentence", async () => {
  const again = node("src/dev/commands/new-widget.mjs", "kernel-angle");
  await expect(again).rejects.toThrow("src/widgets/kernel-angle is there already.");
  const odd = node("src/dev/commands/new-widget.mjs", "Kernel_Angle");
  await expect(odd).rejects.toThrow("not lower-case words joined by dashes");
  const page = node("src/dev/commands/new-chapter.mjs", "turning-kernels");
  await expect(page).rejects.toThrow("already");
});

test("what the generators make passes types, format and lint", { timeout: 60_000 }, async () => {
  const made = ["src/widgets/kernel-angle", "chapters/turning-kernels.mdx"];
  expect(await node("node_modules/typescript/bin/tsc")).toBe("");
  await node("node_modules/oxfmt/bin/oxfmt", "--check", ...made);
  await node("node_modules/oxlint/bin/oxlint", "--deny-warnings", made[0]!);
});

test("what the generators make passes the tests", { timeout: 120_000 }, async () => {
  const suites = ["src/widgets/kernel-angle", "tests/chapters/chapters", "tests/widget-contract"];
  const reporters = ["--reporter", "dot", "--reporter", "json", "--outputFile.json", "report.json"];
  await node("node_modules/vitest/vitest.mjs", "run", "--project", "unit", ...reporters, ...suites);
  const report = JSON.parse(readFileSync(join(house, "report.json"), "utf8")) as {
    readonly testResults: readonly { readonly name: string }[];
  };
  for (const suite of suites)
    expect(
      report.testResults.some(({ name }) => name.includes(suite)),
      suite,
    ).toBe(true);
});

/** Starts the book as the README says and resolves with the address that it prints. */
function started(): Promise<{ readonly url: string; close(): void }> {
  const book = spawn(process.execPath, ["src/dev/commands/start.mjs", "--no-open"], {
    cwd: house,
    env: { ...process.env, PORT: "0" },
  });
  return new Promise((open, fail) => {
    let said = "";
    for (const stream of [book.stdout, book.stderr])
      stream.on("data", (text: Buffer) => {
        said += text.toString();
        const url = /open at (\S+)/.exec(said)?.[1];
        if (url) open({ url, close: () => book.kill() });
      });
    book.on("exit", () => fail(new Error(said)));
  });
}

test("npm start opens the book with them in it", { timeout: 120_000 }, async () => {
  const { url, close } = await started();
  try {
    const chapter = await fetch(`${url}turning-kernels/`);
    expect(chapter.status).toBe(200);
    expect(await chapter.text()).toContain("Turning kernels");
    expect(await (await fetch(url)).text()).toContain('href="./turning-kernels/"');
    expect((await fetch(`${url}no-such-chapter/`)).status).toBe(404);
  } finally {
    close();
  }
});
