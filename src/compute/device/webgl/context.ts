import { env } from "@tensorflow/tfjs-core/dist/base";
import {
  GPGPUContext,
  MathBackendWebGL,
  setWebGLContext,
} from "@tensorflow/tfjs-backend-webgl/dist/base";
import { TextureUsage } from "@tensorflow/tfjs-backend-webgl/dist/tex_util";
import { BudgetError, DeviceLostError } from "../../errors";
import { createPainter, type Painter } from "./draw";
import { readTextures, type Readable } from "./read";

/** Bytes of idle textures that tfjs may keep before it frees them. */
const IDLE_TEXTURE_BYTES = 128 * 2 ** 20;

/** A texture of four numbers a texel, held until `release`. */
export interface Texture {
  readonly texture: WebGLTexture;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  release(): void;
}

/** What ops of the WebGL tiers work with: tfjs's backend and textures, and our own programs. */
export interface WebglContext {
  readonly gl: WebGL2RenderingContext;
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  readonly backend: MathBackendWebGL;
  readonly precision: "float32" | "float16";
  readonly maxTextureSize: number;
  readonly renderer: string;
  readonly lost: Promise<DeviceLostError>;
  readonly draw: Painter["draw"];
  /**
   * Numbers to compute into, stored in the device's precision: in tfjs's own packed layout, where
   * texel (x, y) holds rows 2y, 2y+1 of columns 2x, 2x+1 of a `[2 · height, 2 · width]` tensor.
   */
  target(width: number, height: number): Texture;
  /** Numbers from the processor, always in float32. */
  upload(width: number, height: number, data: Float32Array): Texture;
  /** Unsigned integers to compute into. */
  counters(width: number, height: number): Texture;
  /** Colours from the processor, a byte a channel. */
  colors(width: number, height: number, data: Uint8ClampedArray): Texture;
  read(sources: readonly Readable[]): Promise<readonly (Float32Array | Uint32Array)[]>;
  /** Makes this context the one whose settings tfjs follows; before any work on it. */
  activate(): void;
  memory(): { readonly tensors: number; readonly bytes: number };
  dispose(): void;
}

export interface WebglOptions {
  /** `"float16"` stores every result in half precision even where float32 can be had. */
  readonly precision?: "auto" | "float16";
  /** Without it, an OffscreenCanvas where it has WebGL, else a canvas element. */
  readonly canvas?: OffscreenCanvas | HTMLCanvasElement;
}

const ATTRIBUTES: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
};

function openContext(given?: OffscreenCanvas | HTMLCanvasElement) {
  const makers = given
    ? [() => given]
    : [
        () => (typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1)),
        () => (typeof document === "undefined" ? null : document.createElement("canvas")),
      ];
  for (const make of makers) {
    const canvas = make();
    const gl = canvas?.getContext("webgl2", ATTRIBUTES) as WebGL2RenderingContext | null;
    // tfjs recurses without end on a context that is lost from the start.
    if (canvas && gl && !gl.isContextLost()) return { canvas, gl };
  }
  throw new DeviceLostError("this browser gives no working WebGL 2 context");
}

/** Whether results can be stored in float32: asked of a framebuffer, not of the browser's name. */
function rendersFloat32(gl: WebGL2RenderingContext): boolean {
  if (!gl.getExtension("EXT_color_buffer_float")) return false;
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, 1, 1);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const complete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.deleteFramebuffer(framebuffer);
  gl.deleteTexture(texture);
  return complete;
}

/**
 * Opens a WebGL 2 context and tfjs's backend on it. Neither tfjs's engine nor any of its kernels is
 * touched; the caller disposes.
 *
 * @throws {DeviceLostError} no context, or one that is lost from the start.
 */
export function createWebglContext(options: WebglOptions = {}): WebglContext {
  const { canvas, gl } = openContext(options.canvas);
  const float32 = options.precision !== "float16" && rendersFloat32(gl);
  const flags = env();
  const activate = () => {
    setWebGLContext(2, gl);
    flags.set("WEBGL_VERSION", 2);
    flags.set("HAS_WEBGL", true);
    flags.set("WEBGL_CPU_FORWARD", false);
    flags.set("SOFTWARE_WEBGL_ENABLED", true);
    flags.set("WEBGL_DELETE_TEXTURE_THRESHOLD", IDLE_TEXTURE_BYTES);
    flags.set("WEBGL_RENDER_FLOAT32_CAPABLE", float32);
    flags.set("WEBGL_RENDER_FLOAT32_ENABLED", float32);
  };
  activate();
  for (const state of [gl.DEPTH_TEST, gl.STENCIL_TEST, gl.BLEND, gl.DITHER]) gl.disable(state);
  gl.enable(gl.SCISSOR_TEST);
  gl.enable(gl.CULL_FACE);
  gl.cullFace(gl.BACK);
  const gpgpu = new GPGPUContext(gl);
  const backend = new MathBackendWebGL(gpgpu);
  const painter = createPainter(gl);
  const maxTextureSize = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  const live = new Set<Texture>();

  let disposed = false;
  const lost = new Promise<DeviceLostError>((resolve) => {
    canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      if (!disposed) resolve(new DeviceLostError("the graphics context was lost"));
    });
  });

  function keep(texture: Omit<Texture, "release">, free: () => void): Texture {
    const held: Texture = {
      ...texture,
      release() {
        if (live.delete(held)) free();
      },
    };
    live.add(held);
    return held;
  }

  function requireSize(width: number, height: number): void {
    if (Math.max(width, height) > maxTextureSize)
      throw new BudgetError(
        `this needs a texture of ${width}×${height}; this graphics device has ${maxTextureSize}×${maxTextureSize} at most`,
      );
  }

  function packed(width: number, height: number, usage: TextureUsage): Texture {
    requireSize(width, height);
    const info = backend.makeTensorInfo([height * 2, width * 2], "float32");
    const data = backend.texData.get(info.dataId);
    data.isPacked = true;
    data.usage = usage;
    data.texShape = [height * 2, width * 2];
    const half = !float32 && usage === TextureUsage.RENDER;
    return keep(
      {
        texture: backend.getTexture(info.dataId),
        width,
        height,
        bytes: width * height * (half ? 8 : 16),
      },
      () => backend.disposeIntermediateTensorInfo(info),
    );
  }

  function plain(width: number, height: number, format: number, texelBytes: number): Texture {
    requireSize(width, height);
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    for (const side of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
      gl.texParameteri(gl.TEXTURE_2D, side, gl.NEAREST);
    gl.texStorage2D(gl.TEXTURE_2D, 1, format, width, height);
    return keep({ texture, width, height, bytes: width * height * texelBytes }, () =>
      gl.deleteTexture(texture),
    );
  }

  function fill(into: Texture, type: number, data: ArrayBufferView): Texture {
    gl.bindTexture(gl.TEXTURE_2D, into.texture);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, into.width, into.height, gl.RGBA, type, data);
    return into;
  }

  const debug = gl.getExtension("WEBGL_debug_renderer_info");
  return {
    gl,
    canvas,
    backend,
    precision: float32 ? "float32" : "float16",
    maxTextureSize,
    renderer: String(gl.getParameter(debug ? debug.UNMASKED_RENDERER_WEBGL : gl.RENDERER) ?? ""),
    lost,
    draw: painter.draw,
    target: (width, height) => packed(width, height, TextureUsage.RENDER),
    upload: (width, height, data) =>
      fill(packed(width, height, TextureUsage.UPLOAD), gl.FLOAT, data),
    counters: (width, height) => plain(width, height, gl.RGBA32UI, 16),
    colors: (width, height, data) =>
      fill(plain(width, height, gl.RGBA8, 4), gl.UNSIGNED_BYTE, new Uint8Array(data.buffer)),
    read: (sources) => readTextures(gl, painter.attach, sources, lost),
    activate,
    memory() {
      let bytes = 0;
      for (const texture of live) bytes += texture.bytes;
      return { tensors: live.size, bytes };
    },
    dispose() {
      disposed = true;
      for (const texture of live) texture.release();
      painter.dispose();
      backend.dispose();
      gpgpu.program = null;
      gpgpu.dispose();
      gl.getExtension("WEBGL_lose_context")?.loseContext();
    },
  };
}
