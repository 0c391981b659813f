import type { Tensor } from "../../core/tensor";
import type { CameraState } from "./camera-message";
import { createPixelReader } from "./read-pixels";
import { watchFrames } from "./watch-frames";

export interface CameraOptions {
  /** Pixels along each side of the square frames; default 256. */
  readonly side?: number;
  readonly onState: (state: CameraState) => void;
  /**
   * Called with each frame, `[side, side, 3]`, values in [0, 1], not mirrored. The next one is read
   * when what this returns has settled: frames that come meanwhile are skipped, none is queued.
   */
  readonly onFrame: (frame: Tensor) => void | Promise<unknown>;
  /** Milliseconds until an unanswered question is called so; default 10 000. */
  readonly patience?: number;
}

export interface Camera {
  /** Asks for the camera; the browser may ask the reader. Does nothing while asking or live. */
  start(): Promise<void>;
  /** Turns the camera off, and forgets why it was; the last frame stays with whoever has it. */
  stop(): void;
  /** Stops for good. */
  dispose(): void;
}

const wish: MediaStreamConstraints = {
  audio: false,
  video: { width: { ideal: 640, max: 640 }, height: { ideal: 480, max: 480 } },
};

/** A camera that is off. Nothing is asked until `start`; the caller disposes. */
export function createCamera(options: CameraOptions): Camera {
  const { onFrame, onState, side = 256, patience = 10_000 } = options;
  let session: AbortController | null = null;

  function end(state: CameraState): void {
    session?.abort();
    session = null;
    onState(state);
  }

  async function start(): Promise<void> {
    if (session) return;
    if (!window.isSecureContext || !navigator.mediaDevices?.getUserMedia)
      return onState("insecure");
    const own = (session = new AbortController());
    const { signal } = own;
    onState("asking");
    const clock = setTimeout(() => !signal.aborted && onState("unanswered"), patience);
    signal.addEventListener("abort", () => clearTimeout(clock));
    try {
      const stream = await navigator.mediaDevices.getUserMedia(wish);
      clearTimeout(clock);
      const stop = () => stream.getTracks().forEach((track) => track.stop());
      if (signal.aborted) return stop();
      signal.addEventListener("abort", stop);
      for (const track of stream.getVideoTracks()) {
        track.addEventListener("ended", () => !signal.aborted && end("ended"), { signal });
      }
      const reader = createPixelReader(side);
      await watchFrames(stream, signal, (video) =>
        onFrame(reader.read(video, video.videoWidth, video.videoHeight)),
      );
      if (!signal.aborted) onState("live");
    } catch (error) {
      if (!signal.aborted) end(stateOf(error));
    }
  }

  return {
    start,
    stop: () => end("idle"),
    dispose() {
      session?.abort();
      session = null;
    },
  };
}

function stateOf(error: unknown): CameraState {
  switch (error instanceof Error ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    default:
      return "busy";
  }
}
