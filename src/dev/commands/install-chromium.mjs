// Gives the tests a Chromium where the machine has none.
import { existsSync } from "node:fs";
import { findChromium } from "./chromium.mjs";
import { run, tool } from "./run.mjs";

/** Path of a browser, installed if need be; undefined when every way failed. */
export async function findOrInstallChromium() {
  const present = await findChromium();
  if (present) return present;
  console.log("No Chromium on this machine: installing one …");
  return (await fromDebian()) ?? (await fromPlaywright());
}

async function fromDebian() {
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) return undefined;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const install = () => run("apt-get", ["install", "-y", "chromium"], { quiet: true, env });
  const first = await install();
  if (first.code !== 0) {
    await run("apt-get", ["update"], { quiet: true, env });
    const second = await install();
    if (second.code !== 0) console.error(second.output.split("\n").slice(-5).join("\n"));
  }
  return findChromium();
}

async function fromPlaywright() {
  await tool("playwright", ["install", "chromium"]);
  return findChromium();
}
