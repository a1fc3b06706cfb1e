import { type CaseDocument, type FindingDocument, type LeadDocument } from '../disclosure/index.js';
import { fitLead, PAGE_LIMITS } from './fit-lead.js';
import { type LeadLayout, layOutLead } from './layout.js';
import { type WholeLead, wholeLead } from './whole-lead.js';

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
}

/** A finding without its list of lines: the transfers of the lead say which findings they are in. */
export type ReportFinding = Omit<FindingDocument, 'evidence'> & { readonly transfers: number };

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
  readonly run: ReportRun;
  readonly funnel: Funnel;
  readonly leads: readonly ReportLead[];
};

/** What differs between a page, which holds a lead only up to a size and has pictures, and words. */
export interface ReportForm {
  /** What the report holds of a lead. Default `fitLead`. */
  readonly fit: (lead: LeadDocument) => LeadDocument;
  /** Gives so many of the accounts of a lead, the largest, their places. Default `layOutLead`. */
  readonly layOut: (lead: LeadDocument, seed: number, most: number) => LeadLayout;
}

const PAGE: ReportForm = Object.freeze({ fit: (lead: LeadDocument) => fitLead(lead), layOut: layOutLead });

/**
 * Makes what the page embeds. Adds nothing that the document does not hold, and names nobody that it does not name.
 * Same document and run, same data. Cost: the layout of each lead, O(iterations x pairs of accounts) for small ones.
 */
export function toReportData(document: CaseDocument, run: ReportRun, { fit, layOut }: ReportForm = PAGE): ReportData {
  const { leads, findings, ...rest } = document;
  const byId = new Map(findings.map((finding) => [finding.finding, finding]));
  return {
    ...rest,
    format: 1,
    run: pickRun(run),
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

/** A run may be a whole manifest: the page holds what it shows and no more. */
function pickRun({ version, options, totals, inputs }: ReportRun): ReportRun {
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
