/** Runs call-backs one a turn of the event loop, in order, so that the page can paint in between. */
export function createTurns(): (callBack: () => void) => void {
  if (typeof setImmediate === "function") return (callBack) => void setImmediate(callBack);
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return (callBack) => {
    waiting.push(callBack);
    port2.postMessage(null);
  };
}
