import { type CaseDocument } from '../disclosure/index.js';
import { countryName } from '../foundation/index.js';
import { code, escapeMarkdown as text, heading, markdownTable as table } from './markdown.js';
import { leadMarkdown } from './lead-markdown.js';
import { type ReportData, type ReportRun } from './report-data.js';
import { toReportData } from './to-report-data.js';
import { traceMarkdown } from './trace-markdown.js';
import { remarkWords, searchTable, stoppedWords } from './words/limit-words.js';
import { allowsWords, unexplainedWords } from './words/missing-words.js';
import { capital, counted, listed, money, whole } from './words/numbers.js';
import { CAUTION, dataPeriod, funnelRows, headline, lede, LEVEL_WORDS, welfareWords } from './words/sentences.js';
import { nullCheckWords, unnamedWords } from './words/unnamed-words.js';

/** The report in words: the order of the page, with tables instead of pictures. Same input, same bytes. */
export function reportMarkdown(document: CaseDocument, run: ReportRun): string {
  const data = toReportData(document, run, { fit: (lead) => lead, layOut: () => ({ accounts: [], groups: [] }) });
  const rest = [...traceMarkdown(data.trace), ...allData(data), ...limits(data), ...footer(data)];
  return `${[...overview(data), ...data.leads.flatMap((lead) => leadMarkdown(data, lead)), ...rest].join('\n\n')}\n`;
}

function overview(data: ReportData): string[] {
  const welfare = welfareWords(data);
  const leads = data.leads.map(({ lead, level, score, operators, protectedPayers, paidIn }) => [
    lead,
    LEVEL_WORDS[level],
    score.toFixed(2),
    whole(operators.length),
    whole(protectedPayers.count),
    listed(paidIn.map(money)),
  ]);
  return [
    heading(1, headline(data)),
    text(`Case report · ${dataPeriod(data)}`),
    text(lede(data)),
    `> **${CAUTION.strong}** ${CAUTION.text}`,
    ...(welfare === undefined ? [] : [`> **Welfare first.** ${text(welfare)}`]),
    table(
      ['Count', 'What', ''],
      funnelRows(data).map(({ count, title, note }) => [whole(count), title, note]),
    ),
    ...(leads.length === 0
      ? []
      : [
          heading(2, 'Leads, strongest first'),
          table(['Lead', 'Level', 'Evidence weight', 'Accounts', 'Payers, protected', 'Paid in'], leads),
        ]),
  ];
}

function allData(report: ReportData): string[] {
  const { data, leads, closest } = report;
  const nearest =
    leads.length > 0
      ? []
      : [
          heading(3, 'What came closest, and what was lacking'),
          bullets([
            ...closest.lacking,
            ...[unexplainedWords(report) ?? []].flat(),
            ...closest.columns.map(({ column, allows }) => `${capital(column)} ${allowsWords(allows)}`),
          ]),
        ];
  return [
    heading(2, 'All the data in one look'),
    ...nearest,
    table(
      ['From', 'To', 'Amount', 'Transfers'],
      data.corridors.map((one) => [
        countryName(one.from),
        countryName(one.to),
        listed(one.sums.map(money)),
        whole(one.transfers),
      ]),
    ),
    table(
      ['Month', 'Amount', 'Transfers'],
      data.months.map((one) => [one.month, money(one), whole(one.transfers)]),
    ),
  ].filter((block) => block !== '');
}

/** Files of the case with what became of their records. */
function recordsRead(run: ReportData['run']): string[] {
  return [
    'read = accepted + quarantined + skipped',
    table(
      ['File', 'Read', 'Accepted', 'Quarantined', 'Skipped'],
      [...run.inputs, { name: 'All files', ...run.totals }].map((one) => [
        one.name,
        whole(one.read),
        whole(one.accepted),
        whole(one.quarantined),
        whole(one.skipped),
      ]),
    ),
    bullets(run.inputs.map(({ name }) => `${name}, SHA-256`))
      .split('\n')
      .map((line, i) => `${line} ${code(run.inputs[i]?.sha256 ?? '')}`)
      .join('\n'),
  ];
}

function limits(data: ReportData): string[] {
  const { run } = data;
  const searched = searchTable(data);
  const [unnamed, byChance] = [unnamedWords(data), nullCheckWords(data)];
  return [
    heading(2, 'What was read, and how far it reaches'),
    ...(run.inputs.length === 0 ? ['What was read is not passed on with this case.'] : recordsRead(run)),
    table(searched.heads, searched.rows),
    ...(unnamed.length === 0 ? [] : [heading(3, 'Counted, and not named'), bullets(unnamed)]),
    ...(byChance === undefined ? [] : [heading(3, 'Would chance give leads as well?'), text(byChance)]),
    bullets([...stoppedWords(data), ...remarkWords(data)]),
  ].filter((block) => block !== '');
}

function footer({ notice, run, leads }: ReportData): string[] {
  const named = leads.reduce((sum, { operators }) => sum + operators.length, 0);
  return [
    '---',
    `**${CAUTION.strong}** ${text(notice)}`,
    text(`illicit-flows ${run.version}, seed ${run.options.seed}; ${counted(named, 'account')} named, payers never.`),
  ];
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${text(item)}`).join('\n');
}
