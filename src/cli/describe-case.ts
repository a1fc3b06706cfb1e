import { formatSums, formatWeight } from '../export/index.js';
import { type CaseFile } from '../disclosure/index.js';
import { type Investigation, type Manifest } from '../investigation/index.js';
import { describeGuardLists } from './guard-lists.js';
import { terminalTable } from './terminal-table.js';

/** What remarks on accepted transfers mean to a reader, by code. */
const WARNINGS: ReadonlyMap<string, string> = new Map([
  [
    'channel-unknown',
    'name a channel that the mapping does not translate; they count as neither cash nor person to person',
  ],
  ['duplicate', 'repeat another in everything that is mapped and were kept (--duplicates drop leaves them out)'],
  ['self-transfer', 'stay in their account and count for no pattern'],
  ['time-truncated', 'have times finer than a millisecond, which were cut'],
  ['wrong-encoding', 'hold characters that are not of the stated encoding'],
]);

/** What a person sees at the end: the leads, what was read, what was not, and what to open. */
export function describeCase({ leads, caseFile }: Investigation, manifest: Manifest, out: string): string {
  const { totals, results } = manifest;
  const lines = [
    `Read ${totals.read} records: ${totals.accepted} accepted, ${totals.quarantined} quarantined, ${totals.skipped} skipped.`,
    `${manifest.ledger.transfers} transfers between ${manifest.ledger.accounts} accounts; ${results.findings} findings ` +
      `(${results.explained} explained by an innocent alternative), ${results.hubsSetAside} hubs set aside (see case.json).`,
  ];
  for (const { name, accepted, notes } of manifest.inputs) {
    if (accepted === 0) lines.push(`Nothing was accepted from ${[name, ...notes].join('; ')}.`);
  }
  lines.push(...describeGuardLists(manifest));
  lines.push(...describeWarnings(manifest));
  if (manifest.ledger.transfers === 0) lines.push('Nothing could be evaluated: no transfer was accepted.');
  else {
    for (const { typology, missing } of caseFile.notEvaluable) {
      lines.push(`Not evaluable: ${typology} (the data lacks ${missing.join(', ')}).`);
    }
  }
  for (const { typology, findings, concerned } of caseFile.protectionConcerns) {
    const people = concerned === undefined ? 'fewer than three' : String(concerned);
    lines.push(`Welfare first: ${typology}, ${findings} findings, ${people} people concerned; in no score, not named.`);
  }
  for (const stop of caseFile.incomplete) lines.push(`Incomplete: ${stop}.`);
  lines.push('');
  if (leads.length === 0) lines.push('No leads. Absence of findings is not absence of smuggling.');
  else {
    lines.push(
      `${leads.length} ${leads.length === 1 ? 'lead' : 'leads'}, strongest first. A lead needs review by a person; it is not evidence of guilt.`,
      '',
      terminalTable(
        ['lead', 'level', 'score', 'accounts', 'payers', 'transfers', 'paid in', 'patterns'],
        leads.map((lead) => [
          lead.id,
          lead.level,
          formatWeight(lead.score),
          String(lead.operators.length),
          String(lead.payers.count),
          String(lead.transferCount),
          formatSums(lead.paidIn),
          lead.typologies.join(' '),
        ]),
      ),
      '',
      'The score is an evidence weight (nats), no probability. Transfers and sums are those of the evidence.',
      'Payers are protected: they are counted, never named.',
    );
  }
  lines.push(...describeUnnamed(caseFile), ...describeNullCheck(caseFile));
  lines.push(
    '',
    `Case written to ${out}. Open leads.csv for the leads, accounts.csv for the accounts behind them,`,
    'findings.csv for the reasons, evidence.csv for the file and line of every transfer that proves them,',
    'and quarantine.csv for the records that could not be read.',
  );
  return `${lines.join('\n')}\n`;
}

/** Groups that are no leads: how many, and what they are read as. */
function describeUnnamed({ unnamed, leads }: CaseFile): string[] {
  const { weak, setAside, withheld } = unnamed;
  const lines = [...new Set(leads.flatMap(({ reduced }) => reduced))].map((reason) => `Reduced: ${reason}`);
  if (weak.length > 0) lines.push(`Weaker groups, counted and not named: ${weak.length}.`);
  for (const { reading, groups } of setAside) lines.push(`Set aside: ${groups}. ${reading}`);
  if (withheld > 0)
    lines.push(`${withheld} accounts are withheld because they paid another lead out of their own money.`);
  return lines;
}

/** What chance makes of the same payments, beside the real count. */
function describeNullCheck({ nullCheck }: CaseFile): string[] {
  if (nullCheck === undefined) return [];
  const { leads, freely, withinSixteenths, note } = nullCheck;
  return [
    `Null check: leads in this file: ${leads}; with beneficiaries exchanged at random: ${freely.join(' ')} (over the whole ` +
      `period), ${withinSixteenths.join(' ')} (inside sixteenths of it).`,
    `  ${note}`,
  ];
}

function describeWarnings({ warnings, ledger }: Manifest): string[] {
  return warnings.map(
    ({ code, count }) => `Warning: ${count} of ${ledger.transfers} transfers ${WARNINGS.get(code) ?? code}.`,
  );
}
