import { reopenTier, withoutWebgl, type Choice, type DeviceSource } from "../device/choose";
import type { Tier } from "../types";
import { BACKOFF, type Rebuilds } from "./rebuilds";
import { pause, within } from "./within";

/** Longest time a device may take to be made again, in milliseconds. */
const BUILD_LIMIT = 4_000;

/**
 * Makes a device again after one was lost: the same tier after a growing wait, or a tier without
 * WebGL after too many losses, or as soon as the browser gives no context any more. Always answers.
 */
export async function recoverDevice(
  source: DeviceSource,
  tier: Tier,
  rebuilds: Rebuilds,
  /** Not begun before. */
  ready: Promise<unknown> = Promise.resolve(),
): Promise<Choice> {
  const wait = rebuilds.next(performance.now());
  if (wait === null) return withoutWebgl(source, "lost");
  await Promise.all([pause(Math.min(wait, BACKOFF[0])), ready]);
  if (wait > BACKOFF[0]) {
    if (tier.startsWith("webgl") && !source.probe().usable) return withoutWebgl(source, "lost");
    await pause(wait - BACKOFF[0]);
  }
  // Just after a crash the GPU process may not be up again: one more try before giving up.
  return (
    (await remake(source, tier)) ??
    (await pause(500).then(() => remake(source, tier))) ??
    withoutWebgl(source, "lost")
  );
}

async function remake(source: DeviceSource, tier: Tier): Promise<Choice | null> {
  const opening = reopenTier(source, tier);
  const outcome = await within(opening, BUILD_LIMIT);
  if (outcome.kind === "value") return outcome.value;
  if (outcome.kind === "late")
    void opening.then(
      ({ device }) => device.dispose(),
      () => {},
    );
  return null;
}
