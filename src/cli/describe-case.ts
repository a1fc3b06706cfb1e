import { formatSums, formatWeight } from '../export/index.js';
import { type CaseDocument } from '../disclosure/index.js';
import { type Investigation, type Manifest } from '../investigation/index.js';
import { MOST_FIGURE_LEADS } from '../report/index.js';
import { counted } from './counted.js';
import { describeGuardLists } from './guard-lists.js';
import { terminalTable } from './terminal-table.js';

/** What remarks on accepted transfers mean to a reader, by code. */
const WARNINGS: ReadonlyMap<string, string> = new Map([
  [
    'channel-unknown',
    'name a channel that the mapping does not translate; they count as neither cash nor person to person',
  ],
  ['duplicate', 'repeat another in everything that is mapped and were kept (--duplicates drop leaves them out)'],
  ['second-view', 'are told by two files and count twice (--two-views drop leaves one out)'],
  ['balance-break', 'do not fit the running balance of the statement: see warnings in manifest.json'],
  ['amount-rounded', 'have amounts that a spreadsheet has rounded (4.22676E+15), and are as exact as the file'],
  ['self-transfer', 'stay in their account and count for no pattern'],
  ['time-truncated', 'have times finer than a millisecond, which were cut'],
  ['wrong-encoding', 'hold characters that are not of the stated encoding'],
]);

/** Leads that the terminal shows; the others are counted. */
const MOST_LEADS = 20;

/** Patterns that a further column would allow, in one line. */
const MOST_PATTERNS = 4;

/** The folder of the case, and whether its page is in it. */
export interface WrittenWhere {
  readonly folder: string;
  readonly hasReport: boolean;
}

/** What a person sees at the end: the leads, what was read, what was not, and what to open. */
export function describeCase(
  { document }: Investigation,
  manifest: Manifest,
  { folder, hasReport }: WrittenWhere,
): string {
  const { totals, results } = manifest;
  const { leads } = document;
  const lines = [
    `Read ${totals.read} records: ${totals.accepted} accepted, ${totals.quarantined} quarantined, ${totals.skipped} skipped.`,
    `${counted(manifest.ledger.transfers, 'transfer')} between ${counted(manifest.ledger.accounts, 'account')}; ${counted(results.findings, 'finding')} ` +
      `(${results.explained} explained by an innocent alternative), ${counted(results.hubsSetAside, 'hub')} set aside (see case.json).`,
  ];
  for (const { name, accepted, notes } of manifest.inputs) {
    if (accepted === 0) lines.push(`Nothing was accepted from ${[name, ...notes].join('; ')}.`);
  }
  lines.push(...describeGuardLists(manifest));
  lines.push(...describeWarnings(manifest));
  if (manifest.ledger.transfers === 0) lines.push('Nothing could be evaluated: no transfer was accepted.');
  else if (leads.length > 0) lines.push(...describeNotEvaluable(document));
  for (const { typology, findings, concerned } of document.protectionConcerns) {
    const people = concerned === null ? 'fewer than three people' : counted(concerned, 'person', 'people');
    lines.push(
      `Welfare first: ${typology}, ${counted(findings, 'finding')}, ${people} concerned; in no score, not named.`,
    );
  }
  for (const stop of document.incomplete) lines.push(`Incomplete: ${stop}.`);
  lines.push('', ...(leads.length === 0 ? describeClosest(document) : describeLeads(document)));
  lines.push(...describeUnnamed(document), ...describeNullCheck(document), ...describeSensitivity(document));
  lines.push(
    '',
    `Case written to ${folder}. ${hasReport ? 'Open report.html first; it needs no network, and report.md is the same in words.' : 'Make its page with illicit-flows report.'}`,
    ...(hasReport ? describeFigures(leads.length) : []),
    ...(leads.length === 0
      ? ['findings-outside-leads.csv has what was found and made no lead,']
      : [
          'leads.csv, accounts.csv and findings.csv have leads, the accounts behind them and the reasons,',
          `leads/${leads[0]!.lead}/transfers.csv every transfer of a lead by file and line,`,
        ]),
    'case.json all of it in one document, and quarantine.csv the records that could not be read.',
  );
  return `${lines.join('\n')}\n`;
}

function describeFigures(leads: number): string[] {
  if (leads === 0) return [];
  const more = leads - MOST_FIGURE_LEADS;
  return [
    `figures/ has pictures for print${more > 0 ? ` of the ${MOST_FIGURE_LEADS} strongest leads; illicit-flows figures draws the other ${more}` : ''}.`,
  ];
}

/** The strongest leads as a table, and how many more there are. */
function describeLeads({ leads }: CaseDocument): string[] {
  const more = leads.length - MOST_LEADS;
  return [
    `${leads.length} ${leads.length === 1 ? 'lead' : 'leads'}, strongest first. A lead needs review by a person; it is not evidence of guilt.`,
    '',
    terminalTable(
      ['lead', 'level', 'score', 'accounts', 'payers', 'transfers', 'paid in', 'patterns'],
      leads
        .slice(0, MOST_LEADS)
        .map((lead) => [
          lead.lead,
          lead.level,
          formatWeight(lead.score),
          String(lead.operators.length),
          String(lead.senders.protectedPayers),
          String(lead.transferCount),
          formatSums(lead.paidIn),
          lead.typologies.join(' '),
        ]),
    ),
    ...(more > 0 ? [`${more} more in leads.csv.`] : []),
    '',
    'The score is an evidence weight (nats), no probability. Transfers and sums are those of the evidence.',
    'Payers are protected: they are counted, never named.',
  ];
}

/** Where there is no lead: what came closest, what was lacking, and what further columns would allow. */
function describeClosest({ closest, data }: CaseDocument): string[] {
  const lines = ['No leads. Absence of findings is not absence of smuggling.'];
  if (data.transfers === 0) return lines;
  lines.push(...closest.lacking);
  for (const { column, allows } of closest.columns)
    lines.push(`With ${column} it could be asked for: ${someOf(allows).join('; ')}.`);
  return lines;
}

/** The first of many; the page and case.json have all. */
function someOf(patterns: readonly string[]): readonly string[] {
  const more = patterns.length - MOST_PATTERNS;
  return more > 1 ? [...patterns.slice(0, MOST_PATTERNS), `and ${more} more`] : patterns;
}

/** Patterns that could not be looked for, on one line for all that lack the same. */
function describeNotEvaluable({ detectors }: CaseDocument): string[] {
  const byMissing = new Map<string, string[]>();
  for (const { id, missing } of detectors) {
    if (missing === null) continue;
    const lacking = missing.join(', ');
    byMissing.set(lacking, [...(byMissing.get(lacking) ?? []), id]);
  }
  return [...byMissing].map(([lacking, ids]) => `Not evaluable: ${ids.join(', ')} (not in the data: ${lacking}).`);
}

/** Groups that are no leads: how many, and what they are read as. */
function describeUnnamed({ unnamed, leads }: CaseDocument): string[] {
  const { weak, setAside, withheld } = unnamed;
  const lines = [...new Set(leads.flatMap(({ reduced }) => reduced))].map((reason) => `Reduced: ${reason}`);
  if (weak.length > 0) lines.push(`Weaker groups, counted and not named: ${weak.length}.`);
  if (leads.length === 0) return lines;
  for (const { reading, groups } of setAside) lines.push(`Set aside: ${groups}. ${reading}`);
  if (withheld > 0)
    lines.push(`${withheld} accounts are withheld because they paid another lead out of their own money.`);
  return lines;
}

/** What chance makes of the same payments, beside the real count. */
function describeNullCheck({ nullCheck }: CaseDocument): string[] {
  if (nullCheck === undefined) return [];
  const { leads, freely, withinSixteenths, note } = nullCheck;
  return [
    `Null check: leads in this file: ${leads}; with beneficiaries exchanged at random: ${freely.join(' ')} (over the whole ` +
      `period), ${withinSixteenths.join(' ')} (inside sixteenths of it).`,
    `  ${note}`,
  ];
}

function describeSensitivity({ sensitivity }: CaseDocument): string[] {
  if (sensitivity === undefined) return [];
  const { moves, complete, note } = sensitivity;
  return [
    `Sensitivity: ${note}`,
    ...(complete ? [] : [`  Only ${moves.length} moves were tried, by the limit given; the others may do more.`]),
  ];
}

function describeWarnings({ warnings, ledger }: Manifest): string[] {
  return warnings.map(
    ({ code, count }) => `Warning: ${count} of ${ledger.transfers} transfers ${WARNINGS.get(code) ?? code}.`,
  );
}
