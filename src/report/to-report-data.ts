import { type CaseDocument, type FindingDocument, type LeadDocument } from '../disclosure/index.js';
import { fitLead, PAGE_LIMITS } from './fit-lead.js';
import { REPORT_FORMAT } from './document/report-format.js';
import type { LeadLayout } from './document/report-lead-schema.js';
import { layOutLead } from './layout.js';
import { type Funnel, type ReportData, type ReportFinding, type ReportReview, type ReportRun } from './report-data.js';
import { summariseTrace, type TraceSummary } from './trace-summary.js';
import { wholeLead } from './whole-lead.js';

/** What differs between a page, which holds a lead only up to a size and has pictures, and words. */
export interface ReportForm {
  /** What the report holds of a lead. Default `fitLead`. */
  readonly fit: (lead: LeadDocument) => LeadDocument;
  /** Gives this many of the accounts of a lead, the largest, their places. Default `layOutLead`. */
  readonly layOut: (lead: LeadDocument, seed: number, most: number) => LeadLayout;
}

const PAGE: ReportForm = Object.freeze({ fit: (lead: LeadDocument) => fitLead(lead), layOut: layOutLead });

/**
 * Makes what the page embeds. Adds nothing that the document does not hold, and names nobody that it does not name.
 * Same document and run, same data. Cost: the layout of each lead, O(iterations x pairs of accounts) for small ones.
 *
 * @throws InputError `trace-without-case`, `trace-other-case` where a trace names others than the operators of the case
 */
export function toReportData(document: CaseDocument, run: ReportRun, { fit, layOut }: ReportForm = PAGE): ReportData {
  const { leads, findings, ...rest } = withoutActivity(document);
  const byId = new Map(findings.map((finding) => [finding.finding, finding]));
  return {
    ...rest,
    format: REPORT_FORMAT,
    run: pickRun(run),
    trace: tracesOf(document, run),
    reviews: reviewsOf(leads, run),
    funnel: funnelOf(document),
    leads: leads.map((lead) => {
      const fitted = fit(lead);
      return {
        ...fitted,
        findings: lead.findings.flatMap((id) => {
          const finding = byId.get(id);
          return finding === undefined ? [] : [withoutLines(finding)];
        }),
        layout: layOut(fitted, run.options.seed, fitted === lead ? Infinity : PAGE_LIMITS.drawn),
        whole: wholeLead(lead, document),
      };
    }),
  };
}

/** Days of activity are asked of a case, and not shown on the page. */
function withoutActivity(document: CaseDocument): Omit<CaseDocument, 'activity'> {
  const rest = { ...document };
  delete rest.activity;
  return rest;
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
      notes: [...input.notes],
    })),
  };
}

function tracesOf(document: CaseDocument, { traces = [] }: ReportRun): TraceSummary[] | null {
  return traces.length === 0 ? null : traces.map((trace) => summariseTrace(trace, document));
}

/** A log may hold more of an entry than the page shows, and entries of leads that are left out. */
function reviewsOf(leads: readonly LeadDocument[], { reviews = [] }: ReportRun): ReportReview[] {
  const ids = new Set(leads.map(({ lead }) => lead));
  return reviews.flatMap(({ lead, state, by, reason, time }) =>
    ids.has(lead) ? [{ lead, state, by, reason, time }] : [],
  );
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
