import { type Sensitivity } from './sensitivity.js';
import { type Account, type Money, type Precision } from '../foundation/index.js';
import { type Finding } from '../evidence/index.js';
import { type NullCheck, type OperatorRule } from '../judgement/index.js';
import { type LeadPart, type RoleHypothesis, type Stability, type WeakLead } from '../leads/index.js';
import { type AccountKey, type Ledger } from '../ledger/index.js';
import { type ProtectedPayers, type Protection } from './protection.js';

/** An account on the operating side of a lead, by which rule it is there, and what it may be. */
export interface Operator {
  readonly account: Account;
  /** More than one if its holder has several accounts. */
  readonly names: readonly AccountKey[];
  /** Who holds it, by name. Undefined where the ledger kept no names; empty where the data give none that may be said. */
  readonly holders?: readonly string[];
  /** Number of the rule, see `OPERATOR_RULES`. */
  readonly rule: OperatorRule;
  /** Evidence weight in nats: how far its signs are consistent with an operator. No probability. */
  readonly score: number;
  readonly role: RoleHypothesis;
  /** The role that fits second best; undefined where no other fits. */
  readonly runnerUp: RoleHypothesis | undefined;
}

/**
 * A lead: accounts whose flows, taken together, are consistent with a network that collects and moves fees. It needs
 * review by a person, is no evidence of guilt, and says nothing about the people who paid.
 */
export interface Lead {
  /** `C001` onwards, in the order of the case. */
  readonly id: string;
  readonly level: 'strong' | 'second-look';
  /** Mean evidence weight of its accounts, in nats. It orders leads; it is no probability and never a percentage. */
  readonly score: number;
  /** Whether fee flows that converge support it as well. */
  readonly feeFlow: boolean;
  /** Named reasons, for and against; see {@link LeadPart}. */
  readonly parts: readonly LeadPart[];
  /** Score of an account about which nothing is remarkable. */
  readonly bias: number;
  /** What could not be measured, and why the whole judgement is reduced, in words. */
  readonly missing: readonly string[];
  readonly reduced: readonly string[];
  readonly operators: readonly Operator[];
  /** Further accounts of its group, counted only: too little is known of each for a name, or it may have merely paid. */
  readonly companions: number;
  readonly payers: ProtectedPayers;
  /** Distinct transfers that prove the lead and its findings. */
  readonly transferCount: number;
  /** What entered the lead from outside within those transfers, one exact sum per currency. */
  readonly paidIn: readonly Money[];
  readonly firstMs: number;
  readonly lastMs: number;
  readonly precision: Precision;
  /** Whether its border agrees with a community's over seeds. */
  readonly stability: Stability;
  /** Registry ids of the fired findings that enrich it, sorted. */
  readonly typologies: readonly string[];
}

/** A finding as it may be shown. */
export interface ListedFinding {
  /** `F00001` onwards. */
  readonly id: string;
  /** The lead it belongs to, or undefined. */
  readonly lead: string | undefined;
  readonly finding: Finding;
  /** What was found, what it is not, how payers are treated, what else it may be. Names nobody. */
  readonly sentence: string;
  /** Subjects that may be named; a subject that only pays is counted, not named. */
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

/** A detector or a judgement that could not be run, and what the data lacks. */
export interface NotEvaluable {
  readonly typology: string;
  readonly missing: readonly string[];
}

/** An account set aside for its many counterparties: listed, not judged. */
export interface ListedHub {
  /** Undefined where the account is a protected payer or never received anything. */
  readonly names: readonly AccountKey[] | undefined;
  readonly counterparties: number;
}

/** Groups that are no leads: counted, ranked and read, never named. */
export interface UnnamedGroups {
  /** Too weak to be named, the best first. */
  readonly weak: readonly WeakLead[];
  /** Set aside with the innocent reading that holds. */
  readonly setAside: readonly { readonly reading: string; readonly groups: number }[];
  /** Accounts left out of a lead because they paid another one out of money of their own. */
  readonly withheld: number;
}

/** What the judgement finds in a file and, with beneficiaries exchanged at random, in what is left of it by chance. */
export interface ListedNullCheck extends NullCheck {
  /** Leads of the file itself, to be held beside it. */
  readonly leads: number;
}

/**
 * A whole case, ready to be shown: the only thing that reports and exports accept. Names in it have passed
 * {@link Protection}; what it refers to by row is evidence by file and line.
 */
export interface CaseFile {
  readonly ledger: Ledger;
  readonly protection: Protection;
  readonly leads: readonly Lead[];
  readonly unnamed: UnnamedGroups;
  readonly findings: readonly ListedFinding[];
  readonly protectionConcerns: readonly ProtectionConcern[];
  readonly hubs: readonly ListedHub[];
  readonly notEvaluable: readonly NotEvaluable[];
  /** Searches that a limit stopped: what was not looked at. */
  readonly incomplete: readonly string[];
  readonly remarks: readonly string[];
  /** Undefined where it was not asked for, or where nothing could be judged. */
  readonly nullCheck?: ListedNullCheck | undefined;
  /** Undefined where it was not asked for, or where nothing could be judged. */
  readonly sensitivity?: Sensitivity | undefined;
}
