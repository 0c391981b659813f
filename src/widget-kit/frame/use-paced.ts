import { useEffect, useMemo, useState } from "react";
import { createPace, type PaceOptions } from "../pace";

/**
 * What `read` says, followed while `follow` is true and no more often than `options` allow; the last
 * always arrives. `read` is called only then: give a new function when there is something new to
 * say, and the same one until then. The first reading is that of the first render.
 * @param options fixed for the life of the component
 */
export function usePaced<T>(read: () => T, follow: boolean, options: PaceOptions): T {
  const [shown, setShown] = useState(read);
  const pace = useMemo(
    () => createPace<() => T>((newest) => setShown(newest), options),
    // oxlint-disable-next-line react/exhaustive-deps -- fixed, as said above
    [],
  );
  useEffect(() => {
    if (follow) pace.call(read);
    else pace.cancel();
  }, [pace, read, follow]);
  useEffect(() => pace.cancel, [pace]);
  return shown;
}
