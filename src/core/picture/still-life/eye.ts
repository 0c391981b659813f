/** The painter's eye: where it is, and the directions that make up the picture. */
export interface Eye {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly forward: readonly [number, number, number];
  readonly up: readonly [number, number, number];
  /** Half the picture's width over its distance. */
  readonly half: number;
}

const pitch = 0.216;

/** Looks slightly down and straight ahead, so that x stays to the right. */
export const eye: Eye = {
  x: 0.15,
  y: 3.62,
  z: 10.6,
  forward: [0, -Math.sin(pitch), -Math.cos(pitch)],
  up: [0, Math.cos(pitch), -Math.sin(pitch)],
  half: 0.272,
};

/** A round region of the picture, in units of half its width from the middle; y down. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Nothing lies farther than this to the left or right; at most the radius. */
  readonly wide: number;
}

/**
 * Where a ball appears in the picture, a little larger than it does.
 * @param across radius of what the ball holds, to the left and right
 */
export function outlineOf(x: number, y: number, z: number, radius: number, across: number): Disc {
  const [ox, oy, oz] = [x - eye.x, y - eye.y, z - eye.z];
  const depth = oy * eye.forward[1] + oz * eye.forward[2];
  const height = oy * eye.up[1] + oz * eye.up[2];
  const scale = 1 / (depth * eye.half);
  return {
    x: ox * scale,
    y: -height * scale,
    radius: radius * scale * 1.06,
    wide: across * scale * 1.12,
  };
}
