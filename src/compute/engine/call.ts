import type { Request, Result, Timed } from "../types";
import { closePictures } from "../worker/result-buffers";

/** One request and the promise its asker waits on; settles once. */
export class Call {
  readonly promise: Promise<Result & Timed>;
  #settled = false;
  #resolve!: (result: Result & Timed) => void;
  #reject!: (error: unknown) => void;

  /** `done` is told when the call has settled, whichever way. */
  constructor(
    readonly request: Request,
    private readonly done: (call: Call) => void,
  ) {
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** Delivers a result; the pictures of one that nobody waits for any more are freed. */
  resolve(result: Result & Timed): void {
    if (this.#settled) return closePictures(result);
    this.#settle();
    this.#resolve(result);
  }

  reject(error: unknown): void {
    if (this.#settled) return;
    this.#settle();
    this.#reject(error);
  }

  #settle(): void {
    this.#settled = true;
    this.done(this);
  }
}
