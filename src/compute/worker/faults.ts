/**
 * Breaks an engine on purpose, so that tests can see it recover. Loaded only by an engine made with
 * `faults`; a page in use never fetches this.
 */

export type Fault =
  /** The live WebGL contexts are lost, politely. */
  | "lose-context"
  /** The GPU's fences never signal from now on. */
  | "hang"
  /** The worker ends without a word. */
  | "close"
  /** An error nobody catches; a rejection nobody handles. */
  | "throw"
  | "reject"
  /** From birth: no WebGL; contexts that are born lost; no OffscreenCanvas. */
  | "no-webgl"
  | "born-lost";

export interface Faults {
  apply(fault: Fault): void;
  /** Contexts asked for since the start. */
  readonly contexts: number;
}

interface CanvasClass {
  readonly prototype: { getContext: (...args: never[]) => unknown };
}

/** Watches the WebGL contexts made in this thread from now on. */
export function watchFaults(scope: typeof globalThis & { close?: () => void }): Faults {
  const contexts: WeakRef<WebGL2RenderingContext>[] = [];
  let hidden = false;
  const classes = [scope.OffscreenCanvas, scope.HTMLCanvasElement] as unknown as (
    | CanvasClass
    | undefined
  )[];
  for (const canvas of classes) {
    if (!canvas) continue;
    const original = canvas.prototype.getContext;
    canvas.prototype.getContext = function (this: unknown, ...args: never[]) {
      const isWebgl = /webgl/.test(String(args[0]));
      if (isWebgl && hidden) return null;
      const context = original.apply(this, args);
      if (isWebgl && context) contexts.push(new WeakRef(context as WebGL2RenderingContext));
      return context;
    };
  }

  function apply(fault: Fault): void {
    const { prototype } = scope.WebGL2RenderingContext;
    switch (fault) {
      case "lose-context":
        for (const context of contexts)
          context.deref()?.getExtension("WEBGL_lose_context")?.loseContext();
        return;
      case "hang":
        prototype.clientWaitSync = () => prototype.TIMEOUT_EXPIRED;
        prototype.getSyncParameter = () => prototype.UNSIGNALED;
        return;
      case "close":
        return scope.close?.();
      case "throw":
        setTimeout(() => {
          throw new Error("a fault on purpose");
        });
        return;
      case "reject":
        void Promise.reject(new Error("a fault on purpose"));
        return;
      case "no-webgl":
        hidden = true;
        return;
      case "born-lost":
        prototype.isContextLost = () => true;
        return;
    }
  }

  return {
    apply,
    get contexts() {
      return contexts.length;
    },
  };
}
