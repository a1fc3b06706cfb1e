/** A report on long work: what is being done, how much of it is done, and out of how much if that is known. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number | undefined;
  readonly unit: string;
}

/** Receives progress; must return quickly and must not throw. The library itself never prints. */
export type ProgressListener = (progress: Progress) => void;
