// Runs the project's own tools and waits for them.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(import.meta.url), "../../../..");

/**
 * Runs a program in the repository and answers with its exit code and what it wrote.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ quiet?: boolean, heard?: boolean, env?: Record<string, string>, cwd?: string }} [options]
 *   quiet: collect the output instead of showing it; heard: both
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export function run(
  program,
  parameters,
  { quiet = false, heard = false, env = {}, cwd = root } = {},
) {
  const start = Date.now();
  const kept = quiet || heard;
  return new Promise((settle) => {
    const child = spawn(program, parameters, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", kept ? "pipe" : "inherit", kept ? "pipe" : "inherit"],
      shell: process.platform === "win32" && !program.endsWith(".exe"),
    });
    let output = "";
    for (const stream of ["stdout", "stderr"])
      child[stream]?.on("data", (text) => {
        output += text;
        if (heard) process[stream].write(text);
      });
    const done = (code) => settle({ code, output, seconds: (Date.now() - start) / 1000 });
    child.on("error", (error) => {
      output += error.message;
      done(127);
    });
    child.on("close", (code) => done(code ?? 1));
  });
}

/** Runs a tool of node_modules by the name of its command. */
export function tool(name, parameters, options) {
  const entries = {
    vite: "vite/bin/vite.js",
    vitest: "vitest/vitest.mjs",
    tsc: "typescript/bin/tsc",
    oxlint: "oxlint/bin/oxlint",
    oxfmt: "oxfmt/bin/oxfmt",
    knip: "knip/bin/knip.js",
    playwright: "playwright/cli.js",
  };
  const entry = resolve(root, "node_modules", entries[name]);
  return run(process.execPath, [entry, ...parameters], options);
}
