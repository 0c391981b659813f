import { expect, test } from "vitest";
import { stylesOf } from "./manifest-styles";

const manifest = {
  "a.ts": { file: "a.js", css: ["a.css"], imports: ["shared.js", "b.ts"] },
  "b.ts": { file: "b.js", css: ["b.css"], imports: ["a.ts"] },
  "shared.js": { file: "shared.js", css: ["shared.css"] },
};

test("a module brings its own stylesheet after those of what it imports, each once", () => {
  expect(stylesOf(manifest, ["a.ts"])).toEqual(["shared.css", "b.css", "a.css"]);
  expect(stylesOf(manifest, ["a.ts", "b.ts"])).toEqual(["shared.css", "b.css", "a.css"]);
});

test("a module that became part of another has no stylesheet of its own", () => {
  expect(stylesOf(manifest, ["gone.ts"])).toEqual([]);
});
