import { type Ties, type Watched } from '../foundation/index.js';
import { type CaseDocument, type CaseFile, type Lead, type ListedFinding } from '../disclosure/index.js';
import { type Corridor, type Detector, type GuardLists } from '../typologies/index.js';
import { type GuardSummary } from './guard-findings.js';
import { type ParameterChoices } from './judgement-parameters.js';

/** How `investigate` works; whoever watches is told of every stage and detector. */
export interface InvestigateOptions extends Watched {
  /** Seed of everything that draws numbers. Default 1. */
  readonly seed?: number;
  /** Louvain's resolution: above 1 finds smaller groups. Default 1. */
  readonly resolution?: number;
  /**
   * Accounts with more distinct counterparties than this are set aside as hubs and listed. Default: a tenth of all
   * accounts, but at least 400 and at most 1,000 [choice].
   */
  readonly hubDegreeCap?: number;
  /** Whether transfers of the same instant may follow each other. Default: by the data's precision. */
  readonly ties?: Ties;
  /** Community searches with further seeds, to see whether each lead's border is a community's. Default 20. */
  readonly stabilityRuns?: number;
  /** Treat all accounts of one holder as one. Default true. */
  readonly joinHolders?: boolean;
  /**
   * Judge the same payments with beneficiaries exchanged at random, this many times freely and as often inside sixteenths of
   * the period, and put the leads found in the case. More than none means that the file's noise can make a lead; none does not
   * mean that the leads are right, as an exchange takes innocent trades apart as well. 0 to 100. Costs twice as many whole
   * judgements. Default 0: not made.
   */
  readonly nullCheck?: number;
  /**
   * Judges the file again with each deciding parameter a fifth lower and higher, at most this many times: which leads come and go.
   * Each costs a whole judgement; 34 are all there are. It changes no lead. Default 0, none.
   */
  readonly sensitivity?: number;
  /** Ids of the detectors to run. Default all. */
  readonly only?: readonly string[];
  /**
   * Values that replace defaults, by set and parameter name: the id of a detector, or a name of `JUDGEMENT_SETS`.
   * Default none.
   */
  readonly parameters?: ParameterChoices;
  /** Detectors of your own, run after the library's. Default none. */
  readonly extraDetectors?: readonly Detector[];
  /**
   * Accounts that you vouch for: registered bodies, licensed remitters. Findings about nobody else are explained, and the
   * case names none of them; {@link Investigation.guarded} counts what that suppressed. Where holders are joined, one account
   * vouches for its holder. Default none.
   */
  readonly guardLists?: GuardLists;
  /**
   * Corridors of your own, whose order `corridor-order` looks for beside those of the library; one with the id of one of
   * those takes its place. They change no lead and no score. Default none.
   */
  readonly corridors?: readonly Corridor[];
}

/** The options in force, as they go into a manifest. */
export interface ResolvedInvestigateOptions {
  readonly seed: number;
  readonly resolution: number;
  readonly hubDegreeCap: number;
  readonly ties: Ties;
  readonly stabilityRuns: number;
  readonly joinHolders: boolean;
  readonly nullCheck: number;
  readonly sensitivity: number;
  readonly only: readonly string[] | undefined;
  /** Number of accounts vouched for, as given. */
  readonly guarded: { readonly registeredBodies: number; readonly licensedRemitters: number };
  /** Corridors of the user. */
  readonly corridors: readonly { readonly id: string; readonly version: number }[];
  /** Every number that decided, by set: of the judgement, and of every detector that ran. Defaults included. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The answer of `investigate`. */
export interface Investigation {
  /** Leads, strong ones first. None is proof, and none found does not mean that there is nothing. */
  readonly leads: readonly Lead[];
  /** All findings, inside leads or not. */
  readonly findings: readonly ListedFinding[];
  /** What guard lists suppressed; all zero if none were given. */
  readonly guarded: GuardSummary;
  /** The case as plain data, ready for JSON: what reports and exports take, and what case.json is. */
  readonly document: CaseDocument;
  /** The same beside the ledger, in account numbers and rows. */
  readonly caseFile: CaseFile;
  readonly options: ResolvedInvestigateOptions;
}
