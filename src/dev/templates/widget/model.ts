import type { RenderRequest, RenderResult, RenderedPicture } from "../../../compute/types";
import { formatNumber } from "../../../core/format/number";
import { presetKernel } from "../../../core/kernel/presets";
import { zonePlate } from "../../../core/picture/zone-plate";
import type { WidgetModel } from "../../../widget-kit/define-widget";
import type { State } from "./schema";

/** Side of the picture, in pixels. */
export const SIDE = 128;
const SIZE = 3;

const rings = zonePlate(SIDE);
const input = { shape: [1, SIDE, SIDE, 1], data: rings.data };

export interface ViewModel {
  readonly angle: number;
  /** Row by row. */
  readonly kernel: readonly number[];
  readonly response: RenderedPicture | null;
  /** Largest magnitude of the response; null until it is computed. */
  readonly strongest: string | null;
}

/** cos θ · Sobel x + sin θ · Sobel y: the derivative in direction θ, for any θ from only two. */
export function turnedKernel(angle: number): readonly number[] {
  const radians = (angle * Math.PI) / 180;
  const [x, y] = [presetKernel("sobel-x", SIZE), presetKernel("sobel-y", SIZE)];
  return x.map((weight, at) =>
    Math.fround(Math.cos(radians) * weight + Math.sin(radians) * y[at]!),
  );
}

function request({ angle }: State): RenderRequest {
  const weights = { shape: [SIZE, SIZE, 1, 1], data: Float32Array.from(turnedKernel(angle)) };
  return {
    job: "render",
    conv: { input, weights, padding: "same" },
    views: [
      {
        key: "response",
        plane: { of: "output", outChannel: 0 },
        scale: { kind: "signed", limit: "auto" },
      },
    ],
  };
}

function derive({ angle }: State, result: RenderResult | null): ViewModel {
  const response = result?.pictures["response"] ?? null;
  return {
    angle,
    kernel: turnedKernel(angle),
    response,
    strongest: response && formatNumber(response.limit),
  };
}

function describe({ angle, strongest }: ViewModel): string {
  const found = strongest ? ` Its strongest answer on the rings has magnitude ${strongest}.` : "";
  return `A Sobel kernel turned to ${angle} degrees looks for edges across that direction.${found}`;
}

const code = ({ angle }: State) => [
  {
    language: "pytorch" as const,
    code: [
      "theta = torch.deg2rad(torch.tensor(" + angle + ".0))",
      "x = torch.tensor([[-1., 0., 1.], [-2., 0., 2.], [-1., 0., 1.]])",
      "kernel = torch.cos(theta) * x + torch.sin(theta) * x.T",
      "y = torch.nn.functional.conv2d(image[None, None], kernel[None, None], padding=1)",
    ].join("\n"),
  },
];

export const model: WidgetModel<State, RenderResult, ViewModel> = {
  request,
  derive,
  describe,
  code,
};
