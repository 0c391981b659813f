/** A ball of the scene; those of `grapes` are seen, those of `casters` only cast shadows. */
export interface Ball {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
}

const ball = (x: number, y: number, z: number, radius: number): Ball => ({ x, y, z, radius });

/** A bunch lying on the cloth. */
export const grapes: readonly Ball[] = [
  ball(1.62, 0.21, 1.72, 0.21),
  ball(1.98, 0.2, 1.62, 0.2),
  ball(2.3, 0.19, 1.42, 0.19),
  ball(1.5, 0.2, 1.32, 0.2),
  ball(1.86, 0.21, 1.22, 0.21),
  ball(2.22, 0.2, 1.05, 0.2),
  ball(1.66, 0.19, 0.95, 0.19),
  ball(2.02, 0.2, 0.8, 0.2),
  ball(1.78, 0.5, 1.5, 0.2),
  ball(2.08, 0.48, 1.32, 0.19),
  ball(1.7, 0.49, 1.14, 0.19),
  ball(2.0, 0.5, 1.02, 0.19),
  ball(1.88, 0.75, 1.24, 0.18),
];

/** Which thing a shadow belongs to, so that nothing is shaded by its own stand-in. */
export type Caster = "bottle" | "vase" | "apple" | "pear" | "lemon" | "orange" | "grapes";

/** Balls that stand in for the things when shadows are cast. */
export const casters: readonly (Ball & { readonly of: Caster })[] = [
  { ...ball(-1.3, 0.55, -1.15, 0.58), of: "bottle" },
  { ...ball(-1.3, 1.2, -1.15, 0.58), of: "bottle" },
  { ...ball(-1.3, 1.85, -1.15, 0.57), of: "bottle" },
  { ...ball(-1.3, 2.4, -1.15, 0.36), of: "bottle" },
  { ...ball(-1.3, 2.85, -1.15, 0.21), of: "bottle" },
  { ...ball(-1.3, 3.2, -1.15, 0.19), of: "bottle" },
  { ...ball(-1.3, 3.5, -1.15, 0.19), of: "bottle" },
  { ...ball(-1.3, 3.75, -1.15, 0.2), of: "bottle" },
  { ...ball(1.2, 1.08, -1.35, 1.0), of: "vase" },
  { ...ball(1.2, 2.1, -1.35, 0.45), of: "vase" },
  { ...ball(1.2, 2.5, -1.35, 0.46), of: "vase" },
  { ...ball(-0.1, 0.58, 0.55, 0.72), of: "apple" },
  { ...ball(1.0, 0.62, 0.35, 0.62), of: "pear" },
  { ...ball(1.0, 1.36, 0.35, 0.32), of: "pear" },
  { ...ball(0.42, 0.42, 1.72, 0.38), of: "lemon" },
  { ...ball(0.82, 0.42, 1.53, 0.36), of: "lemon" },
  { ...ball(-1.4, 0.62, 0.75, 0.63), of: "orange" },
  { ...ball(1.75, 0.25, 1.45, 0.36), of: "grapes" },
  { ...ball(2.12, 0.25, 1.15, 0.36), of: "grapes" },
  { ...ball(1.8, 0.3, 1.0, 0.34), of: "grapes" },
  { ...ball(1.92, 0.55, 1.26, 0.34), of: "grapes" },
];
