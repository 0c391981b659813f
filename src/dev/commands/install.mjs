// Makes node_modules what the lockfile says. Needs nothing but Node and npm.
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { root, run } from "./run.mjs";

const time = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Installs when node_modules is missing or older than the lockfile. */
export async function installIfNeeded() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`This needs Node 20.19 or newer; here is ${process.versions.node}.`);
    process.exit(1);
  }
  // npm writes this file last, so a broken installation does not have it.
  const installed = time(resolve(root, "node_modules/.package-lock.json"));
  if (installed >= time(resolve(root, "package-lock.json"))) return;
  console.log("Installing the packages …");
  const { code } = await run("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline"]);
  if (code === 0) return;
  console.error("npm ci failed; its own message is above.");
  process.exit(1);
}
