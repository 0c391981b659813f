import type { DeviceRequest } from "../types";
import type { Jobs } from "./job";

/** A job whose code comes when it is first asked for; a failed fetch is tried again. */
export function late<J extends DeviceRequest["job"]>(load: () => Promise<Jobs[J]>): Jobs[J] {
  let loading: Promise<Jobs[J]> | null = null;
  const job = async (...given: Parameters<Jobs[J]>) => {
    loading ??= load();
    const loaded = await loading.catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return (loaded as (...all: typeof given) => unknown)(...given);
  };
  return job as Jobs[J];
}
