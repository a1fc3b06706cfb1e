import { type ProgressListener } from './progress.js';

/** Somebody who watches long work. */
export interface Watched {
  /** Told what is being done. Default: nobody. */
  readonly onProgress?: ProgressListener | undefined;
  /**
   * Ends the work with its reason. Looked at between steps. The library computes without pause, so a timer of the same thread
   * cannot abort it: abort from `onProgress`, or run the work in a thread that can be terminated. Default: never.
   */
  readonly signal?: AbortSignal | undefined;
}

/** Says that a step begins; throws the reason of the signal if the work was called off. */
export type Step = (stage: string, done?: number, total?: number, unit?: string) => void;

/** @returns what to call before each step of the work */
export function watchSteps({ onProgress, signal }: Watched): Step {
  return (stage, done = 0, total, unit = 'steps') => {
    signal?.throwIfAborted();
    onProgress?.({ stage, done, total, unit });
  };
}
