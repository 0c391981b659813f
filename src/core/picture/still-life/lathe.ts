/** A thing turned on a lathe, or nearly: described by the outline of its half section. */
export interface Lathe {
  /** Where its axis meets the table. */
  readonly x: number;
  readonly z: number;
  /** Direction of the axis: up, or lying on the table at an angle. */
  readonly lying?: { readonly cosine: number; readonly sine: number; readonly height: number };
  /** A cylinder that it fits into, along its axis. */
  readonly within: { readonly radius: number; readonly low: number; readonly high: number };
  /** Distance from the outline at (radius, height along the axis), negative inside. */
  readonly outline: (radius: number, height: number) => number;
}

/** The smaller of two distances, with the corner between them rounded over `k`. */
function join(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - h * h * k * 0.25;
}

function circle(x: number, y: number, radius: number): number {
  return Math.sqrt(x * x + y * y) - radius;
}

/** A box around the axis from `low` to `high`, with rounded edges. */
function drum(r: number, y: number, radius: number, low: number, high: number, round: number) {
  const x = Math.abs(r) - radius + round;
  const z = Math.abs(y - (low + high) / 2) - (high - low) / 2 + round;
  const outX = Math.max(x, 0);
  const outZ = Math.max(z, 0);
  return Math.min(Math.max(x, z), 0) + Math.sqrt(outX * outX + outZ * outZ) - round;
}

export const bottle: Lathe = {
  x: -1.3,
  z: -1.15,
  within: { radius: 0.66, low: 0, high: 3.92 },
  outline: (r, y) => {
    const body = drum(r, y, 0.6, 0, 2.35, 0.14);
    const neck = drum(r, y, 0.185, 1.9, 3.9, 0.03);
    const lip = drum(r, y, 0.235, 3.62, 3.8, 0.05);
    return Math.min(join(body, neck, 0.75), lip);
  },
};

export const vase: Lathe = {
  x: 1.2,
  z: -1.35,
  within: { radius: 1.02, low: -0.05, high: 2.74 },
  outline: (r, y) => {
    const body = circle(r, (y - 1.12) * 0.92, 0.98) * 0.96;
    const foot = drum(r, y, 0.56, 0, 0.3, 0.05);
    const neck = drum(r, y, 0.4, 1.7, 2.62, 0.04);
    const lip = circle(r - 0.44, y - 2.62, 0.075);
    const outside = join(join(join(body, foot, 0.25), neck, 0.5), lip, 0.12);
    return Math.max(outside, -drum(r, y, 0.36, 1.9, 3, 0.04));
  },
};

export const apple: Lathe = {
  x: -0.1,
  z: 0.55,
  within: { radius: 0.82, low: 0, high: 1.16 },
  outline: (r, y) => circle(r * (1.04 - 0.2 * (y - 0.55)) - 0.2, (y - 0.58) * 1.02, 0.57) * 0.9,
};

export const pear: Lathe = {
  x: 1.0,
  z: 0.35,
  within: { radius: 0.65, low: 0, high: 1.75 },
  outline: (r, y) => join(circle(r, y - 0.62, 0.62), circle(r, y - 1.4, 0.3), 0.7),
};

export const lemon: Lathe = {
  x: 0.62,
  z: 1.62,
  lying: { cosine: 0.9, sine: -0.43589, height: 0.44 },
  within: { radius: 0.47, low: -0.74, high: 0.84 },
  outline: (r, along) => {
    const body = Math.sqrt((r + 0.36) ** 2 + along * along) - 0.8;
    return join(body, circle(r, along - 0.66, 0.1), 0.2);
  },
};

export const orange: Lathe = {
  x: -1.4,
  z: 0.75,
  within: { radius: 0.66, low: -0.01, high: 1.26 },
  outline: (r, y) => circle(r, (y - 0.62) * 1.03, 0.64) * 0.97,
};
