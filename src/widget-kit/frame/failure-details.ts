import type { ComputeStatus } from "../../compute/types";

/** Everything about a failed figure that helps to mend it, as text to paste into a report. */
export function failureDetails(
  error: Error,
  name: string,
  id: string,
  status: ComputeStatus | null,
): string {
  return [
    `Figure: ${name} (${id})`,
    `Page: ${location.href}`,
    `Engine: ${status ? JSON.stringify(status) : "not started"}`,
    `Browser: ${navigator.userAgent}`,
    error.stack ?? String(error),
  ].join("\n");
}
