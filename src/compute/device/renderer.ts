/** What draws behind a WebGL context, judged by the name the driver gives itself. */
export type RendererKind = "hardware" | "software";

const software = /swiftshader|llvmpipe|softpipe|software|basic render|warp\b|swr\b/i;
const masked = /^(webkit webgl|mozilla|generic renderer|)$/i;

/** `"software"` also for names that say nothing: such a machine is measured, never assumed. */
export function rendererKind(renderer: string): RendererKind {
  return software.test(renderer) || masked.test(renderer.trim()) ? "software" : "hardware";
}
