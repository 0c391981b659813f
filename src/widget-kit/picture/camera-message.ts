export type CameraState =
  | "idle"
  | "asking"
  | "live"
  | "denied"
  | "missing"
  | "busy"
  | "unanswered"
  | "ended"
  | "insecure";

/** One sentence for each state of the camera; `null` where there is nothing to say. */
export const cameraMessage: Readonly<Record<CameraState, string | null>> = {
  idle: null,
  asking: "Your browser asks whether this page may use the camera.",
  live: "The camera is on; its pictures stay on this computer.",
  denied:
    "The browser did not allow the camera; it can be allowed in the site settings beside the address.",
  missing: "No camera was found on this computer.",
  busy: "The camera is used by another program; close that and try again.",
  unanswered: "The browser’s question about the camera is still open; answer it, or go on without.",
  ended: "The camera stopped; its last picture stays.",
  insecure: "Browsers allow the camera only on pages loaded over https or from this computer.",
};
