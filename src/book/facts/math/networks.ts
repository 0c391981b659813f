import { knownNetworks } from "../../../core/arch/known";
import { type LayerSummary, type NetworkSummary, summarize } from "../../../core/arch/summary";
import type { ReceptiveField } from "../../../core/receptive-field/receptive-field";

/** Shapes, costs and fields of a network of the literature, by its id in core. */
export function summaryOf(id: string): NetworkSummary {
  return summarize(knownNetworks.find((known) => known.id === id)!.network);
}

export interface NamedField extends ReceptiveField {
  readonly name: string;
}

const isPool = ({ layer }: LayerSummary): boolean => layer.kind === "maxPool";

/** Fields of VGG-16's convolutions and pools, under the names of the paper. */
export function vgg16Fields(): readonly NamedField[] {
  let stage = 1;
  let convolution = 0;
  return summaryOf("vgg-16").layers.flatMap((one): NamedField[] => {
    const field = one.field?.rows;
    if (!field || one.layer.kind === "activation") return [];
    if (isPool(one)) {
      convolution = 0;
      return [{ ...field, name: `pool${stage++}` }];
    }
    return [{ ...field, name: `conv${stage}_${++convolution}` }];
  });
}

/** Parameters and multiply-accumulates of VGG-16, split at the flattening. */
export function vgg16Costs(): Record<
  "convolution" | "dense",
  { readonly parameters: number; readonly macs: number }
> {
  const { layers } = summaryOf("vgg-16");
  const sums = (chosen: readonly LayerSummary[]) => ({
    parameters: chosen.reduce((sum, one) => sum + one.parameters, 0),
    macs: chosen.reduce((sum, one) => sum + one.macs, 0),
  });
  return {
    convolution: sums(layers.filter(({ layer }) => layer.kind === "conv")),
    dense: sums(layers.filter(({ layer }) => layer.kind === "dense")),
  };
}
