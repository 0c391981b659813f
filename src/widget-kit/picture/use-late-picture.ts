import { useEffect } from "react";
import type { Assets } from "../define-widget";

/**
 * Looks at the same state anew when a picture that is painted elsewhere has come.
 *
 * @param waiting settles when it has; `null` while none is awaited.
 */
export function useLatePicture(
  waiting: Promise<void> | null,
  { assets, setAssets }: { readonly assets: Assets; readonly setAssets: (assets: Assets) => void },
): void {
  useEffect(() => {
    if (!waiting) return;
    let current = true;
    void waiting.then(() => current && setAssets({ ...assets }));
    return () => void (current = false);
  }, [waiting, assets, setAssets]);
}
