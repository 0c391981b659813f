import { entryRule, paletteNameOf } from "../../../core/color/colorize";
import { ANGLE_BACKGROUND, HATCH, palette, PALETTE_SIZE } from "../../../core/color/palette";
import type { PaletteName } from "../../../core/color/palette";
import { joinRanges, resolveLimit, type PlaneRange } from "../../../core/color/scale";
import type { Uniform } from "../../device/webgl/draw";
import type { Texture, WebglContext } from "../../device/webgl/context";
import type { RenderedPicture, Tensor } from "../../types";
import type { InputCopy, WebglMap } from "../conv2d/webgl";
import { channelRange } from "./channels";
import type { Painting, Subject } from "./painting";
import { COUNT_BLOCK, COUNT_SOURCE, PAINT_SOURCE, TOTAL_SOURCE } from "./programs";

/** What painting needs of a device beyond its context. */
export interface WebglRenderer {
  paint(paintings: readonly Painting<WebglMap>[], input: InputCopy): Promise<RenderedPicture[]>;
  dispose(): void;
}

const STYLES = { picture: 1, angle: 2 } as Readonly<Record<string, number>>;
const unit = (color: readonly number[]) => color.slice(0, 3).map((byte) => byte / 255);

/**
 * Paints maps on the context's own canvas and hands each picture on as a bitmap. Limits that follow
 * the numbers are found and used on the device; ranges come back in one small readback.
 */
export function createWebglRenderer(context: WebglContext): WebglRenderer {
  const palettes = new Map<PaletteName, Texture>();
  const ranges = new WeakMap<Float32Array, Map<number, PlaneRange>>();

  function paletteTexture(name: PaletteName): Texture {
    let texture = palettes.get(name);
    if (!texture) palettes.set(name, (texture = context.colors(PALETTE_SIZE, 1, palette(name))));
    return texture;
  }

  function rangeOfChannel(input: Tensor, channel: number): PlaneRange {
    const known = ranges.get(input.data) ?? new Map<number, PlaneRange>();
    ranges.set(input.data, known);
    let range = known.get(channel);
    if (!range) known.set(channel, (range = channelRange(input, channel)));
    return range;
  }

  return {
    async paint(paintings, input) {
      const measured = paintings.filter(({ subject }) => subject.of !== "channels");
      const totals = context.counters(2, Math.max(measured.length, 1));
      const bitmaps: Promise<ImageBitmap>[] = [];
      try {
        measure(context, measured, totals);
        for (const painting of paintings) {
          const name = paletteNameOf(painting.scale) ?? "grey";
          const uniforms = {
            ...subjectUniforms(painting, input),
            ...scaleUniforms(painting, measured.indexOf(painting)),
            palette: paletteTexture(name).texture,
            totals: totals.texture,
          };
          bitmaps.push(show(context, painting, uniforms));
        }
        const counted = measured.length === 0 ? [] : await readTotals(context, totals);
        const shown = await Promise.all(bitmaps);
        return paintings.map(({ subject, scale, width, height }, i) => {
          const range =
            subject.of === "channels"
              ? joinRanges(subject.channels.map((c) => rangeOfChannel(subject.input, c)))
              : counted[measured.indexOf(paintings[i]!)]!;
          return { width, height, bitmap: shown[i]!, range, limit: resolveLimit(scale, range) };
        });
      } catch (error) {
        for (const bitmap of bitmaps) void bitmap.then((made) => made.close());
        throw error;
      } finally {
        totals.release();
      }
    },
    dispose() {
      for (const texture of palettes.values()) texture.release();
      palettes.clear();
    },
  };

  /** Uniforms of the subject, for painting. */
  function subjectUniforms(
    { subject, width, height }: Painting<WebglMap>,
    input: InputCopy,
  ): Record<string, Uniform> {
    if (subject.of !== "channels")
      return {
        ...mapUniforms(subject),
        size: [width, height],
        packedCells: true,
        origin: [0, 0],
        lanes: [0, 0, 0],
      };
    const [red = 0, green = red, blue = red] = subject.channels;
    const { cell, lane } = input.place(red);
    return {
      first: input.texture.texture,
      second: input.texture.texture,
      size: [width, height],
      bias: [0, 0],
      rectify: false,
      arrows: false,
      packedCells: false,
      origin: [(cell % input.across) * width, Math.floor(cell / input.across) * height],
      lanes: [lane, input.place(green).lane, input.place(blue).lane],
    };
  }
}

function mapUniforms(subject: Exclude<Subject<WebglMap>, { of: "channels" }>) {
  const pair = subject.of === "arrows";
  const first = pair ? subject.x : subject.map;
  return {
    first: first.texture.texture,
    second: (pair ? subject.y : first).texture.texture,
    bias: pair ? [subject.biasX, subject.biasY] : [subject.bias, 0],
    rectify: pair ? false : subject.rectify,
    arrows: pair,
  };
}

function scaleUniforms({ scale }: Painting<WebglMap>, row: number): Record<string, Uniform> {
  const automatic = "limit" in scale && scale.limit === "auto";
  const limit = automatic ? 1 : resolveLimit(scale, NO_RANGE);
  const { scale: step, offset, least } = entryRule(scale, limit);
  return {
    style: STYLES[scale.kind] ?? 0,
    rule: [step, offset, least],
    limitRow: automatic ? row : -1,
    strength: limit,
    hatchA: unit(HATCH[0]),
    hatchB: unit(HATCH[1]),
    background: unit(ANGLE_BACKGROUND),
  };
}

const NO_RANGE: PlaneRange = {
  min: 0,
  max: 0,
  nan: 0,
  positiveInfinity: 0,
  negativeInfinity: 0,
  peakAt: -1,
};

/** Enqueues the counting of every painting's numbers: row i of `totals` is painting i's. */
function measure(
  context: WebglContext,
  paintings: readonly Painting<WebglMap>[],
  totals: Texture,
): void {
  paintings.forEach(({ subject, width, height }, row) => {
    if (subject.of === "channels") return;
    const blocks = context.counters(
      Math.ceil(width / 2 / COUNT_BLOCK),
      Math.ceil(height / 2 / COUNT_BLOCK),
    );
    context.draw({
      source: COUNT_SOURCE,
      uniforms: { ...mapUniforms(subject), size: [width, height] },
      target: blocks,
    });
    context.draw({
      source: TOTAL_SOURCE,
      uniforms: { blocks: blocks.texture, blockCount: [blocks.width, blocks.height], width },
      target: totals,
      rects: [{ x: 0, y: row, width: 2, height: 1 }],
    });
    blocks.release();
  });
}

async function readTotals(context: WebglContext, totals: Texture): Promise<PlaneRange[]> {
  const { texture, width, height } = totals;
  const [numbers] = await context.read([{ texture, width, height, kind: "uint" }]);
  const bits = numbers as Uint32Array;
  const floats = new Float32Array(bits.buffer);
  return Array.from({ length: height }, (_, row) => ({
    min: floats[row * 8]!,
    max: floats[row * 8 + 1]!,
    nan: bits[row * 8 + 3]!,
    positiveInfinity: bits[row * 8 + 4]!,
    negativeInfinity: bits[row * 8 + 5]!,
    peakAt: bits[row * 8 + 6]! - 1,
  }));
}

/** Paints on the canvas and takes the picture from it before the turn ends and it is cleared. */
function show(
  context: WebglContext,
  { width, height }: Painting<WebglMap>,
  uniforms: Record<string, Uniform>,
): Promise<ImageBitmap> {
  const { canvas } = context;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.draw({ source: PAINT_SOURCE, uniforms, target: { texture: null, width, height } });
  return "transferToImageBitmap" in canvas
    ? Promise.resolve(canvas.transferToImageBitmap())
    : createImageBitmap(canvas);
}
