import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import { droppedFiles } from "./dropped-files";

/**
 * Lets files be dropped anywhere on an element, and pasted while the focus or the pointer is in it.
 * Text that is dropped or pasted is left alone, so typing in the figure's fields stays possible.
 *
 * @returns whether files hang over the element, so that it can show itself ready
 */
export function usePictureDrop(
  target: RefObject<HTMLElement | null> | undefined,
  onFiles: (files: readonly File[]) => void,
  disabled = false,
): boolean {
  const [over, setOver] = useState(false);
  const newest = useRef(onFiles);
  useEffect(() => {
    newest.current = onFiles;
  });

  useEffect(() => {
    const element = target?.current;
    if (!element || disabled) return;
    const stop = new AbortController();
    const { signal } = stop;
    const take = (transfer: DataTransfer) =>
      void droppedFiles(transfer).then((files) => {
        if (!signal.aborted) newest.current(files);
      });
    const hover = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setOver(true);
    };
    element.addEventListener("dragenter", hover, { signal });
    element.addEventListener("dragover", hover, { signal });
    element.addEventListener(
      "dragleave",
      (event) => {
        if (!element.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      { signal },
    );
    element.addEventListener(
      "drop",
      (event) => {
        setOver(false);
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        take(event.dataTransfer);
      },
      { signal },
    );
    document.addEventListener(
      "paste",
      (event) => {
        const here = element.contains(document.activeElement) || element.matches(":hover");
        if (!here || !event.clipboardData?.files.length) return;
        event.preventDefault();
        take(event.clipboardData);
      },
      { signal },
    );
    return () => {
      stop.abort();
      setOver(false);
    };
  }, [target, disabled]);

  return over;
}
