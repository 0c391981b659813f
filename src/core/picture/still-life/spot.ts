/**
 * What is known about one spot of the scene while it is painted; written by the surfaces, read by
 * the light. Lengths are about decimetres: x to the right, y up from the table, z to the painter.
 */
export interface Spot {
  x: number;
  y: number;
  z: number;
  /** Direction from the painter's eye, length 1. */
  dx: number;
  dy: number;
  dz: number;
  /** Outward normal, length about 1. */
  nx: number;
  ny: number;
  nz: number;
  /** Share of light that comes back, by colour. */
  red: number;
  green: number;
  blue: number;
  /** Strength of the mirror image, 0 matt to 1 glazed. */
  gloss: number;
  /** Light that passes through thin or juicy things, 0 to 1. */
  glow: number;
}

/** A spot of which nothing is known. From the start all fields hold fractions, as engines like it. */
export function createSpot(): Spot {
  return {
    x: NaN,
    y: NaN,
    z: NaN,
    dx: NaN,
    dy: NaN,
    dz: NaN,
    nx: NaN,
    ny: NaN,
    nz: NaN,
    red: NaN,
    green: NaN,
    blue: NaN,
    gloss: NaN,
    glow: NaN,
  };
}

export function setColor(spot: Spot, red: number, green: number, blue: number): void {
  spot.red = red;
  spot.green = green;
  spot.blue = blue;
}

/** Moves a spot's colour towards another. */
export function blend(spot: Spot, red: number, green: number, blue: number, amount: number): void {
  spot.red += (red - spot.red) * amount;
  spot.green += (green - spot.green) * amount;
  spot.blue += (blue - spot.blue) * amount;
}

/** Tilts a spot's normal; the amounts are small. */
export function tilt(spot: Spot, x: number, y: number, z: number): void {
  const nx = spot.nx + x;
  const ny = spot.ny + y;
  const nz = spot.nz + z;
  const inverse = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
  spot.nx = nx * inverse;
  spot.ny = ny * inverse;
  spot.nz = nz * inverse;
}
