import { type CaseDocument, type LeadDocument } from '../../disclosure/index.js';
import { type AccountKey } from '../../ledger/index.js';
import { type ComparedManifest, diffCauses, type DiffCauses } from './diff-causes.js';
import { diffFindings, type FindingsDiff } from './diff-findings.js';
import { accountsOf, matchLeads, type MatchedLeads } from './match-leads.js';
import { latestReviews, type Review } from './review.js';

/** A case to be compared, as it is on disk. */
export interface ComparedCase {
  readonly document: CaseDocument;
  readonly manifest: ComparedManifest;
  /** In the order in which they were given. */
  readonly reviews: readonly Review[];
}

/** A lead in one line. */
export interface LeadLine {
  readonly lead: string;
  readonly level: LeadDocument['level'];
  readonly score: number;
  readonly operators: number;
  /** What a reviewer said of it last; null: nothing. */
  readonly review: Review | null;
}

/** A lead that both cases have. */
export interface LeadDiff {
  readonly was: LeadLine;
  readonly now: LeadLine;
  readonly overlap: number;
  /** Operators that the newer lead has and the older has not; the newer case names them. */
  readonly appeared: readonly AccountKey[];
  /** Positions, from 1, in the older lead of operators that the newer has not. The newer case may have to keep them unnamed. */
  readonly gone: readonly number[];
  /** Other fields of the lead that differ. */
  readonly fields: readonly string[];
}

/** How two cases differ, and how they were made. */
export interface CaseDiff {
  readonly because: DiffCauses;
  readonly leads: {
    readonly appeared: readonly LeadLine[];
    readonly gone: readonly LeadLine[];
    readonly changed: readonly LeadDiff[];
    readonly unchanged: readonly LeadDiff[];
  };
  readonly findings: readonly FindingsDiff[];
}

/** Fields that are told on their own, and those that are ids or follow from others. */
const TOLD = new Set<string>(['lead', 'level', 'score', 'operators', 'findings', 'transfers', 'files']);

/**
 * What differs between two cases, and in how they were made. Leads are paired by the accounts of their operators
 * ({@link matchLeads}). Names accounts of the newer case only, and no payer. It cannot say which cause made which difference.
 */
export function diffCases(was: ComparedCase, now: ComparedCase): CaseDiff {
  const { matched, gone, appeared } = matchLeads(was.document, now.document);
  const [before, after] = [latestReviews(was.reviews), latestReviews(now.reviews)];
  const diffs = matched.map((pair) => diffLead(pair, before, after));
  const isSame = ({ was: older, now: newer, ...rest }: LeadDiff): boolean =>
    older.level === newer.level &&
    older.score === newer.score &&
    rest.appeared.length + rest.gone.length + rest.fields.length === 0;
  return {
    because: diffCauses(was.manifest, now.manifest),
    leads: {
      appeared: appeared.map((lead) => lineOf(lead, after)),
      gone: gone.map((lead) => lineOf(lead, before)),
      changed: diffs.filter((diff) => !isSame(diff)),
      unchanged: diffs.filter(isSame),
    },
    findings: diffFindings(was.document, now.document),
  };
}

function diffLead(
  { was, now, overlap }: MatchedLeads,
  before: ReadonlyMap<string, Review>,
  after: ReadonlyMap<string, Review>,
): LeadDiff {
  const [older, newer] = [accountsOf(was), accountsOf(now)];
  const isIn = (operator: LeadDocument['operators'][number], accounts: ReadonlySet<string>): boolean =>
    [...accountsOf({ operators: [operator] })].some((account) => accounts.has(account));
  const names = new Set([...Object.keys(was), ...Object.keys(now)]);
  const value = (lead: LeadDocument, name: string): string | undefined =>
    JSON.stringify(new Map<string, unknown>(Object.entries(lead)).get(name));
  return {
    was: lineOf(was, before),
    now: lineOf(now, after),
    overlap,
    appeared: now.operators
      .filter((operator) => !isIn(operator, older))
      .flatMap(({ accounts }) => accounts.map(({ institution, account }) => ({ institution, account }))),
    gone: was.operators.flatMap((operator, i) => (isIn(operator, newer) ? [] : [i + 1])),
    fields: [...names].filter((name) => !TOLD.has(name) && value(was, name) !== value(now, name)),
  };
}

function lineOf({ lead, level, score, operators }: LeadDocument, reviews: ReadonlyMap<string, Review>): LeadLine {
  return { lead, level, score, operators: operators.length, review: reviews.get(lead) ?? null };
}
