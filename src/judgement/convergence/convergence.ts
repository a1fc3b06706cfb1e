import { type Row } from '../../foundation/index.js';

/** What the file as a whole shows of the same thing: `count` of `of`. */
export interface FileRate {
  readonly count: number;
  readonly of: number;
}

interface Part<Name extends string, Measured> {
  readonly name: Name;
  /** Natural logarithm of the odds it speaks for a convergence of fees, bounded either way; 0 = says nothing. */
  readonly nats: number;
  /** False where the data cannot show it; `nats` is then 0. */
  readonly evaluable: boolean;
  readonly measured: Readonly<Measured>;
  readonly fileRate: FileRate;
  /** Transfers that prove it, ascending. Empty for receivers below chance, which nobody is shown. */
  readonly rows: readonly Row[];
}

/** How many people paid the gatherers what was exceptional for them. */
export type PayersPart = Part<
  'payers',
  {
    /** Payer relations of the gatherers, and those of them that are exceptional. */
    payers: number;
    exceptionalPayers: number;
    /** Surprise of that, summed over the gatherers, and what the search for such a group costs; nats, unbounded. */
    surpriseNats: number;
    searchNats: number;
  }
>;

/** How much of what was gathered went on inside the group. Values in units of the file's median payment. */
export type PassagePart = Part<'passage', { gathered: number; inside: number; share: number }>;

/** How far the receiver lives on the group. Informs; the closure test has been passed before. */
export type MeetingPart = Part<
  'convergence',
  { gatherers: number; valueShare: number; payers: number; payersInside: number }
>;

/** How many outsiders get what looks like their living from the group. */
export type PayrollPart = Part<'payroll', { livings: number; members: number; days: number }>;

export type ConvergencePart = PayersPart | PassagePart | MeetingPart | PayrollPart;

/** `lead`: beyond chance, and not better read innocently. `setAside`: beyond chance, but it is. `belowChance`: neither. */
export type ConvergenceVerdict = 'lead' | 'setAside' | 'belowChance';

/** `payroll`: people live on what it pays, as of a trade with a common supplier. `kept`: most of it is kept, or spent elsewhere. */
export type InnocentReading = 'payroll' | 'kept';

/**
 * Why payroll could not be judged. `shortPeriod`: fewer days than wages need to show. `noClock`: no clock times. `noStanding`:
 * no relation of the file is standing, so it does not show who pays regularly.
 */
export type ReducedReason = 'shortPeriod' | 'noClock' | 'noStanding';

/** One receiver with the gatherers whose money reaches it, judged alone. */
export interface JudgedMeeting {
  readonly receiver: number;
  readonly feeders: readonly number[];
  readonly between: readonly number[];
  readonly parts: readonly [PayersPart, PassagePart, MeetingPart, PayrollPart];
  /** Accounts outside the group that paid a feeder what was exceptional for them. */
  readonly payerCount: number;
  readonly verdict: ConvergenceVerdict;
  readonly reading: InnocentReading | undefined;
}

/**
 * Receivers of one verdict that share accounts. It says that exceptional payments of several people, gathered by several
 * accounts, meet here; not why they were made. Accounts are nodes of the graph, ascending. An account may stand in more than
 * one list: a receiver may also gather, or pass on.
 */
export interface Convergence {
  readonly receivers: readonly number[];
  readonly gatherers: readonly number[];
  readonly between: readonly number[];
  /** Members left out because they paid another lead's gatherer out of money of their own: count them, never name them. */
  readonly withheld: readonly number[];
  /** Accounts outside that paid a gatherer what was exceptional for them; counted once each. */
  readonly payerCount: number;
  readonly verdict: ConvergenceVerdict;
  readonly reading: InnocentReading | undefined;
  /** Parts of the meeting that is first in `meetings`. */
  readonly parts: readonly ConvergencePart[];
  /** Each receiver's own judgement, the most surprising first. */
  readonly meetings: readonly JudgedMeeting[];
  /** Why part of the judgement was not possible. Empty = all of it was. */
  readonly reduced: readonly ReducedReason[];
}

/** All convergences of a file. */
export interface ConvergenceJudgement {
  /** Leads first, then what was set aside, then what chance may have made; each by surprise, the greatest first. */
  readonly convergences: readonly Convergence[];
  readonly reduced: readonly ReducedReason[];
}
