import { type CaseDocument, type FindingDocument, type LeadDocument, type TraceDocument } from '../disclosure/index.js';
import { type LeadLayout, layOutLead } from './layout.js';
import { summariseTrace, type TraceSummary } from './trace-summary.js';

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
  /** Evidence weights, by the SHA-256 of the code that simulated the worlds they were learned on. Default: not recorded. */
  readonly weights?: { readonly worlds: string };
}

/** A finding without its list of lines: the transfers of the lead say which findings they are in. */
export type ReportFinding = Omit<FindingDocument, 'evidence'> & { readonly transfers: number };

/** A lead with its findings, and where its accounts stand in the picture of the network. */
export type ReportLead = Omit<LeadDocument, 'findings'> & {
  readonly findings: readonly ReportFinding[];
  readonly layout: LeadLayout;
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
  readonly run: Omit<ReportRun, 'traces'>;
  /** Null where no trace is shown. */
  readonly trace: readonly TraceSummary[] | null;
  readonly funnel: Funnel;
  readonly leads: readonly ReportLead[];
};

/** Gives the accounts of a lead their places; words need none. */
export type LayOut = (lead: LeadDocument, seed: number) => LeadLayout;

/**
 * Makes what the page embeds. Adds nothing that the document does not hold, and names nobody that it does not name.
 * Same document and run, same data. Cost: the layout of each lead, O(iterations x pairs of accounts) for small ones.
 *
 * @throws InputError `trace-without-case`, `trace-other-case` where a trace names others than the operators of the case
 */
export function toReportData(document: CaseDocument, run: ReportRun, layOut: LayOut = layOutLead): ReportData {
  const { leads, findings, ...rest } = document;
  const byId = new Map(findings.map((finding) => [finding.finding, finding]));
  return {
    ...rest,
    format: 1,
    run: pickRun(run),
    trace: tracesOf(document, run),
    funnel: funnelOf(document),
    leads: leads.map((lead) => ({
      ...lead,
      findings: lead.findings.flatMap((id) => {
        const finding = byId.get(id);
        return finding === undefined ? [] : [withoutLines(finding)];
      }),
      layout: layOut(lead, run.options.seed),
    })),
  };
}

/** A run may be a whole manifest: the page holds what it shows and no more. */
function pickRun({ version, options, totals, inputs }: ReportRun): ReportData['run'] {
  const { read, accepted, quarantined, skipped } = totals;
  return {
    version,
    options: { seed: options.seed },
    totals: { read, accepted, quarantined, skipped },
    inputs: inputs.map((input) => ({
      name: input.name,
      sha256: input.sha256,
      read: input.read,
      accepted: input.accepted,
      quarantined: input.quarantined,
      skipped: input.skipped,
      notes: input.notes,
    })),
  };
}

function tracesOf(document: CaseDocument, { traces = [] }: ReportRun): readonly TraceSummary[] | null {
  return traces.length === 0 ? null : traces.map((trace) => summariseTrace(trace, document));
}

function funnelOf({ data, findings, leads }: CaseDocument): Funnel {
  const explained = findings.filter(({ status }) => status === 'explained').length;
  const inLeads = findings.filter(({ status, lead }) => status === 'fired' && lead !== null).length;
  return {
    transfers: data.transfers,
    findings: findings.length,
    explained,
    outside: findings.length - explained - inLeads,
    inLeads,
    leads: leads.length,
  };
}

function withoutLines({ evidence, ...finding }: FindingDocument): ReportFinding {
  return { ...finding, transfers: evidence.reduce((count, { lines }) => count + lines.length, 0) };
}
