import { useCallback, useState, type DetailsHTMLAttributes, type Ref } from "react";

/** Whether a `details` stands open, also when it was opened before its figure came alive. */
export function useOpened(): readonly [
  boolean,
  Required<Pick<DetailsHTMLAttributes<HTMLDetailsElement>, "onToggle">> & {
    readonly ref: Ref<HTMLDetailsElement>;
  },
] {
  const [opened, setOpened] = useState(false);
  const ref = useCallback((details: HTMLDetailsElement | null) => {
    if (details) setOpened(details.open);
  }, []);
  return [opened, { ref, onToggle: (event) => setOpened(event.currentTarget.open) }];
}
