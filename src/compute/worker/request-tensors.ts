import type { Conv2dRequest, Conv2dSpec, RenderRequest, Request, Tensor } from "../types";

/** A tensor that the engine has been sent before. */
export interface TensorRef {
  readonly ref: number;
}

type Wired<S extends Conv2dSpec> = Omit<S, "input" | "weights"> & {
  readonly input: Tensor | TensorRef;
  readonly weights: Tensor | TensorRef;
};

/** A request as it crosses the border: large tensors by number, everything else in full. */
export type WireRequest =
  | Wired<Conv2dRequest>
  | (Omit<RenderRequest, "conv"> & { readonly conv: Wired<Conv2dSpec> })
  | Whole;

/** Requests that cross in full: without tensors, or with some that are sent once. */
type Whole = Exclude<Request, Conv2dRequest | RenderRequest>;

/** The request with every tensor replaced by what `pack` makes of it. */
export function packRequest(
  request: Request,
  pack: (tensor: Tensor) => Tensor | TensorRef,
): WireRequest {
  const wire = <S extends Conv2dSpec>(spec: S): Wired<S> => ({
    ...spec,
    input: pack(spec.input),
    weights: pack(spec.weights),
  });
  if (request.job === "render") return { ...request, conv: wire(request.conv) };
  return request.job === "conv2d" ? wire(request) : request;
}

/** The request with every reference replaced by its tensor. */
export function unpackRequest(wire: WireRequest, tensorOf: (ref: number) => Tensor): Request {
  const tensor = (value: Tensor | TensorRef) => ("ref" in value ? tensorOf(value.ref) : value);
  const unwire = (spec: Wired<Conv2dSpec>): Conv2dSpec => ({
    ...spec,
    input: tensor(spec.input),
    weights: tensor(spec.weights),
  });
  if (wire.job === "render") return { ...wire, conv: unwire(wire.conv) };
  if (wire.job !== "conv2d") return wire;
  return { ...unwire(wire), job: wire.job, ...partialsOf(wire) };
}

function partialsOf({ partialsOf }: Wired<Conv2dRequest>): { readonly partialsOf?: number } {
  return partialsOf === undefined ? {} : { partialsOf };
}
