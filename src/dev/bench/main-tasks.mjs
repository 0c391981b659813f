/** Tasks of the page's main thread in a trace: `ts`, `dur` and processor time `tdur`, microseconds. */
export function mainTasks(traceEvents) {
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return traceEvents.filter(
    ({ name, pid, tid, dur }) =>
      name.endsWith("RunTask") && dur !== undefined && main.has(`${pid}/${tid}`),
  );
}
