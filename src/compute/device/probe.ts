import { rendererKind, type RendererKind } from "./renderer";

/** What WebGL is worth in this thread, before any library touches it. */
export type WebglProbe =
  | { readonly usable: false; readonly reason: string }
  | {
      readonly usable: true;
      readonly renderer: string;
      readonly kind: RendererKind;
      /** What a stored result keeps: half precision where float32 cannot be drawn into. */
      readonly precision: "float32" | "float16";
    };

type AnyCanvas = HTMLCanvasElement | OffscreenCanvas;

/** A 1×1 canvas of this thread; null where there is none (Node). */
export function createProbeCanvas(): AnyCanvas | null {
  if (typeof OffscreenCanvas === "function") return new OffscreenCanvas(1, 1);
  return typeof document === "object" ? document.createElement("canvas") : null;
}

/**
 * Tries one WebGL 2 context of its own and gives it back: not null, not lost at birth, a float
 * framebuffer that is complete, and a number drawn into it that reads back right. A context that is
 * born lost would make tfjs create contexts without end, so this comes first.
 */
export function probeWebgl(canvas: AnyCanvas | null = createProbeCanvas()): WebglProbe {
  let gl: WebGL2RenderingContext | null = null;
  try {
    gl = (canvas?.getContext("webgl2", { antialias: false, depth: false }) ??
      null) as WebGL2RenderingContext | null;
    if (!gl) return { usable: false, reason: "there is no WebGL 2" };
    if (gl.isContextLost()) return { usable: false, reason: "its context is lost at birth" };
    return tryContext(gl);
  } catch (error) {
    return { usable: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    gl?.getExtension("WEBGL_lose_context")?.loseContext();
  }
}

function tryContext(gl: WebGL2RenderingContext): WebglProbe {
  const float = gl.getExtension("EXT_color_buffer_float") !== null;
  const half = float || gl.getExtension("EXT_color_buffer_half_float") !== null;
  const precision =
    float && storesNumbers(gl, gl.RGBA32F)
      ? "float32"
      : half && storesNumbers(gl, gl.RGBA16F)
        ? "float16"
        : null;
  if (!precision) return { usable: false, reason: "it cannot draw into textures of numbers" };
  const renderer = rendererName(gl);
  return { usable: true, renderer, kind: rendererKind(renderer), precision };
}

/** Clears a 1×1 texture of the format to −1.5 and reads that back. */
function storesNumbers(gl: WebGL2RenderingContext, format: number): boolean {
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, format, 1, 1);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  if (gl.checkFramebufferStatus(gl.FRAMEBUFFER) !== gl.FRAMEBUFFER_COMPLETE) return false;
  gl.clearBufferfv(gl.COLOR, 0, [-1.5, 2, 0.25, 1]);
  const pixel = new Float32Array(4);
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, pixel);
  return pixel[0] === -1.5 && pixel[1] === 2 && gl.getError() === gl.NO_ERROR;
}

/** Firefox names the renderer openly and warns about the extension; the others the reverse. */
function rendererName(gl: WebGL2RenderingContext): string {
  const open = String(gl.getParameter(gl.RENDERER) ?? "");
  if (!/^webkit webgl$/i.test(open)) return open;
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL) ?? "") : open;
}
