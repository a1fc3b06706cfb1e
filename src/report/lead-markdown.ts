import { countryName } from '../foundation/index.js';
import { escapeMarkdown as text, heading, markdownTable as table } from './markdown.js';
import { MONEY_NOTE, moneyCell, moneyTable } from './money-table.js';
import { othersWords } from './pictures/flow-words.js';
import { prepare, splitOthers } from './pictures/prepare.js';
import { scoreSum } from './pictures/score-sum.js';
import { roleFlowchart } from './role-flowchart.js';
import { type AskedWords, type ReportData, type ReportLead } from './report-data.js';
import { transfersFile } from './words/left-out-words.js';
import { sixAnswers } from './words/lead-words.js';
import { boundWords, measureName, measureValue, OUTCOME_WORDS } from './words/measure-words.js';
import { missingOf } from './words/missing-words.js';
import { sensitivityWords } from './words/sensitivity-words.js';
import { capital, counted, listed, money, signed, whole } from './words/numbers.js';
import { withPowers } from './words/part-words.js';
import { reviewLines, reviewState } from './words/review-words.js';
import { LEVEL_WORDS } from './words/sentences.js';

/** One lead in the order of the page. */
export function leadMarkdown(data: ReportData, lead: ReportLead): string[] {
  return [
    heading(2, `${lead.lead}: ${LEVEL_WORDS[lead.level]}, ${reviewState(data, lead.lead)}`),
    ...sixAnswers(lead).map(
      ({ question, answer, notes }) => `**${question}.** ${text([answer, ...notes].map(sentence).join(' '))}`,
    ),
    ...asked('Review', { lines: reviewLines(data, lead.lead), notes: [] }),
    ...sums(data, lead),
    heading(3, 'The money across the journey'),
    roleFlowchart(lead),
    text(betweenOthers(lead)),
    heading(3, 'Accounts'),
    table(
      ['Account', 'Role', 'Country', 'Received', 'Paid', 'Protected payers'],
      lead.operators.map(({ accounts, holders = [], role, country, received, paid }, i) => [
        [...accounts.map((one) => `${one.institution} ${one.account}`), ...holders].join(', '),
        capital(role.label),
        countryName(country ?? ''),
        listed(received.map(money)),
        listed(paid.map(money)),
        whole(lead.protectedPayers.byOperator[i] ?? 0),
      ]),
    ),
    ...asked('Timeline', lead.whole.timeline),
    ...asked('Who to ask next', lead.whole.askNext),
    ...score(lead),
    heading(3, 'What is missing, and what to ask for'),
    missingOf(data, lead)
      .map(({ title, text: why }) => `- **${text(title)}**: ${text(why)}`)
      .join('\n') || 'Nothing that the data could hold is missing.',
    ...change(data, lead),
    ...findings(lead),
    heading(3, 'Evidence'),
    text(
      `${counted(lead.transfers.from.length, 'transfer')} of ${listed(lead.files)}, line by line in ${transfersFile(lead.lead)} in this folder.`,
    ),
  ].filter((block) => block !== '');
}

function sums({ redaction }: ReportData, lead: ReportLead): string[] {
  const { currencies, rows } = moneyTable(lead);
  if (currencies.length === 0) return [];
  return [
    heading(3, 'How the sums fit together'),
    table(
      ['What', ...currencies],
      rows.map(({ kind, title, amounts }) => [
        kind === 'sum' ? `= ${title}` : kind === 'part' ? `– ${title}` : title,
        ...amounts.map(moneyCell),
      ]),
    ),
    text(redaction === undefined ? MONEY_NOTE : `Rounded, so lines may miss their sums. ${MONEY_NOTE}`),
  ];
}

function betweenOthers(lead: ReportLead): string {
  const prepared = prepare(lead);
  const rows = Array.from({ length: prepared.count }, (_, row) => row);
  return othersWords(prepared, splitOthers(prepared, rows).others);
}

function asked(title: string, { lines, notes }: AskedWords): string[] {
  if (lines.length === 0) return [];
  return [heading(3, title), lines.map((line) => `- ${text(line)}`).join('\n'), text(notes.join(' '))];
}

function change(data: ReportData, lead: ReportLead): string[] {
  const words = sensitivityWords(data, lead);
  if (words === undefined) return [];
  return asked('What would change it', { lines: [...words.lines], notes: [words.note] });
}

function score(lead: ReportLead): string[] {
  const { parts, stability } = lead;
  const { bias, deciding, further, smaller, rest, total } = scoreSum(lead);
  const rows = (some: readonly ReportLead['parts'][number][]): string[][] =>
    some.map(({ weight, sentence: why }) => [signed(weight), withPowers(why)]);
  const others =
    further.length === 0 ? 'Smaller parts together' : `${counted(further.length, 'further part')} together`;
  return [
    heading(3, 'How the score comes about'),
    'The score puts leads in order; it is no probability, and it says nothing about guilt.',
    table(
      ['Nats', 'Part'],
      [
        [signed(bias), 'Where every account of this file starts'],
        ...rows(deciding),
        ...(further.length === 0 && Math.abs(rest) < 0.005 ? [] : [[signed(rest), others]]),
        [signed(total), 'Together'],
      ],
    ),
    ...(further.length === 0
      ? []
      : [
          table(
            ['Nats', 'Further parts'],
            [...rows(further), ...(Math.abs(smaller) < 0.005 ? [] : [[signed(smaller), 'Smaller parts together']])],
          ),
        ]),
    table(
      ['Nats', 'How exceptional payments meet (judged apart from the score)'],
      parts
        .filter(({ source }) => source === 'fee-flow')
        .map(({ weight, sentence: why }) => [signed(weight), withPowers(why)]),
    ),
    `Found again in ${stability.appearsIn} of ${stability.runs} runs with other random seeds.`,
  ];
}

function findings({ findings: all }: ReportLead): string[] {
  if (all.length === 0) return [];
  return [
    heading(3, 'Findings, and the innocent explanations beside them'),
    ...all.map(({ finding, title, sentence: what, measured, alternatives, transfers, payers }) =>
      [
        `**${finding} ${text(title)}.** ${text(what)} ${counted(transfers, 'transfer')}, ${counted(payers, 'payer')} not named.`,
        ...measured.map(
          (measure) =>
            `- ${text(`${measureName(measure)}: ${measureValue(measure)}`)}${boundWords(measure) === '' ? '' : ` (${text(boundWords(measure))})`}`,
        ),
        ...alternatives.map((one) => `- ${text(`${one.title} ${OUTCOME_WORDS[one.outcome]}. ${one.reason}`)}`),
      ].join('\n'),
    ),
  ];
}

function sentence(part: string): string {
  const start = capital(part);
  return /[.!?]$/u.test(start) ? start : `${start}.`;
}
