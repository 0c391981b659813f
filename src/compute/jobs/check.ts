import { geometryOf } from "../../core/conv/conv2d";
import type { ConvGeometry } from "../../core/conv/geometry";
import { RequestError } from "../errors";
import type { Conv2dRequest, RenderPlane, RenderRequest, RenderView, Request } from "../types";
import { requireBudget } from "./budget";
import type { PlanOf, Plans, RequestFor } from "./plan";

/** Jobs whose checks every page has; the check of any other is fetched when it is first asked for. */
type ReadyJob = "conv2d" | "render";
type LateJob = Exclude<Request["job"], ReadyJob>;

const ready: { readonly [J in ReadyJob]: (request: RequestFor<J>) => Plans[J] } = {
  conv2d: checkConv2d,
  render: checkRender,
};

const late: {
  readonly [J in LateJob]: () => Promise<(request: RequestFor<J>) => Plans[J]>;
} = {
  activationMoments: async () =>
    (await import("./activation-moments/check")).checkActivationMoments,
  conv2dBackward: async () => (await import("./conv2d-backward/check")).checkConv2dBackward,
  pool2d: async () => (await import("./pool2d/check")).checkPool2d,
  convStack: async () => (await import("./conv-stack/check")).checkConvStack,
  signalChain: async () => (await import("./signal-chain/check")).checkSignalChain,
  detection: async () => (await import("./detection/check")).checkDetection,
  receptiveFieldMeasured: async () => (await import("./receptive-field/check")).checkReceptiveField,
  trainStart: trainingCheck,
  trainStep: trainingCheck,
  trainState: trainingCheck,
  trainRewind: trainingCheck,
  trainPreview: trainingCheck,
  trainReading: trainingCheck,
  trainPictures: trainingCheck,
  trainStop: trainingCheck,
  predict: trainingCheck,
};

/**
 * Refuses a request that is malformed or too dear, before any device hears of it, and answers what
 * doing it needs to know.
 *
 * @throws {ShapeMismatchError | RequestError} sizes, channels, keys and limits out of range.
 * @throws {BudgetError} more work or memory than a page may take; the message says how much.
 */
export function checkRequest<R extends RequestFor<ReadyJob>>(request: R): PlanOf<R>;
export function checkRequest<R extends Request>(request: R): PlanOf<R> | Promise<PlanOf<R>>;
export function checkRequest(request: Request): unknown {
  const { job } = request;
  if (Object.hasOwn(ready, job)) return (ready[job as ReadyJob] as Check)(request);
  if (!Object.hasOwn(late, job)) throw new RequestError(`there is no job "${String(job)}"`);
  const fetchCheck = late[job as LateJob] as () => Promise<Check>;
  return fetchCheck().then((check) => check(request));
}

type Check = (request: Request) => unknown;

async function trainingCheck() {
  return (await import("./training/check")).checkTraining;
}

function checkConv2d(request: Conv2dRequest): ConvGeometry {
  const geometry = geometryOf(request);
  if (request.partialsOf !== undefined)
    requireChannel("partialsOf", request.partialsOf, geometry.outChannels);
  const planes = geometry.outChannels + (request.partialsOf === undefined ? 0 : inGroup(geometry));
  const filters = geometry.outChannels + (request.partialsOf === undefined ? 0 : 1);
  requireBudget(geometry, geometry.batch * filters, geometry.batch * planes);
  return geometry;
}

function checkRender({ conv, views }: RenderRequest): ConvGeometry {
  const geometry = geometryOf(conv);
  const keys = new Set<string>();
  const filters = new Set<number>();
  for (const view of views) {
    if (keys.has(view.key)) throw new RequestError(`two views are named "${view.key}"`);
    keys.add(view.key);
    checkPlane(view, geometry);
    checkScale(view);
    for (const channel of outChannelsOf(view.plane)) filters.add(channel);
  }
  requireBudget(geometry, filters.size, views.length);
  return geometry;
}

/** Output channels whose numbers a plane needs. */
export function outChannelsOf(plane: RenderPlane): readonly number[] {
  if (plane.of === "input") return [];
  return plane.of === "gradient" ? [plane.xChannel, plane.yChannel] : [plane.outChannel];
}

function inGroup(g: ConvGeometry): number {
  return g.inChannels / g.groups;
}

function requireChannel(name: string, value: number, count: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= count)
    throw new RequestError(`${name} must be a channel from 0 to ${count - 1}, got ${value}`);
}

function checkPlane({ key, plane, scale }: RenderView, g: ConvGeometry): void {
  for (const channel of outChannelsOf(plane))
    requireChannel(`view "${key}": output channel`, channel, g.outChannels);
  if (plane.of === "partial")
    requireChannel(`view "${key}": input channel`, plane.inChannel, inGroup(g));
  if (plane.of === "input" && plane.inChannel !== undefined)
    requireChannel(`view "${key}": input channel`, plane.inChannel, g.inChannels);
  const whole = plane.of === "input" && plane.inChannel === undefined;
  if (whole !== (scale.kind === "picture"))
    throw new RequestError(`view "${key}": the whole input and the picture scale go together`);
  if (whole && g.inChannels !== 1 && g.inChannels !== 3)
    throw new RequestError(`view "${key}": a picture has 1 or 3 channels, not ${g.inChannels}`);
  if (scale.kind === "angle" && plane.of !== "gradient")
    throw new RequestError(`view "${key}": the angle scale is for gradients`);
}

function checkScale({ key, scale }: RenderView): void {
  if ("limit" in scale && scale.limit !== "auto" && !(scale.limit > 0 && scale.limit < Infinity))
    throw new RequestError(`view "${key}": a limit must be positive and finite`);
  if (scale.kind === "clip" && !(Number.isFinite(scale.low) && Number.isFinite(scale.high)))
    throw new RequestError(`view "${key}": the ends of a clip scale must be finite`);
}
