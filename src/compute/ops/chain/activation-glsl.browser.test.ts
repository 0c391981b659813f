import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActivationSpec } from "../../../core/activation/activation";
import { activationNames, activationOf } from "../../../core/activation/activations";
import { createWebglContext, type WebglContext } from "../../device/webgl/context";
import { activationGlsl } from "./activation-glsl";

let context: WebglContext;
beforeAll(() => {
  context = createWebglContext();
  context.activate();
});
afterAll(() => context.dispose());

const ACROSS = 64;
/** From 1e-6 to 60 in size, and 0. */
const numbers = Float32Array.from({ length: ACROSS * 4 }, (_, at) => {
  const size = 10 ** ((at >> 1) / 16.5 - 6);
  return at === 0 ? 0 : at % 2 === 0 ? size : -size;
});

async function drawn(source: string, call: string): Promise<Float32Array> {
  const z = context.upload(ACROSS, 1, numbers);
  const target = context.target(ACROSS, 1);
  const program = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform sampler2D z;
out vec4 result;
${source}
void main() { result = ${call}(texelFetch(z, ivec2(gl_FragCoord.xy), 0)); }`;
  context.draw({ source: program, uniforms: { z: z.texture }, target });
  const { texture, width, height } = target;
  const [found] = await context.read([{ texture, width, height, kind: "float" }]);
  z.release();
  target.release();
  return found as Float32Array;
}

const specs: readonly ActivationSpec[] = [
  ...activationNames,
  { name: "leakyRelu", slope: 0.2 },
  { name: "leakyRelu", slope: -1e-7 },
  { name: "elu", alpha: 1.5 },
  { name: "formula", formula: "where(x >= 0, x^2 / (1 + abs(x)), sin(3 * x) * exp(x))" },
];

const nameOf = (spec: ActivationSpec) =>
  typeof spec === "string" ? spec : JSON.stringify(Object.values(spec));

test.each(specs.map((spec) => [nameOf(spec), spec] as const))(
  "%s and its slope are core's",
  async (_, spec) => {
    const { source, careful } = activationGlsl(spec);
    const { value, derivative } = activationOf(spec);
    for (const [call, wanted] of [
      ["activation", value],
      ["activationSlope", derivative],
    ] as const) {
      const found = await drawn(source, call);
      numbers.forEach((z, at) => {
        const expected = wanted(z);
        // Small results are right to their own size where care was taken, else to that of the parts.
        const own = careful && call === "activation" && Math.abs(z) < 1;
        const size = own ? Math.abs(expected) : 1 + Math.abs(z);
        const off = Math.abs(found[at]! - expected);
        expect(off, `${call}(${z})`).toBeLessThanOrEqual(4e-6 * size + 1e-7 * Math.abs(expected));
      });
    }
  },
);
