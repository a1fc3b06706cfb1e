import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A folder beside a target, in which files are gathered before they are moved into place. */
export interface DraftFolder {
  readonly path: string;
  /** Removes the draft with all it holds. */
  discard(): Promise<void>;
  /** Says that the draft is where it belongs: nothing is removed any more. */
  settle(): void;
}

/**
 * Makes a draft for `target`. A signal that ends the process takes the draft along and then does what it does: drafts
 * hold the data of a case. Signals that the host handles itself are left to it.
 */
export async function openDraft(target: string): Promise<DraftFolder> {
  const path = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const own = SIGNALS.filter((signal) => process.listenerCount(signal) === 0);
  const settle = (): void => {
    for (const signal of own) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    settle();
    rmSync(path, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of own) process.on(signal, onSignal);
  const discard = async (): Promise<void> => {
    await rm(path, { recursive: true, force: true });
    settle();
  };
  return { path, discard, settle };
}
