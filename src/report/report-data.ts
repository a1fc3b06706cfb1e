import { type CaseDocument, type FindingDocument, type LeadDocument, type TraceDocument } from '../disclosure/index.js';
import { type Role } from '../leads/index.js';
import { type LeadLayout } from './layout.js';
import { type TraceSummary } from './trace-summary.js';

/** One input file and what became of its records. */
export interface ReportInput {
  readonly name: string;
  readonly sha256: string;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly skipped: number;
  readonly notes: readonly string[];
}

/** What a person decided on a lead, as typed. Kept beside the case, and in no document. */
export interface ReportReview {
  readonly lead: string;
  readonly state: 'accept' | 'reject' | 'needs-info';
  readonly by: string;
  readonly reason: string;
  /** When it was given, as ISO 8601. */
  readonly time: string;
}

/** What a report says about the run. A manifest is one: it has these fields and more. */
export interface ReportRun {
  readonly version: string;
  readonly options: { readonly seed: number };
  readonly totals: {
    readonly read: number;
    readonly accepted: number;
    readonly quarantined: number;
    readonly skipped: number;
  };
  readonly inputs: readonly ReportInput[];
  /** Traces made with `--case` of exactly this case, to be shown with it; see `requireTraceOfCase`. Default none. */
  readonly traces?: readonly TraceDocument[] | undefined;
  /** Reviews kept beside the case, in the order in which they were given; the last of a lead counts. Default none. */
  readonly reviews?: readonly ReportReview[] | undefined;
  /** Evidence weights, by the SHA-256 of the code that simulated the worlds they were learned on. Default: not recorded. */
  readonly weights?: { readonly worlds: string };
}

/** A finding without its list of lines: the transfers of the lead say which findings they are in. */
export type ReportFinding = Omit<FindingDocument, 'evidence'> & { readonly transfers: number };

/** An answer in lines, with what limits it. */
export interface AskedWords {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

/** What is told of a lead as a whole, counted before anything was left out of the page. */
export interface WholeLead {
  readonly accounts: number;
  /** 0 where the data name none. */
  readonly institutions: number;
  /** Accounts of each role, in the order of the journey. */
  readonly roles: readonly (readonly [Role, number])[];
  /** Names of the countries that the lead touches, those of its accounts first. */
  readonly countries: readonly string[];
  readonly transfers: number;
  /** Of all its transfers, exact, one per currency. */
  readonly sums: readonly { readonly currency: string; readonly amount: string }[];
  readonly timeline: AskedWords;
  readonly askNext: AskedWords;
}

/** A lead with its findings, and where its accounts stand in the picture of the network. */
export type ReportLead = Omit<LeadDocument, 'findings'> & {
  readonly findings: readonly ReportFinding[];
  readonly layout: LeadLayout;
  readonly whole: WholeLead;
};

/** From transfers to leads: how much was set aside. */
export interface Funnel {
  readonly transfers: number;
  readonly findings: number;
  readonly explained: number;
  readonly outside: number;
  readonly inLeads: number;
  readonly leads: number;
}

/** What the page embeds: the case of a document, without findings outside leads, and positions. */
export type ReportData = Omit<CaseDocument, 'format' | 'leads' | 'findings'> & {
  readonly format: 1;
  readonly run: Omit<ReportRun, 'traces' | 'reviews'>;
  /** Null where no trace is shown. */
  readonly trace: readonly TraceSummary[] | null;
  /** Of the leads of the case, in the order in which they were given. */
  readonly reviews: readonly ReportReview[];
  readonly funnel: Funnel;
  readonly leads: readonly ReportLead[];
};
