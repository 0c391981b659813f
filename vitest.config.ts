import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { findChromium, softwareFlags } from "./src/dev/commands/chromium.mjs";

/** Makes a widget and a chapter and checks them as a newcomer would: a minute by itself. */
const generators = "tests/architecture/generators.test.ts";

const executablePath = await findChromium();

/**
 * On a machine shared with others a clock is a poor witness: what fails there must fail three times.
 * At a developer's desk a test that passes now and then shows itself.
 */
const retry = process.env["CI"] ? 2 : 0;

const inNode = {
  retry,
  testTimeout: 30_000,
  environment: "node",
  pool: "threads",
  // Half of the time would go into importing the same modules for each file anew; nothing in the
  // project keeps state in a module.
  isolate: false,
} as const;

// Separate from vite.config.ts: neither MDX nor the site plugin is needed under test.
export default defineConfig({
  plugins: [react()],
  worker: { format: "es" },
  // Else the first run reloads in the middle of a test ("new dependencies optimized").
  optimizeDeps: {
    include: [
      "react",
      "react-dom/client",
      "react-dom/server",
      "react/jsx-dev-runtime",
      "d3",
      "vitest-browser-react",
      "axe-core",
      "@tensorflow/tfjs-core",
      "@tensorflow/tfjs-core/dist/base",
      "@tensorflow/tfjs-core/dist/ops/mul",
      "@tensorflow/tfjs-backend-webgl",
      "@tensorflow/tfjs-backend-webgl/dist/base",
      "@tensorflow/tfjs-backend-webgl/dist/kernels/Identity",
      "@tensorflow/tfjs-backend-webgl/dist/kernels/Multiply",
      "@tensorflow/tfjs-backend-webgl/dist/tex_util",
      "@tensorflow/tfjs-backend-wasm/dist/backend_wasm",
      "@tensorflow/tfjs-backend-wasm/dist/flags_wasm",
      "@tensorflow/tfjs-backend-wasm/dist/kernels/Conv2D",
    ],
  },
  test: {
    // Transformed modules stay in node_modules between runs.
    experimental: { fsModuleCache: true },
    projects: [
      {
        extends: true,
        test: {
          ...inNode,
          name: "unit",
          include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: ["**/*.{browser,long}.test.*", "tests/e2e/**", generators],
        },
      },
      {
        extends: true,
        test: { ...inNode, name: "long", include: ["{src,tests}/**/*.long.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "browser",
          retry,
          include: ["{src,tests}/**/*.browser.test.{ts,tsx}", "src/**/view.test.tsx"],
          fileParallelism: false,
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({
              launchOptions: {
                ...(executablePath ? { executablePath } : {}),
                args: softwareFlags,
              },
            }),
            viewport: { width: 1280, height: 800 },
            screenshotFailures: false,
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          retry,
          environment: "node",
          include: ["tests/e2e/**/*.test.ts", generators],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Pages share two cores with a software renderer.
          expect: { poll: { timeout: 10_000, interval: 100 } },
        },
      },
    ],
  },
});
