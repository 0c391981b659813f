import type { ColorScale, RenderView } from "../../compute/types";
import type { FilterBenchState } from "./state";
import { inChannelsOf } from "./layer";

/** Colours of a response: signed around zero, or clipped to black and white as an image file is. */
export function responseScale({ display }: Pick<FilterBenchState, "display">): ColorScale {
  return display === "signed"
    ? { kind: "signed", limit: "auto" }
    : { kind: "clip", low: 0, high: 1 };
}

/** Names of the pictures; stills from the build carry the same. */
export const viewKey = {
  picture: "picture",
  sum: "sum",
  gx: "gx",
  gy: "gy",
  magnitude: "magnitude",
  angle: "angle",
  plane: (inChannel: number) => `plane-${inChannel}`,
  partial: (inChannel: number) => `partial-${inChannel}`,
  output: (outChannel: number) => `output-${outChannel}`,
} as const;

const tints = ["red", "green", "blue"] as const;

function inputPlanes(inChannels: number): RenderView[] {
  return Array.from({ length: inChannels }, (_, inChannel) => ({
    key: viewKey.plane(inChannel),
    plane: { of: "input", inChannel },
    scale: { kind: "plane", tint: inChannels === 1 ? "grey" : tints[inChannel]! },
  }));
}

const wholePicture: RenderView = {
  key: viewKey.picture,
  plane: { of: "input" },
  scale: { kind: "picture" },
};

/** The pictures that the zoom shows, and those of the gradient where it is open; nothing else. */
export function viewsOf(state: FilterBenchState): readonly RenderView[] {
  const { zoom, channel, filters, sobel, xChannel, yChannel } = state;
  const inChannels = inChannelsOf(state);
  const scale = responseScale(state);
  const output = (outChannel: number): RenderView => ({
    key: viewKey.output(outChannel),
    plane: { of: "output", outChannel },
    scale,
  });
  const views: RenderView[] = [];
  if (zoom === "layer")
    views.push(...inputPlanes(inChannels), ...filters.map((_, at) => output(at)));
  if (zoom === "channel") {
    views.push(...inputPlanes(inChannels));
    for (let inChannel = 0; inChannel < inChannels; inChannel++)
      views.push({
        key: viewKey.partial(inChannel),
        plane: { of: "partial", inChannel, outChannel: channel },
        scale,
      });
    views.push({ key: viewKey.sum, plane: { of: "sum", outChannel: channel }, scale });
    views.push(output(channel));
  }
  if (zoom === "cell") views.push(wholePicture, output(channel));
  if (sobel) {
    views.push(
      { key: viewKey.gx, plane: { of: "preActivation", outChannel: xChannel }, scale },
      { key: viewKey.gy, plane: { of: "preActivation", outChannel: yChannel }, scale },
      {
        key: viewKey.magnitude,
        plane: { of: "gradient", xChannel, yChannel },
        scale: { kind: "sequential", limit: "auto" },
      },
      {
        key: viewKey.angle,
        plane: { of: "gradient", xChannel, yChannel },
        scale: { kind: "angle", limit: "auto" },
      },
    );
  }
  return views;
}
