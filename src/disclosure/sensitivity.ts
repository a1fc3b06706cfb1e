/** What one move of one parameter does to the leads. */
export interface SensitivityMove {
  /** Set and name, such as `score.namedScore`. */
  readonly parameter: string;
  readonly factor: number;
  readonly from: number;
  readonly to: number;
  readonly leads: number;
  /** Leads that match none of the file's own; counted only. */
  readonly appeared: number;
  /** Ids of leads that match none after the move. */
  readonly gone: readonly string[];
  /** Leads that are there with other named accounts or another level; overlap of named accounts, 1 = the same. */
  readonly changed: readonly {
    readonly lead: string;
    readonly jaccard: number;
    readonly level: 'strong' | 'second-look';
  }[];
}

/** What appears and goes when deciding parameters are moved, one at a time. */
export interface Sensitivity {
  /** Leads of the file itself; their ids are those of the case. */
  readonly leads: number;
  readonly moves: readonly SensitivityMove[];
  /** Moves that the range of a parameter does not allow. */
  readonly notMoved: readonly { readonly parameter: string; readonly factor: number; readonly value: number }[];
  /** Leads that neither go nor change in any move. */
  readonly steady: readonly string[];
  /** False where a limit stopped it, or where the data cannot be judged. */
  readonly complete: boolean;
  readonly stoppedBy?: 'mostJudgements' | 'data';
  readonly note: string;
}
