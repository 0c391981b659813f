import { afterAll, beforeAll, expect, it } from "vitest";
import { normals } from "../../../core/random/fill";
import { philox4x32 } from "../../../core/random/philox";
import { createWebglContext, type WebglContext } from "../../device/webgl/context";
import { drawNormals, drawWords } from "./webgl";

let context: WebglContext;
beforeAll(() => {
  context = createWebglContext();
  context.activate();
});
afterAll(() => context.dispose());

const sequences = [
  { seed: 0 },
  { seed: 1, stream: 300, step: 2 },
  { seed: 0xffffffff, stream: 0xffffffff, step: 0xffffffff },
  { seed: 2 ** 52 + 12345, stream: 7, step: 1 },
];

it.each(sequences)("words of %o are the reference's to the bit", async (sequence) => {
  const words = drawWords(context, 4096, sequence);
  const { texture, width, height } = words;
  const [numbers] = await context.read([{ texture, width, height, kind: "uint" }]);
  words.release();
  const { seed, stream = 0, step = 0 } = sequence;
  const key = [seed >>> 0, Math.floor(seed / 2 ** 32)] as const;
  for (let block = 0; block < 1024; block++)
    expect([...numbers!.slice(block * 4, block * 4 + 4)]).toEqual(
      philox4x32([block, 0, stream, step], key),
    );
});

it.each(sequences)("normals of %o are the reference's within 2e-6", async (sequence) => {
  const count = 2 ** 18;
  const drawn = drawNormals(context, count, sequence);
  const { texture, width, height } = drawn;
  const [numbers] = await context.read([{ texture, width, height, kind: "float" }]);
  drawn.release();
  let worst = 0;
  normals(count, sequence).forEach((expected, at) => {
    const distance = Math.abs(numbers![at]! - expected) / Math.max(1, Math.abs(expected));
    if (!(distance <= worst)) worst = distance;
  });
  expect(worst).toBeLessThan(2e-6);
});

it("leaves nothing behind", () => {
  expect(context.memory().tensors).toBe(0);
});
