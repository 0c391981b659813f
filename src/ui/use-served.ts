import { useState, useSyncExternalStore } from "react";

const never = () => () => {};
const no = () => false;
const yes = () => true;

/** Whether a component came with the page as it was made, and not while the reader was at it. */
export function useServed(): boolean {
  const served = useSyncExternalStore(never, no, yes);
  return useState(served)[0];
}
