import { type TraceDocument } from '../disclosure/index.js';

export type { Funnel, ReportData } from './document/report-data-schema.js';
export type { AskedWords, ReportFinding, ReportLead, WholeLead } from './document/report-lead-schema.js';

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
