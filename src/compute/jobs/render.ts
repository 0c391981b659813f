import type { ConvGeometry } from "../../core/conv/geometry";
import type { ConvMaps, MapKey } from "../ops/conv2d/maps";
import type { Painting, Subject } from "../ops/render/painting";
import type {
  Conv2dSpec,
  RenderedPicture,
  RenderPlane,
  RenderRequest,
  RenderResult,
} from "../types";
import { outChannelsOf } from "./check";

/** What a tier brings to the job; `M` is its form of one map. */
export interface RenderOps<M> {
  /** Maps of the first batch entry. */
  maps(spec: Conv2dSpec, geometry: ConvGeometry, wanted: readonly MapKey[]): ConvMaps<M>;
  paint(
    paintings: readonly Painting<M>[],
    spec: Conv2dSpec,
    geometry: ConvGeometry,
  ): Promise<readonly RenderedPicture[]>;
}

/**
 * Pictures of planes of the first batch entry. Views share their maps: a filter is slid once however
 * many of its sum, pre-activation, output and gradient are shown.
 */
export async function runRender<M>(
  ops: RenderOps<M>,
  { conv, views }: RenderRequest,
  geometry: ConvGeometry,
): Promise<RenderResult> {
  const maps = ops.maps(
    conv,
    geometry,
    views.flatMap(({ plane }) => keysOf(plane)),
  );
  try {
    const paintings = views.map(({ plane, scale }) => ({
      subject: subjectOf(plane, conv, geometry, maps),
      scale,
      width: plane.of === "input" ? geometry.inWidth : geometry.outWidth,
      height: plane.of === "input" ? geometry.inHeight : geometry.outHeight,
    }));
    const painted = await ops.paint(paintings, conv, geometry);
    const pictures = Object.fromEntries(views.map(({ key }, i) => [key, painted[i]!]));
    return { job: "render", pictures };
  } finally {
    maps.release();
  }
}

function keysOf(plane: RenderPlane): readonly MapKey[] {
  if (plane.of === "partial") return [{ outChannel: plane.outChannel, inChannel: plane.inChannel }];
  return outChannelsOf(plane).map((outChannel) => ({ outChannel }));
}

function subjectOf<M>(
  plane: RenderPlane,
  conv: Conv2dSpec,
  geometry: ConvGeometry,
  maps: ConvMaps<M>,
): Subject<M> {
  const biasOf = (outChannel: number) => conv.bias?.[outChannel] ?? 0;
  switch (plane.of) {
    case "input": {
      const all = Array.from({ length: geometry.inChannels }, (_, channel) => channel);
      const channels = plane.inChannel === undefined ? all : [plane.inChannel];
      return { of: "channels", input: conv.input, channels };
    }
    case "partial": {
      const { outChannel, inChannel } = plane;
      return { of: "map", map: maps.get({ outChannel, inChannel }), bias: 0, rectify: false };
    }
    case "gradient": {
      const { xChannel, yChannel } = plane;
      return {
        of: "arrows",
        x: maps.get({ outChannel: xChannel }),
        y: maps.get({ outChannel: yChannel }),
        biasX: biasOf(xChannel),
        biasY: biasOf(yChannel),
      };
    }
    default: {
      const { outChannel } = plane;
      return {
        of: "map",
        map: maps.get({ outChannel }),
        bias: plane.of === "sum" ? 0 : biasOf(outChannel),
        rectify: plane.of === "output" && conv.activation === "relu",
      };
    }
  }
}
