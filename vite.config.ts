import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { chapterMdx } from "./src/dev/build/chapter-mdx";
import { katexStyle } from "./src/dev/build/katex-style";
import { site } from "./src/dev/build/site";
import { slimTfjs } from "./src/dev/build/slim-tfjs";
import { createStyleClasses } from "./src/dev/build/style-classes";
import { textFont } from "./src/dev/build/text-font";

/** What the build writes for itself: pages' code for Node, subset fonts. Ignored by git. */
const SCRATCH = ".ssr";

const styles = createStyleClasses();
const mathText = new Set<string>();

export default defineConfig({
  // Relative: the same files work at a domain's root and below any path.
  base: "./",
  plugins: [
    chapterMdx(styles, mathText),
    katexStyle(mathText, styles, SCRATCH),
    textFont(SCRATCH),
    slimTfjs(),
    react(),
    site(styles, SCRATCH),
  ],
  // Fifteen thousand lines of licence headers otherwise; `build.license` lists them all once.
  worker: {
    format: "es",
    plugins: () => [slimTfjs()],
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  // What only workers import is found late, and the page would reload at the first figure.
  optimizeDeps: {
    include: [
      "react",
      "react-dom/client",
      "react/jsx-dev-runtime",
      "@tensorflow/tfjs-core",
      "@tensorflow/tfjs-backend-webgl",
      "@tensorflow/tfjs-backend-wasm",
    ],
  },
  build: {
    target: "baseline-widely-available",
    // No data: URL in any page: the security policy allows none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: "third-party-licenses.md" },
    rolldownOptions: { output: { comments: { legal: false } } },
  },
});
