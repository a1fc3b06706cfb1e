import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A folder beside a target, in which files are gathered before they are moved into place. */
export interface DraftFolder {
  readonly path: string;
  /**
   * Removes the draft with all it holds. Where the system refuses, it stays for the next run to clear.
   * @returns its path if it stays, so that somebody can be told: it may hold the data of a case
   */
  discard(): Promise<string | undefined>;
  /** Says that the draft is where it belongs: nothing is removed any more. */
  settle(): void;
}

/** Drafts carry the process that writes them, with the millisecond of its start: `.case.draft-4711-1700000000000-a1B2c3`. */
const DRAFT = /^\..*\.draft-(\d+)-(\d+)-[A-Za-z0-9]{6}$/u;

/**
 * Makes a draft for `target`, and removes those beside it whose process has ended without doing so (killed, or without power):
 * drafts hold the data of a case. A draft whose process number another program has taken meanwhile stays until that has ended. A signal that ends the process takes the draft along and then does what it does. Signals that the host handles itself are left to it.
 */
export async function openDraft(target: string): Promise<DraftFolder> {
  await clearDrafts(dirname(target));
  const path = await mkdtemp(join(dirname(target), `.${basename(target)}.draft-${process.pid}-${startMs()}-`));
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
  const discard = async (): Promise<string | undefined> => {
    const left = await rm(path, { recursive: true, force: true }).then(
      () => undefined,
      () => path,
    );
    settle();
    return left;
  };
  return { path, discard, settle };
}

async function clearDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, pid, start] = DRAFT.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid), Number(start))) continue;
    // Somebody else's draft may not be ours to remove.
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Whether the process is at work. One of our own number is this one only if it started when this one did. */
function isRunning(pid: number, start: number): boolean {
  if (pid === process.pid) return start === startMs();
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function startMs(): number {
  return Math.floor(performance.timeOrigin);
}
