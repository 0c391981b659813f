/**
 * The vocabulary between the page and the engine. Plain data only: every request survives
 * `structuredClone`. `import type` from here is the one thing widgets may take from compute.
 */
import type { ColorScale, PlaneRange } from "../core/color/scale";
import type { Padding, PaddingMode, Pair } from "../core/conv/geometry";
import type { Tensor } from "../core/tensor";
import type { ActivationMomentsRequest, ActivationMomentsResult } from "./activation-moments";
import type { Conv2dBackwardRequest, Conv2dBackwardResult } from "./conv2d-backward";
import type { ConvStackRequest, ConvStackResult } from "./conv-stack";
import type { DetectionRequest, DetectionResult } from "./detection";
import type { ReceptiveFieldRequest, ReceptiveFieldResult } from "./receptive-field";
import type { Pool2dRequest, Pool2dResult } from "./pool2d";
import type { SignalChainRequest, SignalChainResult } from "./signal-chain";
import type { TrainingRequest, TrainingResults } from "./training";

export type { DetectionRequest, DetectionResult, SignalChainRequest, SignalChainResult };
export type { ConvStackRequest, ConvStackResult };
export type { ColorScale, Padding, PaddingMode, Pair, PlaneRange, Tensor };

/** Where and in which arithmetic the numbers are made. */
export type Tier = "webgl-f32" | "webgl-f16" | "wasm" | "cpu";

/** A convolution as data; shapes NHWC and HWIO. */
export interface Conv2dSpec {
  /** `[batch, height, width, inChannels]`. Large inputs are sent once and recognised by identity. */
  readonly input: Tensor;
  /** `[kernelHeight, kernelWidth, inChannels / groups, outChannels]` */
  readonly weights: Tensor;
  /** `[outChannels]`; zeros when absent. */
  readonly bias?: readonly number[];
  readonly stride?: Pair;
  readonly padding?: Padding;
  readonly paddingMode?: PaddingMode;
  readonly dilation?: Pair;
  readonly groups?: number;
  /** Default `"identity"`. */
  readonly activation?: "identity" | "relu";
}

/** Numbers out: the feature maps, and on request one partial map per (input, output) channel. */
export interface Conv2dRequest extends Conv2dSpec {
  readonly job: "conv2d";
  /** Output channel whose partial maps are wanted, before summing over input channels. */
  readonly partialsOf?: number;
}

export interface Conv2dResult {
  readonly job: "conv2d";
  /** `[batch, outHeight, outWidth, outChannels]` */
  readonly output: Tensor;
  /** `[batch, outHeight, outWidth, inChannels / groups]` for `partialsOf` */
  readonly partials?: Tensor;
}

/** Which plane of the running convolution a picture shows. */
export type RenderPlane =
  /** The input; one channel, or all of them when `inChannel` is absent (kind `picture`). */
  | { readonly of: "input"; readonly inChannel?: number }
  /** Σ over one input channel's kernel only, before summing. */
  | { readonly of: "partial"; readonly inChannel: number; readonly outChannel: number }
  /** The partial maps summed, before the bias. */
  | { readonly of: "sum"; readonly outChannel: number }
  /** Sum plus bias. */
  | { readonly of: "preActivation"; readonly outChannel: number }
  /** After the activation. */
  | { readonly of: "output"; readonly outChannel: number }
  /** √(x² + y²) of two pre-activation channels, or their direction under the `angle` scale. */
  | { readonly of: "gradient"; readonly xChannel: number; readonly yChannel: number };

export interface RenderView {
  /** Name under which the result carries this picture; unique in the request. */
  readonly key: string;
  readonly plane: RenderPlane;
  readonly scale: ColorScale;
}

/** Pictures out, without reading the numbers back: one bitmap and one measured range a view. */
export interface RenderRequest {
  readonly job: "render";
  readonly conv: Conv2dSpec;
  readonly views: readonly RenderView[];
}

/** A picture ready for a canvas: zero-copy where the platform can, plain pixels elsewhere. */
export interface RenderedPicture {
  readonly width: number;
  readonly height: number;
  /** In a browser. The receiver closes it. */
  readonly bitmap?: ImageBitmap;
  /** Row-major RGBA, where there is no ImageBitmap (Node, tests). */
  readonly pixels?: Uint8ClampedArray;
  readonly range: PlaneRange;
  /** The limit the colour scale ended up with (resolved `"auto"`). */
  readonly limit: number;
}

export interface RenderResult {
  readonly job: "render";
  readonly pictures: Readonly<Record<string, RenderedPicture>>;
}

/** What a device does; the runs of training outlive devices and are the engine's. */
export type DeviceRequest =
  | ActivationMomentsRequest
  | Conv2dRequest
  | Conv2dBackwardRequest
  | RenderRequest
  | SignalChainRequest
  | DetectionRequest
  | ReceptiveFieldRequest
  | Pool2dRequest
  | ConvStackRequest;

export type Request = DeviceRequest | TrainingRequest;

/** What each job answers. */
export interface Results extends TrainingResults {
  readonly activationMoments: ActivationMomentsResult;
  readonly conv2d: Conv2dResult;
  readonly conv2dBackward: Conv2dBackwardResult;
  readonly render: RenderResult;
  readonly pool2d: Pool2dResult;
  readonly convStack: ConvStackResult;
  readonly signalChain: SignalChainResult;
  readonly receptiveFieldMeasured: ReceptiveFieldResult;
  readonly detection: DetectionResult;
}

export type ResultOf<R extends Request> = Results[R["job"]];
export type Result = Results[keyof Results];

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Higher runs first; default 0. A presenter's widget asks with 1. */
  readonly priority?: number;
  /**
   * Requests of one lane replace each other: at most one runs and one waits, and the newest wins.
   * A replaced request rejects with `SupersededError`.
   */
  readonly lane?: string;
  /**
   * Hears what work that takes long has come to so far, each time all of it; after a lost device it
   * may be less than before. Never called once the run has settled.
   */
  readonly onPart?: (part: Result & Timed) => void;
}

export interface ComputeStatus {
  readonly tier: Tier;
  /** What the driver calls itself, e.g. "ANGLE (…SwiftShader…)"; "" off the GPU. */
  readonly renderer: string;
  readonly precision: "float32" | "float16";
  /** False when the engine had to run on the page thread. */
  readonly worker: boolean;
  readonly memory: { readonly tensors: number; readonly bytes: number };
  /** Counts device rebuilds; nothing computed in one epoch is ever delivered in another. */
  readonly epoch: number;
  readonly state: "ready" | "recovering" | "disposed";
  /** One sentence for the reader when this is not the tier the machine would have deserved. */
  readonly notice?: string;
}

export interface ComputeOptions {
  /** Forces a tier; without it the engine probes and measures. */
  readonly tier?: Tier;
  readonly onStatus?: (status: ComputeStatus) => void;
}

/** A tensor kept on the device until released. */
export interface Lease extends Disposable {
  readonly tensor: Tensor;
  release(): void;
}

export interface Compute {
  /** Runs a job. Rejects with a typed error, never hangs, never answers from a dead device. */
  run<R extends Request>(request: R, options?: RunOptions): Promise<ResultOf<R> & Timed>;
  /** Keeps a tensor on the device for repeated use; the caller releases it. */
  hold(tensor: Tensor): Lease;
  status(): ComputeStatus;
  /** Changes the tier while running; queued work is done on the new one. */
  switchTier(tier: Tier | "auto"): Promise<void>;
  dispose(): Promise<void>;
}

/** How long the engine worked on a result, in milliseconds, without queueing; and where. */
export interface Timed {
  readonly milliseconds: number;
  readonly tier: Tier;
  readonly epoch: number;
}
