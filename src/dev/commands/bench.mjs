// Measures the engine against stock tfjs and plain loops in one run, and says whether the ratios
// the book promises hold. Software rendering unless BENCH_GPU=1. Leaves .bench/report.{md,json}.
import { mkdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { chromium } from "playwright";
import { build, runnerImport } from "vite";
import { firstCurve, verdicts as curveVerdicts } from "../bench/first-curve.mjs";
import { learn } from "../bench/learn.mjs";
import { storm, verdicts as stormVerdicts } from "../bench/storm.mjs";
import { typeDigits } from "../bench/typing.mjs";
import { walk } from "../bench/walk.mjs";
import { findChromium, softwareFlags } from "./chromium.mjs";
import { root } from "./run.mjs";
import { serveFolder } from "./static-server.mjs";

const { module: statistics } = await runnerImport(resolve(root, "src/dev/bench/statistics.ts"), {
  configFile: false,
});
const pages = resolve(root, ".bench/pages");
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const blocks = 3;

await build({
  configFile: false,
  root: resolve(root, "src/dev/bench"),
  base: "./",
  logLevel: "error",
  worker: { format: "es" },
  build: {
    outDir: pages,
    emptyOutDir: true,
    target: "esnext",
    rolldownOptions: {
      input: ["stock", "own", "chain"].map((name) => resolve(root, `src/dev/bench/${name}.html`)),
    },
  },
});

const executablePath = await findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.env.BENCH_GPU
    ? ["--no-sandbox", "--use-angle=vulkan", "--enable-features=Vulkan", "--ignore-gpu-blocklist"]
    : softwareFlags,
});
const benchSite = await serveFolder(pages);

/** Counts texture bytes the page's own WebGL contexts allocate. */
function countTextures() {
  globalThis.textureBytes = 0;
  const width = {
    0x822e: 4,
    0x822d: 2,
    0x8814: 16,
    0x881a: 8,
    0x8058: 4,
    0x1908: 4,
    0x8229: 1,
    0x8230: 8,
    0x8236: 4,
    0x823c: 8,
    0x8d70: 16,
    0x8d7c: 4,
  };
  for (const name of ["texStorage2D", "texImage2D"]) {
    const original = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...a) {
      const [, , format, w, h] = a;
      if (typeof w === "number" && typeof h === "number") {
        if (!(format in width)) throw new Error(`unknown texture format 0x${format.toString(16)}`);
        globalThis.textureBytes += w * h * width[format];
      }
      return original.apply(this, a);
    };
  }
}

async function openPage(name, { onPage = false } = {}) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
  await page.addInitScript(countTextures);
  if (onPage) await page.addInitScript(() => delete globalThis.Worker);
  await page.goto(`${benchSite.url}${name}.html`);
  await page.waitForFunction(() => globalThis.bench !== undefined);
  return page;
}

const call = (page, name, ...args) =>
  page.evaluate(([f, a]) => globalThis.bench[f](...a), [name, args]);

const rows = [];
const verdicts = [];
const show = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(1));

function record(name, samples) {
  const { min, median, max } = statistics.spread(samples);
  rows.push({ name, min, median, max });
  console.log(
    `${name.padEnd(58)} ${show(min).padStart(9)} ${show(median).padStart(9)} ${show(max).padStart(9)}`,
  );
  return median;
}

function judge(name, value, holds, promise) {
  verdicts.push({ name, value, holds, promise });
  console.log(`${holds ? "holds " : "BROKEN"}  ${name}: ${value} (${promise})`);
}

const gather = async (work) => {
  const samples = [];
  for (let block = 0; block < blocks; block++) samples.push(await work());
  return samples.flat();
};

/** Alternates the contenders block by block, so that a busy machine is busy for all of them. */
async function interleaved(contenders) {
  const samples = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let block = 0; block < blocks; block++)
    for (const [name, work] of Object.entries(contenders)) samples[name].push(...(await work()));
  return Object.fromEntries(
    Object.entries(samples).map(([name, list]) => [name, record(name, list)]),
  );
}

console.log(`\n${"".padEnd(58)} ${"min".padStart(9)} ${"median".padStart(9)} ${"max".padStart(9)}`);
const stock = await openPage("stock");
const own = await openPage("own");

for (const k of [3, 7]) {
  const name = `convolution 512²×3 → 1, ${k}×${k}`;
  const at = await interleaved({
    [`${name}, stock tfjs webgl, ms`]: () => call(stock, "convolution", "webgl", k, rounds),
    [`${name}, own webgl, ms`]: () => call(own, "convolution", "webgl-f32", k, rounds),
  });
  const [theirs, ours] = Object.values(at);
  judge(`${name}: stock ÷ own`, `${show(theirs / ours)} times`, theirs / ours >= 10, "at least 10");
}
await call(own, "close");

for (const k of [3, 7]) {
  const name = `filter change to picture, ${k}×${k}`;
  const status = await call(own, "status", "auto");
  const at = await interleaved({
    [`${name}, stock wasm, ms`]: () => call(stock, "widgetLoop", "wasm", k, rounds),
    [`${name}, stock webgl, ms`]: () => call(stock, "widgetLoop", "webgl", k, rounds),
    [`${name}, plain loop, ms`]: () => call(stock, "plainLoop", k, rounds),
    [`${name}, own engine's pick (${status.tier}), ms`]: () =>
      call(own, "widgetLoop", "auto", k, rounds),
  });
  const values = Object.values(at);
  const ratio = values[3] / Math.min(...values.slice(0, 3));
  judge(`${name}: own pick ÷ best other`, `${show(ratio)} times`, ratio <= 1.3, "at most 1.3");
}
await call(own, "close");

{
  const at = await interleaved({
    "convolution 512²×3 → 1, 3×3, stock tfjs webgl, once more, ms": () =>
      call(stock, "convolution", "webgl", 3, rounds),
    "99 layers of 3×3 on 199², all kept, own webgl, ms": () =>
      call(own, "stack", "webgl-f32", rounds),
    "99 layers of 3×3 on 199², all kept, own wasm, ms": () => call(own, "stack", "wasm", rounds),
    "99 layers of 3×3 on 199², all kept, own cpu, ms": () => call(own, "stack", "cpu", rounds),
    "99 layers of 3×3 on 199², all kept, own engine's pick, ms": () =>
      call(own, "stack", "auto", rounds),
  });
  const [one, webgl, , , pick] = Object.values(at);
  for (const [tier, time] of [
    ["webgl", webgl],
    ["own pick", pick],
  ])
    judge(
      `99 kept layers on ${tier} ÷ stock convolution`,
      `${show(time / one)}`,
      time < 5 * one,
      "less than 5",
    );
}
await call(own, "close");

{
  const name = "training, first network, batch 32";
  const at = await interleaved({
    [`${name}, stock model.fit webgl, images/s`]: () => call(stock, "training", "webgl", 2),
    [`${name}, stock model.fit cpu, images/s`]: () => call(stock, "training", "cpu", 2),
    [`${name}, own webgl-f32, images/s`]: () => call(own, "training", "webgl-f32", rounds),
    [`${name}, own wasm, images/s`]: () => call(own, "training", "wasm", rounds),
    [`${name}, own cpu, images/s`]: () => call(own, "training", "cpu", rounds),
    [`${name}, own engine's pick, images/s`]: () => call(own, "training", "auto", rounds),
  });
  const values = Object.values(at);
  const ratio = values.at(-1) / Math.max(values[0], values[1]);
  judge(`${name}: own pick ÷ best stock`, `${show(ratio)} times`, ratio >= 5, "at least 5");
}
await own.close();

{
  const chain = await openPage("chain");
  const name = "signal chain, 100 × 512²";
  const tier = await call(chain, "chainTier");
  const at = await interleaved({
    [`${name}, stock program webgl, ms`]: () => call(chain, "stockProgram", "webgl", 2),
    [`${name}, stock program wasm, ms`]: () => call(chain, "stockProgram", "wasm", 2),
    [`${name}, stock program cpu, ms`]: () => call(chain, "stockProgram", "cpu", 2),
    [`${name}, own webgl-f32, ms`]: () => call(chain, "literalChain", "webgl-f32", rounds),
    [`${name}, own cpu, ms`]: () => call(chain, "literalChain", "cpu", rounds),
    [`${name}, own engine's pick (${tier}), ms`]: () => call(chain, "literalChain", "auto", rounds),
    [`${name}, 200 seeds in distribution (${tier}), ms`]: () =>
      call(chain, "shortcutChain", "auto", rounds),
  });
  const [webgl, wasm, cpu, , , pick, cloud] = Object.values(at);
  const best = Math.min(webgl, wasm, cpu);
  judge(
    `${name}: best stock ÷ own pick`,
    `${show(best / pick)} times`,
    best / pick >= 2,
    "at least 2",
  );
  judge(
    `${name}: 200 seeds ÷ best stock run of one`,
    `${show(cloud / best)} times`,
    cloud < best,
    "less than 1",
  );
  await call(chain, "closeChains");
  const normals = await interleaved({
    "512² normals in a texture, stock, ms": () => call(chain, "stockNormals", rounds),
    "512² normals in a texture, own, ms": () => call(chain, "ownNormals", rounds),
  });
  const [theirs, ours] = Object.values(normals);
  judge("normals: stock ÷ own", `${show(theirs / ours)} times`, theirs / ours >= 5, "at least 5");
  await chain.close();
}

// On the page thread, so that one context can be counted and one thread can be timed.
const inPage = await openPage("own", { onPage: true });
const counted = await openPage("stock", { onPage: true });
for (const k of [3, 7]) {
  const stockBytes = await call(counted, "convolutionBytes", k);
  const ownBytes = await call(inPage, "convolutionBytes", k);
  judge(
    `new texture bytes, ${k}×${k}: own ÷ stock`,
    `${(ownBytes / 1e6).toFixed(2)} of ${(stockBytes / 1e6).toFixed(2)} MB`,
    ownBytes <= stockBytes / 5,
    "at most a fifth",
  );
}

async function threadMilliseconds(page, work, count) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  await work(3);
  return gather(async () => {
    const before = await read();
    await work(count);
    return [((await read()) - before) / count];
  });
}
const drawn = record(
  "draw 512², own blit, thread ms",
  await threadMilliseconds(inPage, (n) => call(inPage, "drawMany", n), 20),
);
const read = record(
  "draw 512², tf.browser.toPixels, thread ms",
  await threadMilliseconds(stock, (n) => call(stock, "toPixels", n), 10),
);
judge("draw: toPixels ÷ own", `${show(read / drawn)} times`, read / drawn >= 20, "at least 20");
for (const page of [stock, inPage, counted]) await page.close();

if (existsSync(resolve(root, "dist/index.html"))) {
  await sliderStorm();
  await digitTyped();
  await curveFirstSeen();
  await digitsLearned();
  await controlsUsed();
} else console.log("no dist: run `npm run build` first to bench the figures on their real pages");

async function sliderStorm() {
  const site = await serveFolder(resolve(root, "dist"));
  for (const control of ["weight", "slider"])
    for (const [name, value, holds, promise] of stormVerdicts(
      await storm(browser, site.url, control),
    ))
      judge(`${control} storm: ${name}`, value, holds, promise);
  await site.close();
}

async function curveFirstSeen() {
  const site = await serveFolder(resolve(root, "dist"));
  for (const [name, value, holds, promise] of curveVerdicts(await firstCurve(browser, site.url)))
    judge(`signal race: ${name}`, value, holds, promise);
  await site.close();
}

async function digitTyped() {
  const site = await serveFolder(resolve(root, "dist"));
  const name = "a digit typed, 3×3×3 → 3 maps of 256² repainted, ms";
  const median = record(name, await typeDigits(browser, site.url));
  await site.close();
  judge(name, `${show(median)} ms`, median < 16, "median under 16 ms");
}

async function controlsUsed() {
  const site = await serveFolder(resolve(root, "dist"));
  const tasks = await walk(browser, site.url);
  await site.close();
  for (const figure of new Set(tasks.map((task) => task.figure))) {
    const own = tasks.filter((task) => task.figure === figure);
    const worst = own.toSorted((a, b) => b.wall - a.wall)[0];
    judge(
      `${figure}: longest page-thread task of ${own.length} steps`,
      `${show(worst.wall)} ms, ${show(worst.processor)} of processor (${worst.control})`,
      worst.wall <= 50,
      "at most 50 ms",
    );
  }
}

async function digitsLearned() {
  const site = await serveFolder(resolve(root, "dist"));
  const { milliseconds, longestTaskMs } = await learn(browser, site.url);
  await site.close();
  judge(
    "digit trainer: 90 % of new digits right after pressing Run",
    `${show(milliseconds / 1000)} s`,
    milliseconds <= 20_000,
    "at most 20 s",
  );
  judge(
    "digit trainer: longest page-thread task",
    `${show(longestTaskMs)} ms`,
    longestTaskMs <= 50,
    "at most 50 ms",
  );
}

const renderer = process.env.BENCH_GPU ? "GPU" : "software rendering (SwiftShader)";
const table = [
  `Measured on ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${renderer}, Chromium ${browser.version()}.`,
  "",
  "| measurement | min | median | max |",
  "| --- | --: | --: | --: |",
  ...rows.map((r) => `| ${r.name} | ${show(r.min)} | ${show(r.median)} | ${show(r.max)} |`),
  "",
  "| promise | measured | asked for | |",
  "| --- | --: | --- | --- |",
  ...verdicts.map(
    (v) => `| ${v.name} | ${v.value} | ${v.promise} | ${v.holds ? "holds" : "broken"} |`,
  ),
  "",
].join("\n");
await mkdir(resolve(root, ".bench"), { recursive: true });
await writeFile(resolve(root, ".bench/report.md"), table);
await writeFile(resolve(root, ".bench/report.json"), JSON.stringify({ rows, verdicts }, null, 2));
await browser.close();
await benchSite.close();
console.log(`\nReport: .bench/report.md`);
process.exitCode = verdicts.every((verdict) => verdict.holds) ? 0 : 1;
