import { f32x4, i32, i32x4, shuffle, v128, type Code } from "../../simd/instructions";
import { kind, type Body, type FunctionSpec, type Local } from "../../simd/module";
import { boxMuller } from "./box-muller-simd";
import { philoxRounds, writeRoundKeys } from "./philox-simd";

const { i32: I32, f32: F32, v128: V128 } = kind;

/** Stores four vectors as the columns of a 4×4 square: element i of vector j goes to 4i + j. */
function storeColumns(body: Body, at: Local, [a, b, c, d]: readonly Local[]): Code {
  const [ab, cd, abHigh, cdHigh] = [0, 1, 2, 3].map(() => body.local(V128)) as [
    Local,
    Local,
    Local,
    Local,
  ];
  return [
    ab.set(shuffle(a!.get, b!.get, [0, 4, 1, 5])),
    cd.set(shuffle(c!.get, d!.get, [0, 4, 1, 5])),
    abHigh.set(shuffle(a!.get, b!.get, [2, 6, 3, 7])),
    cdHigh.set(shuffle(c!.get, d!.get, [2, 6, 3, 7])),
    v128.store(at.get, shuffle(ab.get, cd.get, [0, 1, 4, 5])),
    v128.store(at.get, shuffle(ab.get, cd.get, [2, 3, 6, 7]), 16),
    v128.store(at.get, shuffle(abHigh.get, cdHigh.get, [0, 1, 4, 5]), 32),
    v128.store(at.get, shuffle(abHigh.get, cdHigh.get, [2, 3, 6, 7]), 48),
  ];
}

/**
 * Fills memory from `at` to `end` (whole groups of 64 bytes) with numbers of a sequence, from block
 * `block` on, four numbers a block. Parameters: at, end, block, stream, step, seedLow, seedHigh,
 * scale.
 */
function filler(
  name: string,
  convert: (body: Body, words: readonly [Local, Local, Local, Local], scale: Local) => Code,
): FunctionSpec {
  return {
    name,
    parameters: [I32, I32, I32, I32, I32, I32, I32, F32],
    write(body, at, end, block, stream, step, low, high, scale) {
      const words = [0, 1, 2, 3].map(() => body.local(V128)) as [Local, Local, Local, Local];
      const factor = body.let(V128, f32x4.splat(scale!.get));
      const round: Code = [
        words[0].set(i32x4.add(i32x4.splat(block!.get), i32x4.const(0, 1, 2, 3))),
        words[1].set(i32x4.const(0)),
        words[2].set(i32x4.splat(stream!.get)),
        words[3].set(i32x4.splat(step!.get)),
        philoxRounds(body, words),
        convert(body, words, factor.local),
        storeColumns(body, at!, words),
        block!.set(i32.add(block!.get, i32.const(4))),
      ];
      return [writeRoundKeys(low!, high!), factor.code, body.loop(at!, 64, end!.get, round)];
    },
  };
}

/** The generator's own words. */
export const fillWords = filler("words", () => []);

/** `scale` times standard normal numbers. */
export const fillNormals = filler("normals", (body, words, scale) => [
  boxMuller(body, words[0], words[1]),
  boxMuller(body, words[2], words[3]),
  words.map((word) => word.set(f32x4.mul(word.get, scale.get))),
]);

/** `scale` times numbers uniform between −1 and 1: (2k + 1)·2⁻²⁴ − 1, exact before scaling. */
export const fillUniforms = filler("uniforms", (_, words, scale) =>
  words.map((word) => {
    const whole = i32x4.sub(i32x4.shrU(word.get, i32.const(8)), i32x4.const(0x800000));
    const centred = f32x4.add(f32x4.fromI32(whole), f32x4.const(0.5));
    return word.set(f32x4.mul(f32x4.mul(centred, f32x4.const(2 ** -23)), scale.get));
  }),
);
