import { f32, f32x4, f64, i32, v128, type Code } from "../../simd/instructions";
import { kind, type Body, type FunctionSpec, type Local } from "../../simd/module";
import type { ConvShape } from "./conv-shape";

const { i32: I32, v128: V128 } = kind;
const bytes = (numbers: number): number => numbers * 4;

/** How the forward program cuts a layer: blocks of `vectors` × 4 output channels, `cells` at a time. */
export interface ConvTiling {
  readonly vectors: number;
  readonly cells: number;
  readonly blocks: number;
}

/** Up to eight sums stay in registers. */
export function tilingOf({ g }: ConvShape): ConvTiling {
  const needed = Math.ceil(g.outChannels / 4);
  const vectors = needed >= 3 ? 4 : needed;
  const cells = Math.min(vectors === 4 ? 2 : 4, g.outWidth);
  return { vectors, cells, blocks: Math.ceil(needed / vectors) };
}

/** Whether the programs below can do a layer: one group, and code of a bearable length. */
export function suitsSimd({ g, runs, runLength }: ConvShape): boolean {
  return g.groups === 1 && runs.length * Math.ceil(runLength / 4) <= 256 && runs.length <= 64;
}

/** Runs padded to whole vectors: numbers of one output channel's row. */
export function rowLength({ runs, runLength }: ConvShape): number {
  return runs.length * Math.ceil(runLength / 4) * 4;
}

/**
 * One block of output channels of one picture. Parameters: padded picture, weights
 * `[window, 4 · vectors]`, biases `[4 · vectors]`, output at the block's first channel; addresses in
 * bytes. Lanes beyond the last channel spill into the next cell, so blocks come last first.
 */
export function forwardProgram(name: string, shape: ConvShape): FunctionSpec {
  const { g, paddedWidth, runs, runLength } = shape;
  const { vectors, cells } = tilingOf(shape);
  const stepX = g.strideWidth * g.inChannels;
  const stepY = g.strideHeight * paddedWidth * g.inChannels;
  const rowOut = g.outWidth * g.outChannels;
  const unroll = [8, 6, 5, 4, 3, 2, 1].find((count) => runLength % count === 0)!;
  return {
    name,
    parameters: [I32, I32, I32, I32],
    write(body, picture, weights, biases, output) {
      const sums = Array.from({ length: cells * vectors }, () => body.local(V128));
      const lanes = Array.from({ length: vectors }, () => body.local(V128));
      const value = body.local(V128);
      const at = body.local(I32);
      const end = body.local(I32);
      const weight = body.local(I32);
      const cell = body.local(I32);
      const column = body.local(I32);
      const row = body.local(I32);
      const line = body.local(I32);
      const target = body.local(I32);

      const tap = (run: number, e: number): Code => [
        lanes.map((lane, v) => lane.set(v128.load(weight.get, bytes((e * vectors + v) * 4)))),
        Array.from({ length: cells }, (_, p) => [
          value.set(v128.load32Splat(at.get, bytes(runs[run]! + p * stepX + e))),
          lanes.map((lane, v) => {
            const sum = sums[p * vectors + v]!;
            return sum.set(f32x4.add(sum.get, f32x4.mul(value.get, lane.get)));
          }),
        ]),
      ];
      const stretch = (run: number): Code => {
        const taps = (count: number) => Array.from({ length: count }, (_, e) => tap(run, e));
        const forth = weight.set(i32.add(weight.get, i32.const(bytes(unroll * vectors * 4))));
        return [
          at.set(cell.get),
          end.set(i32.add(cell.get, i32.const(bytes(runLength)))),
          body.loop(at, bytes(unroll), end.get, [taps(unroll), forth]),
        ];
      };
      // The last tile begins early enough to be whole.
      const tile: Code = [
        cell.set(i32.add(line.get, i32.mul(column.get, i32.const(bytes(stepX))))),
        sums.map((sum, s) => sum.set(v128.load(biases!.get, bytes((s % vectors) * 4)))),
        weight.set(weights!.get),
        Array.from(runs, (_, run) => stretch(run)),
        target.set(i32.add(output!.get, i32.mul(column.get, i32.const(bytes(g.outChannels))))),
        sums.map((sum, s) => {
          const p = Math.floor(s / vectors);
          return v128.store(target.get, sum.get, bytes(p * g.outChannels + (s % vectors) * 4));
        }),
      ];
      const whole = Math.floor(g.outWidth / cells) * cells;
      const rest = g.outWidth - whole;
      const tiles: Code = [
        column.set(i32.const(0)),
        body.loop(column, cells, i32.const(whole), tile),
        rest === 0 ? [] : [column.set(i32.const(g.outWidth - cells)), tile],
      ];
      return [
        row.set(i32.const(0)),
        line.set(picture!.get),
        body.loop(row, 1, i32.const(g.outHeight), [
          tiles,
          line.set(i32.add(line.get, i32.const(bytes(stepY)))),
          output!.set(i32.add(output!.get, i32.const(bytes(rowOut)))),
        ]),
      ];
    },
  };
}

/**
 * Sends one picture's gradient back. Parameters: gradient by the output, padded picture, weights
 * `[outChannels, rowLength]`, their sums alike, bias sums (float64), padded gradient by the input;
 * addresses in bytes. Zeros are skipped: behind a ReLU and a pooling most are.
 */
export function backwardProgram(name: string, shape: ConvShape, wantsInput: boolean): FunctionSpec {
  const { g, paddedWidth, runs, runLength } = shape;
  const vectors = Math.ceil(runLength / 4);
  const row = bytes(rowLength(shape));
  const stepX = bytes(g.strideWidth * g.inChannels);
  const stepY = bytes(g.strideHeight * paddedWidth * g.inChannels);
  return {
    name,
    parameters: [I32, I32, I32, I32, I32, I32],
    write(body, gradient, picture, weights, weightSums, biasSums, inputSums) {
      const cell = body.local(I32);
      const cellSums = body.local(I32);
      const weight = body.local(I32);
      const sums = body.local(I32);
      const bias = body.local(I32);
      const y = body.local(I32);
      const x = body.local(I32);
      const out = body.local(I32);
      const factor = body.local(V128);

      const scaled = (address: Local, offset: number) =>
        f32x4.mul(factor.get, v128.load(address.get, offset));
      const gather = (into: Local, to: number, from: Local, at: number): Code =>
        v128.store(into.get, f32x4.add(v128.load(into.get, to), scaled(from, at)), to);
      const spread: Code = Array.from(runs, (start, run) =>
        Array.from({ length: vectors }, (_, v) => {
          const there = bytes(start + v * 4);
          const here = bytes((run * vectors + v) * 4);
          return [
            gather(sums, here, cell, there),
            wantsInput ? gather(cellSums, there, weight, here) : [],
          ];
        }),
      );
      const channel: Code = [
        // Shifted left, both zeros have no bit left.
        when(i32.shl(i32.load(gradient!.get), i32.const(1)), [
          factor.set(v128.load32Splat(gradient!.get)),
          spread,
          f64.store(bias.get, f64.add(f64.load(bias.get), f32.promote(f32.load(gradient!.get)))),
        ]),
        step(gradient!, 4),
        step(weight, row),
        step(sums, row),
        step(bias, 8),
      ];
      return [
        loop(body, y, g.outHeight, [
          cell.set(i32.add(picture!.get, i32.mul(y.get, i32.const(stepY)))),
          cellSums.set(i32.add(inputSums!.get, i32.mul(y.get, i32.const(stepY)))),
          loop(body, x, g.outWidth, [
            weight.set(weights!.get),
            sums.set(weightSums!.get),
            bias.set(biasSums!.get),
            loop(body, out, g.outChannels, channel),
            step(cell, stepX),
            step(cellSums, stepX),
          ]),
        ]),
      ];
    },
  };
}

const step = (local: Local, by: number): Code => local.set(i32.add(local.get, i32.const(by)));

const loop = (body: Body, counter: Local, count: number, code: Code): Code => [
  counter.set(i32.const(0)),
  body.loop(counter, 1, i32.const(count), code),
];

/** Runs code when a condition has any bit set. */
const when = (condition: Code, code: Code): Code => [condition, 0x04, 0x40, code, 0x0b];
