import type { ConvGeometry } from "../../../core/conv/geometry";
import { assemble } from "../../simd/module";
import { plainLoops, type PlaneLoops } from "./loops";
import { slideKernel, STRIP } from "./plane-simd";

const PAGE = 65_536;

/**
 * Loops whose convolutions of stride 1 are SIMD code of our own; everything else is core's.
 *
 * @throws where there is no WebAssembly SIMD.
 */
export async function simdLoops(): Promise<PlaneLoops> {
  const { instance } = await WebAssembly.instantiate(assemble([slideKernel], 16));
  const { memory, slideKernel: slide } = instance.exports as {
    readonly memory: WebAssembly.Memory;
    readonly slideKernel: (...parameters: number[]) => void;
  };

  function require(bytes: number): void {
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  }

  return {
    ...plainLoops,
    madeBy: "simd",
    conv(input, kernel, g, map) {
      if (g.strideHeight * g.strideWidth !== 1) return plainLoops.conv(input, kernel, g, map);
      const width = g.inWidth + g.pad.left + g.pad.right;
      const cells = width * (g.inHeight + g.pad.top + g.pad.bottom) + STRIP;
      const plane = Math.ceil(kernel.length / 2) * 16;
      const output = plane + Math.ceil(cells / 4) * 16;
      require(output + (map.length + STRIP) * 4);
      new Float64Array(memory.buffer, 0, kernel.length).set(kernel);
      padInto(new Float32Array(memory.buffer, plane, cells), input, g, width);
      slide(
        plane,
        0,
        output,
        g.outHeight,
        g.outWidth * 4,
        width * 4,
        g.kernelHeight,
        g.kernelWidth,
        g.dilationWidth * 4,
        g.dilationHeight * width * 4,
      );
      map.set(new Float32Array(memory.buffer, output, map.length));
    },
  };
}

function padInto(
  padded: Float32Array,
  input: Float32Array,
  { pad, inHeight, inWidth }: ConvGeometry,
  width: number,
): void {
  if (width === inWidth && pad.top + pad.bottom === 0) return padded.set(input);
  padded.fill(0);
  for (let row = 0; row < inHeight; row++)
    padded.set(
      input.subarray(row * inWidth, (row + 1) * inWidth),
      (row + pad.top) * width + pad.left,
    );
}
