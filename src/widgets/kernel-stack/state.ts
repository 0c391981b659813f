/** Ways to see as far as the stack does. */
export const roadIds = ["stack", "single", "dilated", "thin", "depthwise"] as const;
export type RoadId = (typeof roadIds)[number];

/** What is compared. */
export const figureIds = ["weights", "macs", "maps", "bends", "field"] as const;
export type FigureId = (typeof figureIds)[number];

export interface State {
  /** Side of the small kernels. */
  readonly kernel: 3 | 5 | 7;
  /** How many of them. */
  readonly layers: number;
  /** Channels of the input, between the layers, and of the result. */
  readonly inputs: number;
  readonly between: number;
  readonly outputs: number;
  /** Side of the input map. */
  readonly side: number;
  readonly padding: "same" | "valid";
  /** An activation after every layer. */
  readonly activation: boolean;
  /** The number whose sum is written out. */
  readonly road: RoadId;
  readonly figure: FigureId;
}

/** Widest view: the large kernel's side. */
export const WIDEST = 31;
export const CHANNELS = { min: 1, max: 1024 } as const;
export const SIDES = { min: 1, max: 512 } as const;

/** Layers of a kernel up to the widest view. */
export const mostLayers = (kernel: number): number => Math.floor((WIDEST - 1) / (kernel - 1));

/** Side of the one kernel that sees what the stack sees. */
export const largeKernel = ({ kernel, layers }: Pick<State, "kernel" | "layers">): number =>
  layers * (kernel - 1) + 1;
