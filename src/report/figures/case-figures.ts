import { type CaseDocument } from '../../disclosure/index.js';
import { UsageError } from '../../foundation/index.js';
import { readGeography } from '../pictures/geography.js';
import { type ReportRun } from '../report-data.js';
import { toReportData } from '../to-report-data.js';
import { figureLead, type FigureLead, type FigureResult } from './figure-lead.js';
import { flowFigure } from './flow-figure.js';
import { mapFigure } from './map-figure.js';
import { scoreFigure } from './score-figure.js';
import { sourceLine } from './source-line.js';
import { timeFigure } from './time-figure.js';

/** Leads that have figures unless they are asked for by name: the strongest. */
export const MOST_FIGURE_LEADS = 20;

const FIGURES: readonly (readonly [name: string, draw: (lead: FigureLead) => FigureResult])[] = [
  ['flow', flowFigure],
  ['time', timeFigure],
  ['map', mapFigure],
  ['score', scoreFigure],
];

/** A figure: a picture for print, in SVG. */
export interface CaseFigure {
  /** Such as `C001-flow`, without an ending. */
  readonly name: string;
  readonly svg: string;
}

/** Figures of a case, and what there is none of. */
export interface CaseFigures {
  readonly figures: readonly CaseFigure[];
  /** Figures that the case does not allow, such as a map of data without countries. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
  /** Leads beyond the limit that were not asked for by name. */
  readonly leadsLeftOut: number;
}

/**
 * Flow, time, map and score of each lead as pictures for print: 1,200 pixels wide, light, with title, legend, sums, source and
 * caution, told apart by shapes and hatching as well as by colour. They hold what the document holds: operators by their
 * accounts, payers as groups with numbers. Same document, run and template, same bytes.
 *
 * @param run - what is known of the run, such as its manifest
 * @param template - the template of the page, which holds outlines and names of countries
 * @param options.leads - only these; default: the 20 strongest
 * @throws UsageError `unknown-lead`, `template`; `no-transfers` where a case was redacted so far that no transfers are left
 */
export function caseFigures(
  document: CaseDocument,
  run: ReportRun,
  template: string,
  { leads }: { readonly leads?: readonly string[] } = {},
): CaseFigures {
  const unknown = leads?.find((id) => !document.leads.some(({ lead }) => lead === id));
  if (unknown !== undefined) {
    throw new UsageError('unknown-lead', `Expected a lead of the case but received ${unknown}`);
  }
  if (document.redaction?.level === 'public') {
    throw new UsageError(
      'no-transfers',
      'Expected a case with transfers but a case redacted for public has none to draw',
    );
  }
  const chosen =
    leads === undefined
      ? document.leads.slice(0, MOST_FIGURE_LEADS)
      : document.leads.filter(({ lead }) => leads.includes(lead));
  const data = toReportData({ ...document, leads: chosen }, run, {
    fit: (lead) => lead,
    layOut: () => ({ accounts: [], groups: [] }),
  });
  const parts = { geography: readGeography(template), source: sourceLine(document, run) };
  const drawn = data.leads.flatMap((lead) => {
    const ready = figureLead(data, lead, parts);
    return FIGURES.map(([name, draw]) => ({ name: `${lead.lead}-${name}`, ...draw(ready) }));
  });
  return {
    figures: drawn.flatMap((one) => ('svg' in one ? [{ name: one.name, svg: one.svg }] : [])),
    leftOut: drawn.flatMap((one) => ('leftOut' in one ? [{ name: one.name, reason: one.leftOut }] : [])),
    leadsLeftOut: leads === undefined ? document.leads.length - chosen.length : 0,
  };
}
