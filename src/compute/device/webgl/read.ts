import { DeviceLostError } from "../../errors";

/** A texture to read whole. */
export interface Readable {
  readonly texture: WebGLTexture;
  readonly width: number;
  readonly height: number;
  /** Numbers as they are stored: floats, or unsigned integers of an integer texture. */
  readonly kind: "float" | "uint";
}

/** How long a device may leave a readback unanswered, in milliseconds. */
export const READ_LIMIT = 5000;

/**
 * Copies textures of four channels to the processor without blocking the thread, all behind one
 * fence. Each answer holds `width · height · 4` numbers, first row first.
 *
 * @throws {DeviceLostError} the context is lost, or the fence does not pass within `READ_LIMIT`.
 */
export async function readTextures(
  gl: WebGL2RenderingContext,
  attach: (texture: WebGLTexture) => void,
  sources: readonly Readable[],
  lost: Promise<DeviceLostError>,
): Promise<readonly (Float32Array | Uint32Array)[]> {
  const buffer = gl.createBuffer();
  const sizes = sources.map(({ width, height }) => width * height * 4);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, total * 4, gl.STREAM_READ);
  let offset = 0;
  sources.forEach(({ texture, width, height, kind }, i) => {
    attach(texture);
    if (kind === "float") gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, offset);
    else gl.readPixels(0, 0, width, height, gl.RGBA_INTEGER, gl.UNSIGNED_INT, offset);
    offset += sizes[i]! * 4;
  });
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  try {
    await passed(gl, fence, lost);
    const out = sources.map(({ kind }, i) =>
      kind === "float" ? new Float32Array(sizes[i]!) : new Uint32Array(sizes[i]!),
    );
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    offset = 0;
    for (const numbers of out) {
      gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, offset, numbers);
      offset += numbers.byteLength;
    }
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    // A context that died in between reads as zeros, without an error.
    if (gl.isContextLost()) throw new DeviceLostError("the graphics context was lost");
    return out;
  } finally {
    gl.deleteSync(fence);
    gl.deleteBuffer(buffer);
  }
}

async function passed(
  gl: WebGL2RenderingContext,
  fence: WebGLSync | null,
  lost: Promise<DeviceLostError>,
): Promise<void> {
  let death: DeviceLostError | undefined;
  void lost.then((error) => (death = error));
  const pause = createPause();
  const start = performance.now();
  try {
    for (;;) {
      await pause.next();
      if (death) throw death;
      if (!fence || gl.isContextLost()) throw new DeviceLostError("the graphics context was lost");
      const state = gl.clientWaitSync(fence, 0, 0);
      if (state === gl.ALREADY_SIGNALED || state === gl.CONDITION_SATISFIED) return;
      if (performance.now() - start > READ_LIMIT)
        throw new DeviceLostError(`the graphics device did not answer within ${READ_LIMIT} ms`);
    }
  } finally {
    pause.close();
  }
}

/**
 * Pauses of a millisecond. Asking in every turn of the event loop would take the processor from a
 * software GPU; a timer set by a timer waits four milliseconds, one set by a message does not.
 */
function createPause() {
  const { port1, port2 } = new MessageChannel();
  return {
    next: () =>
      new Promise<void>((resolve) => {
        port1.onmessage = () => setTimeout(resolve, 1);
        port2.postMessage(null);
      }),
    close() {
      port1.close();
      port2.close();
    },
  };
}
