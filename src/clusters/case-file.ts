import { type Account, type Money, type Precision } from '../foundation/index.js';
import { type Finding } from '../evidence/index.js';
import { type AccountKey, type Ledger } from '../ledger/index.js';
import { type Protection, type ProtectedPayers, type RoleHypothesis } from '../roles/index.js';
import { type Level, type Score } from './score.js';

/** How often a cluster comes back when community detection is repeated with other seeds. */
export interface Stability {
  readonly runs: number;
  /** Mean over the runs of the best Jaccard overlap with a community of that run, 0..1. */
  readonly meanJaccard: number;
  /** Runs with an overlap of at least 0.8. */
  readonly appearsIn: number;
}

/** An account on the operating side of a cluster, and what it may be there. */
export interface Operator {
  readonly account: Account;
  /** More than one if its holder has several accounts. */
  readonly names: readonly AccountKey[];
  /** Best fit first; never empty. */
  readonly roles: readonly RoleHypothesis[];
}

/**
 * A lead: accounts whose flows, taken together, are consistent with a network that collects and moves fees. It needs
 * review by a person, is no evidence of guilt, and says nothing about the people who paid.
 */
export interface Cluster {
  /** `C001` onwards, highest score first. */
  readonly id: string;
  readonly level: Exclude<Level, 'context'>;
  readonly score: Score;
  readonly operators: readonly Operator[];
  readonly payers: ProtectedPayers;
  /** Distinct transfers that prove the cluster's findings. */
  readonly transferCount: number;
  /** What entered the cluster from outside within those transfers, one exact sum per currency. */
  readonly paidIn: readonly Money[];
  readonly firstMs: number;
  readonly lastMs: number;
  readonly precision: Precision;
  readonly stability: Stability;
  /** Registry ids of the fired findings, sorted. */
  readonly typologies: readonly string[];
}

/** A finding as it may be shown. */
export interface ListedFinding {
  /** `F00001` onwards. */
  readonly id: string;
  /** The lead it belongs to, or undefined. */
  readonly cluster: string | undefined;
  readonly finding: Finding;
  /** What was found, what it is not, how payers are treated, what else it may be. Names nobody. */
  readonly sentence: string;
  /** Subjects that may be named: operators of leads, and who handles money of others; the rest is counted, not named. */
  readonly accounts: readonly AccountKey[];
  readonly unnamedSubjects: number;
}

/**
 * Welfare concerns of one kind, as numbers: people who may be under coercion. They pay, so nobody of them is named; they are
 * in no score and no lead's evidence, and are not ordered by amount.
 */
export interface ProtectionConcern {
  readonly typology: string;
  /** Findings that fired and that no innocent alternative explains. */
  readonly findings: number;
  /** Different accounts concerned; undefined for fewer than three, which could point at somebody. */
  readonly concerned: number | undefined;
  /** The accounts that are paid, as far as they are named as operators of a lead anyhow. */
  readonly accounts: readonly AccountKey[];
}

/** A detector that could not be run, and what the data lacks. */
export interface NotEvaluable {
  readonly typology: string;
  readonly missing: readonly string[];
}

/** An account set aside for its many counterparties: listed, not judged. */
export interface ListedHub {
  /** Undefined where the account is a protected payer, or does not handle money of others. */
  readonly names: readonly AccountKey[] | undefined;
  readonly counterparties: number;
}

/**
 * A whole case, ready to be shown: the only thing that reports and exports accept. Names in it have passed
 * {@link Protection}; what it refers to by row is evidence by file and line.
 */
export interface CaseFile {
  readonly ledger: Ledger;
  readonly protection: Protection;
  readonly clusters: readonly Cluster[];
  readonly findings: readonly ListedFinding[];
  readonly protectionConcerns: readonly ProtectionConcern[];
  readonly hubs: readonly ListedHub[];
  readonly notEvaluable: readonly NotEvaluable[];
  /** Searches that a limit stopped: what was not looked at. */
  readonly incomplete: readonly string[];
  readonly remarks: readonly string[];
}
