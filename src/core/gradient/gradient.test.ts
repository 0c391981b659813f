import { describe, expect, it } from "vitest";
import sobel from "../../../tests/golden/sobel.json";
import { conv2d } from "../conv/conv2d";
import { presetKernel } from "../kernel/presets";
import { gradientAt } from "./gradient";

describe("Sobel's gradient", () => {
  it.each(sobel.cases)("has the golden responses, sizes and directions: $id", (c) => {
    const [height = 1, width = 1] = c.input.shape;
    const response = (preset: string) =>
      conv2d({
        input: { shape: [1, height, width, 1], data: Float32Array.from(c.input.data) },
        weights: { shape: [3, 3, 1, 1], data: Float32Array.from(presetKernel(preset, 3)) },
      }).data;
    const gx = response("sobel-x");
    const gy = response("sobel-y");
    expect([...gx].map((value) => value + 0)).toEqual(c.gx.data);
    expect([...gy].map((value) => value + 0)).toEqual(c.gy.data);
    gx.forEach((x, at) => {
      const { magnitude, angle } = gradientAt(x, gy[at]!);
      expect(magnitude).toBeCloseTo(c.magnitude.data[at]!, 5);
      if (magnitude === 0) expect(angle).toBeNull();
      else {
        const turn = Math.abs((angle! * 180) / Math.PI - c.angle_deg.data[at]!) % 360;
        expect(Math.min(turn, 360 - turn)).toBeLessThan(1e-4);
      }
    });
  });

  it("has no direction where there is no size or none that is finite", () => {
    expect(gradientAt(0, 0)).toEqual({ magnitude: 0, angle: null });
    expect(gradientAt(Infinity, 1).angle).toBeNull();
    expect(gradientAt(NaN, 1).angle).toBeNull();
  });
});
