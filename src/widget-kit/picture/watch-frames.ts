/**
 * Plays a stream out of sight and calls with the video once a new frame is there. While what
 * `onFrame` returned has not settled, frames are skipped. Ends with the signal.
 */
export async function watchFrames(
  stream: MediaStream,
  signal: AbortSignal,
  onFrame: (video: HTMLVideoElement) => void | Promise<unknown>,
): Promise<void> {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  signal.addEventListener("abort", () => {
    video.pause();
    video.srcObject = null;
  });
  await video.play();

  const next = (callback: () => void): void => {
    if (signal.aborted) return;
    if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(callback);
    else requestAnimationFrame(callback);
  };
  const take = async (): Promise<void> => {
    if (signal.aborted) return;
    try {
      if (video.videoWidth > 0) await onFrame(video);
    } finally {
      next(() => void take());
    }
  };
  next(() => void take());
}
