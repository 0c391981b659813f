// `npm test`: everything, from an empty clone to a verdict.
// Installs the packages and a Chromium if they are missing, builds the book, then runs the checks,
// the engine and widgets in a real browser, and the built site end to end.
import { installIfNeeded } from "./install.mjs";
import { root, run, tool } from "./run.mjs";
import { resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";

await installIfNeeded();
const { findOrInstallChromium } = await import("./install-chromium.mjs");
const chromium = await findOrInstallChromium();
if (!chromium) {
  console.error("No Chromium could be found or installed. Set CHROMIUM to the path of one.");
  process.exit(1);
}
const options = { env: { CHROMIUM: chromium }, heard: true };

const command = (name) => resolve(root, `src/dev/commands/${name}.mjs`);

const steps = [
  { name: "build", work: () => tool("vite", ["build", "--logLevel", "error"], options) },
  { name: "check", work: () => run(process.execPath, [command("check"), "--built"], options) },
  { name: "long", work: () => tool("vitest", ["run", "--project", "long"], options) },
  { name: "browser", work: () => tool("vitest", ["run", "--project", "browser"], options) },
  { name: "end to end", work: () => tool("vitest", ["run", "--project", "e2e"], options) },
];

const results = [];
for (const { name, work } of steps) {
  console.log(`\n── ${name}`);
  const { code, output, seconds } = await work();
  results.push({ name, code, output, seconds });
  // Nothing later means anything without a build.
  if (name === "build" && code !== 0) break;
}

console.log("\n── summary");
for (const { name, code, seconds } of results)
  console.log(`${code === 0 ? "passed" : "FAILED"}  ${name} (${seconds.toFixed(0)} s)`);
for (const { name, code, output } of results)
  if (code !== 0) console.log(`\n── what failed: ${name}\n${failures(output)}`);
const passed = results.length === steps.length && results.every(({ code }) => code === 0);
console.log(passed ? "\nEverything passed." : "\nSomething failed; see above.");
process.exit(passed ? 0 : 1);

/** The lines of a long output that say what is wrong, so that nobody has to search for them. */
function failures(output) {
  const plain = stripVTControlCharacters(output);
  const telling = plain.split("\n").filter((line) => /FAIL|WRONG|Error|error|✗|×/.test(line));
  return (telling.length > 0 ? telling : plain.split("\n").slice(-20)).slice(-30).join("\n");
}
