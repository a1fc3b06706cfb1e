import { type Account, type Row } from '../foundation/index.js';

/**
 * What a finding may do in a cluster's score. `primary` can open a review together with another family; `supporting`
 * counts beside a primary one; `low` likewise with a small weight. `welfare` is a concern for somebody who pays: it is in no
 * score, makes nobody an operator, and is shown as a number only.
 */
export type CountClass = 'primary' | 'supporting' | 'low' | 'welfare';

/** The kind of evidence. Findings of one family are not independent: only the strongest of a family counts. */
export type EvidenceFamily = 'structure' | 'time' | 'geography' | 'amount' | 'linkage';

/**
 * `fired`: the pattern holds. `explained`: it holds, and an innocent alternative passed its test as well; it is shown and
 * contributes nothing.
 */
export type FindingStatus = 'fired' | 'explained';

/** A measured value beside the parameter it was held against. Shares are 0..1, durations in hours, money in decimal text. */
export interface Measure {
  readonly name: string;
  readonly value: number | string;
  readonly unit: 'count' | 'share' | 'hours' | 'days' | 'money' | 'ratio';
  /** Currency of a `money` value. */
  readonly currency?: string;
  /** The parameter the value had to meet; left out where the value only informs. */
  readonly threshold?: number;
}

/** An innocent alternative that was tested against the same transfers. */
export interface AlternativeOutcome {
  /** A01 .. A17 of the domain's list, or R12 for the guard lists of the user. */
  readonly id: string;
  readonly title: string;
  /** `passed`: the alternative explains the pattern. `notEvaluable`: the data lacks what the test needs. */
  readonly outcome: 'passed' | 'notPassed' | 'notEvaluable';
  /** One sentence with the measured values; names no account. */
  readonly reason: string;
}

/**
 * One occurrence of a pattern. It says that transfers are *consistent with* the pattern and proves that with rows; it
 * never says why they were made.
 */
export interface Finding {
  /** Registry id of the detector, such as `funnel-account`. */
  readonly typology: string;
  readonly version: number;
  readonly countClass: CountClass;
  readonly family: EvidenceFamily;
  readonly status: FindingStatus;
  /** 1 when evaluated in full, 0.6 when a column was missing and a weaker form was used, or chance is not ruled out. */
  readonly strength: number;
  /** Set where chance could not be ruled out: shown with that remark, and nobody becomes an operator by it. */
  readonly mayBeChance?: true;
  /**
   * Set where a finding is shown beside others and changes nothing: no lead, no border of one, no proof, and it names nobody
   * who is not the operator of a lead anyway.
   */
  readonly contextOnly?: true;
  /** Accounts whose behaviour the finding is about, ascending. Never an account that merely pays in. */
  readonly subjects: readonly Account[];
  /** Accounts that pay the subjects in this finding, ascending: counted in output, never named there. */
  readonly payers: readonly Account[];
  /** Accounts that the subjects pay in this finding, ascending. */
  readonly receivers: readonly Account[];
  /** Transfers that prove the finding, ascending. */
  readonly rows: readonly Row[];
  readonly measured: readonly Measure[];
  readonly alternatives: readonly AlternativeOutcome[];
}
