import type { Reading } from "../../compute/training";
import { colorize } from "../../core/color/colorize";
import type { ColorScale } from "../../core/color/scale";
import type { Tensor } from "../../core/tensor";
import type { Network } from "../../core/network/layer";
import { layerNames } from "./fit";
import type { Sample } from "./samples";
import type { MapModel, MapsModel, TrainerSession } from "./view-model";

/** Maps of one layer drawn at most. */
const MOST = 16;

/** Feature maps by path, as the run or a reading before it has them; `null` while there are none. */
export function featureMapsOf(
  run: TrainerSession["featureMaps"],
  read: Reading | null,
): Readonly<Record<string, Tensor>> | null {
  if (run || !read?.maps) return run;
  return Object.fromEntries(
    Object.entries(read.maps).map(([path, { shape, data }]) => [
      path,
      { shape, data: Float32Array.from(data) },
    ]),
  );
}

/** The picture and what every convolution makes of it, each stage on its own shared scale. */
export function mapsModel(
  network: Network,
  sample: Sample,
  maps: Readonly<Record<string, Tensor>> | null,
): MapsModel {
  const names = layerNames(network);
  const stages = [stageOf("the picture", { key: "input", tensor: sample.image, picture: true })];
  network.layers.forEach((layer, at) => {
    const tensor = maps?.[at];
    if (!tensor || tensor.shape.length !== 3) return;
    const bent = layer.kind === "activation";
    const plain = layer.kind === "conv" && network.layers[at + 1]?.kind !== "activation";
    const normed = layer.kind === "conv" && network.layers[at + 1]?.kind === "batchNorm";
    if (!bent && (!plain || normed)) return;
    const conv = network.layers.slice(0, at + 1).findLastIndex(({ kind }) => kind === "conv");
    const what = bent ? `${names[conv]} after its activation` : names[conv]!;
    stages.push(stageOf(what, { key: String(at), tensor, picture: false }));
  });
  return { stages };
}

interface Stage {
  readonly key: string;
  /** `[rows, columns, channels]` */
  readonly tensor: Tensor;
  readonly picture: boolean;
}

function stageOf(name: string, { key, tensor, picture }: Stage): MapsModel["stages"][number] {
  const [rows, columns, channels] = tensor.shape as [number, number, number];
  const limit = tensor.data.reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  const scale: ColorScale = picture
    ? { kind: "clip", low: 0, high: 1 }
    : { kind: "signed", limit: limit || 1 };
  const maps = Array.from({ length: Math.min(channels, MOST) }, (_, channel): MapModel => {
    const plane = Float32Array.from(
      { length: rows * columns },
      (__, at) => tensor.data[at * channels + channel]!,
    );
    return {
      key: `${key}-${channel}`,
      label: picture ? "the picture" : `${name}, map ${channel + 1}`,
      rows,
      columns,
      pixels: colorize([plane], columns, rows, scale).pixels,
    };
  });
  return { name: `${name}, ${rows} × ${columns} × ${channels}`, limit, maps };
}
