import type { Tensor } from "../types";

/** Most bytes that the engine keeps for tensors which nobody holds. */
const KEPT_BYTES = 128 * 2 ** 20;

interface Sent {
  readonly id: number;
  readonly bytes: number;
  holds: number;
}

/** Which tensors the engine has, so that each is sent once. */
export interface TensorIds {
  /** The number of a large or held tensor, sent now if it was not; null: it travels in full. */
  idOf(tensor: Tensor): number | null;
  /** Keeps a tensor with the engine until `unhold`, however small it is; answers its number. */
  hold(tensor: Tensor): number;
  /** Undoes one `hold`; `tell` gets the number while the engine still knows it. */
  unhold(tensor: Tensor, tell: (id: number) => void): void;
  /** Drops the longest unused tensors beyond the bound; for after a request that named some. */
  trim(): void;
}

/**
 * Tensors of fewer than `inlineBelow` bytes travel inside their request; Infinity where nothing is
 * copied anyway. A tensor is recognised by identity: numbers changed in place are not noticed. The
 * engine drops a tensor when the page has collected it, and the longest unused ones when
 * together they pass 128 MiB.
 */
export function createTensorIds(
  inlineBelow: number,
  send: (id: number, tensor: Tensor) => void,
  drop: (id: number) => void,
): TensorIds {
  const known = new WeakMap<Tensor, Sent>();
  /** By id, the longest unused first. */
  const order = new Map<number, { readonly sent: Sent; readonly tensor: WeakRef<Tensor> }>();
  let bytes = 0;
  let nextId = 1;
  const collected = new FinalizationRegistry<number>(forget);

  function forget(id: number): void {
    const entry = order.get(id);
    if (!entry) return;
    order.delete(id);
    bytes -= entry.sent.bytes;
    drop(id);
  }

  function sendNow(tensor: Tensor): Sent {
    const sent = { id: nextId++, bytes: tensor.data.byteLength, holds: 0 };
    known.set(tensor, sent);
    bytes += sent.bytes;
    order.set(sent.id, { sent, tensor: new WeakRef(tensor) });
    collected.register(tensor, sent.id);
    send(sent.id, compact(tensor));
    return sent;
  }

  function touch(tensor: Tensor): Sent {
    const sent = known.get(tensor);
    if (!sent) return sendNow(tensor);
    const entry = order.get(sent.id)!;
    order.delete(sent.id);
    order.set(sent.id, entry);
    return sent;
  }

  const isInline = (tensor: Tensor) => tensor.data.byteLength < inlineBelow;

  return {
    idOf(tensor) {
      return isInline(tensor) && !known.has(tensor) ? null : touch(tensor).id;
    },
    hold(tensor) {
      const sent = touch(tensor);
      sent.holds++;
      return sent.id;
    },
    unhold(tensor, tell) {
      const sent = known.get(tensor);
      if (!sent || sent.holds === 0) return;
      tell(sent.id);
      if (--sent.holds === 0 && isInline(tensor)) {
        known.delete(tensor);
        forget(sent.id);
      }
    },
    trim() {
      for (const [id, { sent, tensor }] of order) {
        if (bytes <= KEPT_BYTES) return;
        if (sent.holds > 0) continue;
        const alive = tensor.deref();
        if (alive) known.delete(alive);
        forget(id);
      }
    },
  };
}

/** A view into a larger buffer would be copied with all of it. */
function compact(tensor: Tensor): Tensor {
  return tensor.data.byteLength === tensor.data.buffer.byteLength
    ? tensor
    : { shape: tensor.shape, data: tensor.data.slice() };
}
