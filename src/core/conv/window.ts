import { RequestError } from "../errors";
import { geometryOf, relu, type Conv2dArgs } from "./conv2d";
import { sourceIndex } from "./geometry";

export interface OutputCell {
  readonly row: number;
  readonly column: number;
  readonly outChannel: number;
  readonly batch?: number;
}

/** One product of the sum that makes an output cell. */
export interface WindowTerm {
  /** Input channel, counted over the whole input. */
  readonly inChannel: number;
  readonly kernelRow: number;
  readonly kernelColumn: number;
  /** Where the tap lies, in input cells; outside the input on padding. */
  readonly row: number;
  readonly column: number;
  /** The input cell that supplies the value; `null` on zero padding. */
  readonly source: { readonly row: number; readonly column: number } | null;
  readonly value: number;
  readonly weight: number;
  readonly product: number;
}

/** Everything that happens in one output cell, in the order in which the sum is written out. */
export interface CellTrace {
  /** Channel by channel, each kernel row by row. */
  readonly terms: readonly WindowTerm[];
  /** One sum an input channel, before they are added. */
  readonly partialSums: readonly number[];
  readonly sum: number;
  readonly bias: number;
  readonly preActivation: number;
  readonly output: number;
}

/**
 * The sum behind one output cell, term by term, by the rules of `conv2d`; the results are rounded
 * to float32 as there.
 *
 * @throws {RequestError} a cell outside the output.
 */
export function windowAt(args: Conv2dArgs, cell: OutputCell): CellTrace {
  const g = geometryOf(args);
  const { row, column, outChannel, batch = 0 } = cell;
  for (const [name, value, count] of [
    ["row", row, g.outHeight],
    ["column", column, g.outWidth],
    ["output channel", outChannel, g.outChannels],
    ["batch entry", batch, g.batch],
  ] as const)
    if (!Number.isInteger(value) || value < 0 || value >= count)
      throw new RequestError(`there is no ${name} ${value}: the output has ${count}`);

  const groupIn = g.inChannels / g.groups;
  const firstChannel = Math.floor(outChannel / (g.outChannels / g.groups)) * groupIn;
  const terms: WindowTerm[] = [];
  const partialSums: number[] = [];
  let total = 0;
  for (let channel = 0; channel < groupIn; channel++) {
    const inChannel = firstChannel + channel;
    let partial = 0;
    for (let i = 0; i < g.kernelHeight; i++)
      for (let j = 0; j < g.kernelWidth; j++) {
        const y = row * g.strideHeight + i * g.dilationHeight - g.pad.top;
        const x = column * g.strideWidth + j * g.dilationWidth - g.pad.left;
        const sourceRow = sourceIndex(y, g.inHeight, g.paddingMode);
        const sourceColumn = sourceIndex(x, g.inWidth, g.paddingMode);
        const source =
          sourceRow === null || sourceColumn === null
            ? null
            : { row: sourceRow, column: sourceColumn };
        const value = source
          ? args.input.data[
              ((batch * g.inHeight + source.row) * g.inWidth + source.column) * g.inChannels +
                inChannel
            ]!
          : 0;
        const weight =
          args.weights.data[
            ((i * g.kernelWidth + j) * groupIn + channel) * g.outChannels + outChannel
          ]!;
        const product = source ? value * weight : 0;
        partial += product;
        terms.push({
          inChannel,
          kernelRow: i,
          kernelColumn: j,
          row: y,
          column: x,
          source,
          value,
          weight,
          product,
        });
      }
    partialSums.push(Math.fround(partial));
    total += partial;
  }
  const bias = args.bias?.[outChannel] ?? 0;
  const preActivation = Math.fround(total + bias);
  return {
    terms,
    partialSums,
    sum: Math.fround(total),
    bias,
    preActivation,
    output: args.activation === "relu" ? relu(preActivation) : preActivation,
  };
}
