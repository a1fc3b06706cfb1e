const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Has a signal that ends this process end a group of others first, and then do what it does. Where somebody else handles the signal,
 * the group is ended as well, and what becomes of this process is left to them. When this process is killed outright (SIGKILL), the
 * group goes on: nothing can be done at that moment.
 *
 * @param leader the process that the group is called by: one that was started detached
 * @returns takes it back, once the group has ended
 */
export function endTogether(leader: number): () => void {
  const own = new Set<NodeJS.Signals>(SIGNALS.filter((signal) => process.listenerCount(signal) === 0));
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    endGroup(leader);
    if (own.has(signal)) process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.prependListener(signal, onSignal);
  return release;
}

/** A group that has ended by itself needs no signal. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGTERM');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
