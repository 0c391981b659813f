import { expect, test } from "vitest";
import { evaluator } from "./evaluate";
import { points, randomExpression } from "./fuzz.fixture";
import { glslOf, glslPrelude } from "./glsl";
import { parse } from "./parse";
import type { Expression } from "./ast";

/** Runs expressions on the graphics processor by transform feedback: float32 in, float32 out. */
function glslRunner() {
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2")!;
  const shader = (kind: number, source: string): WebGLShader => {
    const made = gl.createShader(kind)!;
    gl.shaderSource(made, source);
    gl.compileShader(made);
    if (!gl.getShaderParameter(made, gl.COMPILE_STATUS))
      throw new Error(`${gl.getShaderInfoLog(made)}\n${source}`);
    return made;
  };
  const fragment = shader(gl.FRAGMENT_SHADER, "#version 300 es\nvoid main() {}");

  return (expressions: readonly Expression[], values: Float32Array): Float32Array[] => {
    const names = expressions.map((_, at) => `y${at}`);
    const lines = expressions.map((one, at) => `y${at} = ${glslOf(one)};`);
    const program = gl.createProgram();
    const vertex = shader(
      gl.VERTEX_SHADER,
      `#version 300 es
      in float x;
      ${names.map((name) => `out float ${name};`).join("\n")}
      ${glslPrelude}
      void main() { ${lines.join("\n")} gl_Position = vec4(0.0); }`,
    );
    gl.attachShader(program, vertex);
    gl.attachShader(program, fragment);
    gl.transformFeedbackVaryings(program, names, gl.SEPARATE_ATTRIBS);
    gl.linkProgram(program);
    gl.useProgram(program);
    const input = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, input);
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
    const at = gl.getAttribLocation(program, "x");
    if (at >= 0) {
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, 1, gl.FLOAT, false, 0, 0);
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    const outputs = names.map((_, slot) => {
      const buffer = gl.createBuffer();
      gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, slot, buffer);
      gl.bufferData(gl.TRANSFORM_FEEDBACK_BUFFER, values.byteLength, gl.STREAM_READ);
      return buffer;
    });
    gl.enable(gl.RASTERIZER_DISCARD);
    gl.beginTransformFeedback(gl.POINTS);
    gl.drawArrays(gl.POINTS, 0, values.length);
    gl.endTransformFeedback();
    const results = outputs.map((buffer, slot) => {
      gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, slot, null);
      gl.bindBuffer(gl.TRANSFORM_FEEDBACK_BUFFER, buffer);
      const result = new Float32Array(values.length);
      gl.getBufferSubData(gl.TRANSFORM_FEEDBACK_BUFFER, 0, result);
      gl.deleteBuffer(buffer);
      return result;
    });
    gl.deleteBuffer(input);
    gl.deleteProgram(program);
    gl.deleteShader(vertex);
    return results;
  };
}

const run = glslRunner();
const BATCH = 4;

test.each([
  "exp(x)",
  "log(abs(x) + 0.1)",
  "sqrt(abs(x))",
  "tanh(x)",
  "sigmoid(x)",
  "erf(x)",
  "gelu(x)",
  "silu(x)",
  "mish(x)",
  "selu(x)",
  "softplus(x)",
  "x^3 - x^-1 + x^0",
  "(-2)^3 + x^4",
  "where(x > 0, x, 0.2*x)",
])("%s is the same to 2·10⁻⁶ on the graphics processor", (formula) => {
  const values = Float32Array.from({ length: 200 }, (_, at) => (at - 99.5) / 20);
  const [result] = run([parse(formula)], values);
  const f = evaluator(parse(formula));
  values.forEach((x, at) => {
    const expected = f(x);
    expect(Math.abs(result![at]! - expected)).toBeLessThan(2e-6 * (1 + Math.abs(expected)));
  });
});

test("what has no value is NaN there too", () => {
  const formulas = ["sqrt(x)", "log(x)", "(x)^0.5", "max(sqrt(x), 1)", "tanh(log(x))"];
  for (const formula of formulas) {
    const [result] = run([parse(formula)], Float32Array.of(-1, -0.5));
    expect([...result!]).toEqual([Number.NaN, Number.NaN]);
  }
});

test("1,000 random expressions agree with the evaluator", () => {
  const values = Float32Array.from(points);
  let compared = 0;
  let apart = 0;
  for (let seed = 0; seed < 1000; seed += BATCH) {
    const expressions = Array.from({ length: BATCH }, (_, at) => randomExpression(seed + at, 4));
    run(expressions, values).forEach((result, which) => {
      const f = evaluator(expressions[which]!);
      values.forEach((x, at) => {
        const expected = f(x);
        const size = Math.abs(expected);
        // Beyond float32, or where a hair's breadth changes everything, nothing can be compared.
        const hair =
          Math.abs(f(x * (1 + 1e-6)) - expected) + Math.abs(f(x * (1 - 1e-6)) - expected);
        if (!Number.isFinite(expected) || size > 1e6 || !(hair < 1e-4 * (1 + size))) return;
        compared++;
        if (!(Math.abs(result[at]! - expected) <= 1e-3 * (1 + size))) apart++;
      });
    });
  }
  expect(compared).toBeGreaterThan(8_000);
  // What remains is cancellation inside an expression, which float32 cannot undo.
  expect(apart / compared).toBeLessThan(0.003);
});
