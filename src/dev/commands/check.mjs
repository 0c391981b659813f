// `npm run check`: types, lint (layers and cycles with it), format, dead code, unit tests, sizes.
// Prints what is wrong and nothing else. --built trusts the dist that is there.
import { resolve } from "node:path";
import { root, run, tool } from "./run.mjs";

const quiet = { quiet: true };
const all = async (...works) => {
  const parts = await Promise.all(works);
  return {
    code: parts.find(({ code }) => code !== 0)?.code ?? 0,
    output: parts
      .filter(({ code }) => code !== 0)
      .map(({ output }) => output)
      .join("\n"),
    seconds: Math.max(...parts.map(({ seconds }) => seconds)),
  };
};

async function sizes() {
  if (!process.argv.includes("--built")) {
    const built = await tool("vite", ["build", "--logLevel", "error"], quiet);
    if (built.code !== 0) return built;
  }
  return run(process.execPath, [resolve(root, "src/dev/commands/size.mjs")], quiet);
}

const checks = {
  types: () =>
    all(...[".", "src/core", "src/schema"].map((folder) => tool("tsc", ["-p", folder], quiet))),
  lint: () => tool("oxlint", ["--deny-warnings"], quiet),
  format: () => tool("oxfmt", ["--check"], quiet),
  "dead code": () => tool("knip", ["--no-progress"], quiet),
  "unit tests": () =>
    tool("vitest", ["run", "--project", "unit", "--reporter", "dot", "--silent"], quiet),
  sizes,
};

const start = Date.now();
// Two at a time: the small ones finish while the unit tests run.
const waiting = Object.entries(checks).toSorted(([a], [b]) => weight(b) - weight(a));
const failed = [];

function weight(name) {
  return { "unit tests": 2, sizes: 1 }[name] ?? 0;
}

async function lane() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, work] = next;
    const { code, output, seconds } = await work();
    console.log(`${code === 0 ? "ok    " : "WRONG "} ${name} (${seconds.toFixed(0)} s)`);
    if (code === 0) continue;
    failed.push(name);
    console.log(output.trim().replaceAll(/^/gm, "    "));
  }
}

await Promise.all([lane(), lane()]);
console.log(
  failed.length === 0
    ? `All is well (${((Date.now() - start) / 1000).toFixed(0)} s).`
    : `Wrong: ${failed.join(", ")}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
