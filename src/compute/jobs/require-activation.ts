import type { ActivationSpec } from "../../core/activation/activation";
import { activationOf } from "../../core/activation/activations";
import { RequestError } from "../errors";

/**
 * Refuses an activation that is none, before any work starts.
 *
 * @throws {ParseError} a typed formula that is none: `at` is the character where it goes wrong.
 * @throws {RequestError} an unknown name; a setting that is not finite.
 */
export function requireActivation(spec: ActivationSpec): void {
  const name = typeof spec === "string" ? spec : spec.name;
  if (!activationOf(spec)) throw new RequestError(`there is no activation "${String(name)}"`);
  const setting = typeof spec === "string" || spec.name === "formula" ? 0 : settingOf(spec);
  if (!Number.isFinite(setting))
    throw new RequestError(`the setting of ${name} must be finite, got ${setting}`);
}

function settingOf(spec: Extract<ActivationSpec, { name: "leakyRelu" | "elu" }>): number {
  return spec.name === "leakyRelu" ? spec.slope : spec.alpha;
}
