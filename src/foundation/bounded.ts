/**
 * The answer of a search that may stop early. `complete: false` means that something was not looked at; `stoppedBy`
 * names the limit, and every report must show it.
 */
export interface Bounded<T> {
  readonly items: readonly T[];
  readonly complete: boolean;
  readonly stoppedBy: string | undefined;
}

/** A finished search. */
export function complete<T>(items: readonly T[]): Bounded<T> {
  return { items, complete: true, stoppedBy: undefined };
}

/** A search that a limit ended; `stoppedBy` names it, such as `maxFindings 10000`. */
export function stopped<T>(items: readonly T[], stoppedBy: string): Bounded<T> {
  return { items, complete: false, stoppedBy };
}
