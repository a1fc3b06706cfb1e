/** How close a source is to the official text; grade `choice` marks a default of ours that no source gives. */
export type Grade = 'official' | 'press' | 'secondary' | 'choice';

/** Where a rule comes from. */
export interface Citation {
  /** Stable bibliography key, such as `FIN-2014-A005`. */
  readonly key: string;
  readonly title: string;
  readonly grade: Grade;
}
