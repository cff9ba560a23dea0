/** Signals that end a run early: Ctrl-C, and the end of a job's time. */
const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Until the returned function is called, these signals are answered by reporting first and then ending as the signal
 * would have; a second one ends at once.
 */
export function onInterruption(report: () => Promise<void>): () => void {
  const release = () => {
    for (const signal of signals) process.off(signal, answer);
  };
  const answer = (signal: NodeJS.Signals) => {
    release();
    report().finally(() => process.kill(process.pid, signal));
  };
  for (const signal of signals) process.on(signal, answer);
  return release;
}
