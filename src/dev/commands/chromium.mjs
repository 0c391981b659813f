// Finds a Chromium that tests can drive: $CHROMIUM, then the PATH, then Playwright's own copy.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const wellKnown = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** Path of an existing browser, or undefined. */
export async function findChromium() {
  const fromEnvironment = process.env.CHROMIUM;
  if (fromEnvironment && existsSync(fromEnvironment)) return fromEnvironment;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...onPath, ...wellKnown].find((path) => existsSync(path));
  if (found) return found;
  try {
    const { chromium } = await import("playwright");
    const own = chromium.executablePath();
    return existsSync(own) ? own : undefined;
  } catch {
    return undefined;
  }
}

/** Flags for a browser without a GPU, as on a build machine. */
export const softwareFlags = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
