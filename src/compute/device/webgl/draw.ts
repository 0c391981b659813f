/** A number, a vector, or a texture for a sampler; `true` is 1. */
export type Uniform = number | boolean | readonly number[] | readonly boolean[] | WebGLTexture;

/** A part of a target in texels, origin at the first row. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a program writes: a texture, or the canvas itself when `texture` is null. */
export interface Target {
  readonly texture: WebGLTexture | null;
  readonly width: number;
  readonly height: number;
}

export interface Draw {
  /** Fragment shader, GLSL ES 3.00; one program is compiled a source and kept. */
  readonly source: string;
  readonly uniforms: Readonly<Record<string, Uniform>>;
  readonly target: Target;
  /** Parts of the target to fill, all of it when absent. */
  readonly rects?: readonly Rect[];
}

export interface Painter {
  draw(draw: Draw): void;
  /** Binds a texture to this painter's own framebuffer, for a readback. */
  attach(texture: WebGLTexture): void;
  readonly programs: number;
  dispose(): void;
}

interface Linked {
  readonly program: WebGLProgram;
  readonly uniforms: ReadonlyMap<string, (value: Uniform) => void>;
}

// A triangle that covers the target, counter-clockwise: tfjs culls back faces.
const VERTEX = `#version 300 es
void main() {
  gl_Position = vec4(vec2(gl_VertexID == 1 ? 3 : -1, gl_VertexID == 2 ? 3 : -1), 0, 1);
}`;

/**
 * Runs full-target fragment programs on a context that tfjs uses too. tfjs sets framebuffer,
 * viewport, scissor box, program, vertex array and textures at every run of its own, so those are
 * left as they fall; every other state stays as tfjs wants it.
 */
export function createPainter(gl: WebGL2RenderingContext): Painter {
  const linked = new Map<string, Linked>();
  const framebuffer = gl.createFramebuffer();
  const vertex = compile(gl, gl.VERTEX_SHADER, VERTEX);

  function attach(texture: WebGLTexture): void {
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  }

  function programOf(source: string): Linked {
    let known = linked.get(source);
    if (!known) linked.set(source, (known = link(gl, vertex, source)));
    return known;
  }

  return {
    attach,
    get programs() {
      return linked.size;
    },
    draw({ source, uniforms, target, rects }) {
      const { program, uniforms: setters } = programOf(source);
      const whole = { x: 0, y: 0, width: target.width, height: target.height };
      if (target.texture) attach(target.texture);
      else gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.useProgram(program);
      gl.bindVertexArray(null);
      gl.viewport(0, 0, target.width, target.height);
      for (const [name, value] of Object.entries(uniforms)) setters.get(name)?.(value);
      for (const { x, y, width, height } of rects ?? [whole]) {
        if (width <= 0 || height <= 0) continue;
        gl.scissor(x, y, width, height);
        gl.drawArrays(gl.TRIANGLES, 0, 3);
      }
    },
    dispose() {
      for (const { program } of linked.values()) gl.deleteProgram(program);
      linked.clear();
      gl.deleteShader(vertex);
      gl.deleteFramebuffer(framebuffer);
    },
  };
}

function compile(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader | null {
  const shader = gl.createShader(type);
  if (!shader) return null;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

function link(gl: WebGL2RenderingContext, vertex: WebGLShader | null, source: string): Linked {
  const program = gl.createProgram();
  const fragment = compile(gl, gl.FRAGMENT_SHADER, source);
  // On a lost context every object is null; the draw that follows is then ignored.
  if (vertex && fragment) {
    gl.attachShader(program, vertex);
    gl.attachShader(program, fragment);
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
      throw new Error(gl.getShaderInfoLog(fragment) || gl.getProgramInfoLog(program) || "no link");
    gl.deleteShader(fragment);
  }
  return { program, uniforms: settersOf(gl, program) };
}

/** One setter an active uniform, by its declared type; samplers get texture units in turn. */
function settersOf(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
): ReadonlyMap<string, (value: Uniform) => void> {
  const setters = new Map<string, (value: Uniform) => void>();
  const count = (gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS) as number | null) ?? 0;
  let unit = 0;
  for (let index = 0; index < count; index++) {
    const info = gl.getActiveUniform(program, index)!;
    const at = gl.getUniformLocation(program, info.name);
    const vector = (value: Uniform) => (value as readonly (number | boolean)[]).map(Number);
    switch (info.type) {
      case gl.SAMPLER_2D:
      case gl.UNSIGNED_INT_SAMPLER_2D: {
        const own = unit++;
        setters.set(info.name, (value) => {
          gl.activeTexture(gl.TEXTURE0 + own);
          gl.bindTexture(gl.TEXTURE_2D, value as WebGLTexture);
          gl.uniform1i(at, own);
        });
        break;
      }
      case gl.FLOAT:
        setters.set(info.name, (value) => gl.uniform1f(at, Number(value)));
        break;
      case gl.FLOAT_VEC2:
        setters.set(info.name, (value) => gl.uniform2fv(at, vector(value)));
        break;
      case gl.FLOAT_VEC3:
        setters.set(info.name, (value) => gl.uniform3fv(at, vector(value)));
        break;
      case gl.INT:
      case gl.BOOL:
        setters.set(info.name, (value) => gl.uniform1i(at, Number(value)));
        break;
      case gl.INT_VEC2:
        setters.set(info.name, (value) => gl.uniform2iv(at, vector(value)));
        break;
      case gl.INT_VEC3:
        setters.set(info.name, (value) => gl.uniform3iv(at, vector(value)));
        break;
      case gl.BOOL_VEC4:
        setters.set(info.name, (value) => gl.uniform4iv(at, vector(value)));
        break;
      default:
        throw new Error(`uniform ${info.name} has a type that no op uses`);
    }
  }
  return setters;
}
