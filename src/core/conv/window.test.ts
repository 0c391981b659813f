import { describe, expect, it } from "vitest";
import { convCases } from "../../../tests/golden/conv-cases";
import { RequestError } from "../errors";
import { conv2d, conv2dPartials } from "./conv2d";
import { windowAt } from "./window";

describe("windowAt", () => {
  it.each(convCases)("writes out the sum that conv2d makes: $id", ({ spec }) => {
    const output = conv2d(spec);
    const [batch = 1, height = 1, width = 1, channels = 1] = output.shape;
    const cell = {
      row: height >> 1,
      column: width - 1,
      outChannel: channels - 1,
      batch: batch - 1,
    };
    const trace = windowAt(spec, cell);
    const at = ((cell.batch * height + cell.row) * width + cell.column) * channels;
    const error = (a: number, b: number) => Math.abs(a - b) / (1 + Math.abs(b));
    expect(error(trace.output, output.data[at + cell.outChannel]!)).toBeLessThan(1e-6);
    const partials = conv2dPartials(spec, cell.outChannel);
    const count = partials.shape[3]!;
    const from = ((cell.batch * height + cell.row) * width + cell.column) * count;
    trace.partialSums.forEach((sum, channel) =>
      expect(error(sum, partials.data[from + channel]!)).toBeLessThan(1e-6),
    );
    const [kernelHeight = 1, kernelWidth = 1, groupChannels = 1] = spec.weights.shape;
    expect(trace.terms).toHaveLength(kernelHeight * kernelWidth * groupChannels);
  });

  it("shows taps on zero padding as products of 0 without a source", () => {
    const { terms, sum } = windowAt(
      {
        input: { shape: [1, 1, 1, 1], data: Float32Array.of(3) },
        weights: { shape: [1, 3, 1, 1], data: Float32Array.of(Infinity, 2, 5) },
        padding: "same",
      },
      { row: 0, column: 0, outChannel: 0 },
    );
    expect(terms.map(({ source, product }) => [source, product])).toEqual([
      [null, 0],
      [{ row: 0, column: 0 }, 6],
      [null, 0],
    ]);
    expect(sum).toBe(6);
  });

  it("refuses a cell outside the output", () => {
    const args = {
      input: { shape: [1, 2, 2, 1], data: new Float32Array(4) },
      weights: { shape: [1, 1, 1, 1], data: Float32Array.of(1) },
    };
    expect(() => windowAt(args, { row: 2, column: 0, outChannel: 0 })).toThrow(RequestError);
    expect(() => windowAt(args, { row: 0, column: 0, outChannel: 1 })).toThrow("output channel 1");
  });
});
