import {
  registerBackend,
  registerKernel,
  removeBackend,
  setBackend,
  tensor2d,
} from "@tensorflow/tfjs-core/dist/base";
import { mul } from "@tensorflow/tfjs-core/dist/ops/mul";
import { multiplyConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Multiply";
import { identityConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Identity";
import { expect, it } from "vitest";
import { createWebglContext } from "./context";

const SOURCE = `#version 300 es
precision highp float;
out vec4 color;
void main() { color = vec4(gl_FragCoord.xy, 7, 8); }`;

it("leaves tfjs's own programs right on the same context, before, between and after", async () => {
  const context = createWebglContext();
  context.activate();
  for (const config of [multiplyConfig, identityConfig]) registerKernel(config);
  removeBackend("webgl");
  registerBackend("webgl", () => context.backend);
  expect(await setBackend("webgl")).toBe(true);

  const x = tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
  const product = async () => {
    const y = mul(x, 3);
    const values = [...(await y.data())];
    y.dispose();
    return values;
  };
  for (let round = 0; round < 3; round++) {
    expect(await product()).toEqual([3, 6, 9, 12, 15, 18]);
    const target = context.target(2, 1);
    context.draw({ source: SOURCE, uniforms: {}, target });
    const { texture, width, height } = target;
    const [numbers] = await context.read([{ texture, width, height, kind: "float" }]);
    expect([...numbers!]).toEqual([0.5, 0.5, 7, 8, 1.5, 0.5, 7, 8]);
    target.release();
  }
  expect(await product()).toEqual([3, 6, 9, 12, 15, 18]);
  x.dispose();
  removeBackend("webgl");
  context.dispose();
});

it("stores uploads in float32 even where results are stored in half precision", async () => {
  const context = createWebglContext({ precision: "float16" });
  context.activate();
  const data = Float32Array.of(1 + 2 ** -20, 0, 0, 0);
  const upload = context.upload(1, 1, data);
  expect(upload.bytes).toBe(16);
  const target = context.target(1, 1);
  expect(target.bytes).toBe(8);
  const copy = `#version 300 es
precision highp float;
uniform sampler2D x;
out vec4 color;
void main() { vec4 v = texelFetch(x, ivec2(0), 0); color = vec4((v.x - 1.0) * 1048576.0, v.x, 0, 0); }`;
  context.draw({ source: copy, uniforms: { x: upload.texture }, target });
  const { texture, width, height } = target;
  const [numbers] = await context.read([{ texture, width, height, kind: "float" }]);
  expect([...numbers!].slice(0, 2)).toEqual([1, 1]);
  context.dispose();
});
