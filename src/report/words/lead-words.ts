import { type ReportLead } from '../report-data.js';
import { counted, listed, money, whole } from './numbers.js';
import { withPowers } from './part-words.js';
import { daysBetween, periodWords } from './times.js';

/** One of the six questions of a narrative, answered in numbers and in the words of the document. */
export interface Answer {
  readonly question: string;
  readonly answer: string;
  readonly notes: readonly string[];
}

/** Who, what, when, where, how and why flagged. */
export function sixAnswers(lead: ReportLead): Answer[] {
  const [who, what, when, where, why] = lead.narrative;
  const note = (...notes: (string | undefined)[]): string[] => notes.filter((text) => text !== undefined);
  const { whole: all } = lead;
  const days = daysBetween(lead.first, lead.last);
  const extra = all.transfers - lead.transferCount;
  const { places } = lead.protectedPayers;
  return [
    {
      question: 'Who',
      answer: `${counted(all.accounts, 'account')}${all.institutions === 0 ? '; the data name no institutions' : ` at ${counted(all.institutions, 'institution')}`}`,
      notes: note(
        who,
        `${counted(lead.protectedPayers.count, 'protected payer')}${
          lead.companions > 0 ? `; ${counted(lead.companions, 'further account')} of the group, counted only` : ''
        }`,
      ),
    },
    {
      question: 'What',
      answer:
        lead.paidIn.length === 0
          ? 'No exceptional payment into it'
          : `${listed(lead.paidIn.map(money))} paid in by exceptional payments${sameAmountWords(lead)}`,
      notes: note(
        what,
        `in evidence of ${counted(lead.transferCount, 'transfer')}${
          extra > 0 ? `; ${whole(extra)} more are shown and count for nothing` : ''
        }`,
      ),
    },
    {
      question: 'When',
      answer: periodWords(lead.first, lead.last),
      notes: note(when, days === null ? undefined : counted(days, 'day')),
    },
    {
      question: 'Where',
      answer: all.countries.length === 0 ? 'The data name no countries' : listed(all.countries),
      notes: note(where, places === undefined ? undefined : `paid in at ${counted(places, 'place')}`),
    },
    { question: 'How', answer: howWords(lead), notes: note(heldWords(lead)) },
    {
      question: 'Why flagged',
      answer: whyWords(lead),
      notes: note(why === undefined ? undefined : withPowers(why), reasonsWords(lead), borderWords(lead)),
    },
  ];
}

/** Amounts that many of its exceptional payments have, as they were measured: what was paid for is not said. */
function sameAmountWords({ sameAmounts }: ReportLead): string {
  return sameAmounts
    .map(
      (one) =>
        `; ${whole(one.payments)} of ${whole(one.of)} payments of the same ${money(one)} from ${counted(one.payers, 'payer')}`,
    )
    .join('');
}

/** How money moves through a lead, in its first sums; the table of money says how these fit together. */
function howWords({ paidIn, moved, paidOut }: ReportLead): string {
  const sums = (all: ReportLead['paidIn']): string => {
    const more = all.length > 3 ? [`${whole(all.length - 2)} more currencies`] : [];
    return listed([...all.slice(0, more.length === 0 ? 3 : 2).map(money), ...more]) || 'nothing';
  };
  return `In by exceptional payments: ${sums(paidIn)}; between its accounts: ${sums(moved)}; passed on: ${sums(paidOut)}`;
}

/** What a lead still holds: from the lowest to the highest of the tracing rules, where they name one currency. */
function heldWords({ held }: ReportLead): string | undefined {
  const currencies = new Set(held.flatMap(({ sums }) => sums.map(({ currency }) => currency)));
  if (currencies.size !== 1) return undefined;
  const sorted = held.flatMap(({ sums }) => sums).sort((a, b) => Number(a.amount) - Number(b.amount));
  const [least, most] = [money(sorted[0]!), money(sorted.at(-1)!)];
  const range = least === most ? least : `between ${least} and ${most}`;
  return `By tracing rules, which are conventions, its accounts still hold ${range} of what was paid in when the data end.`;
}

/** Where most runs with other seeds draw the border of the group elsewhere: that speaks against taking it as it is. */
function borderWords({ stability: { runs, appearsIn, meanJaccard } }: ReportLead): string | undefined {
  if (appearsIn * 2 >= runs) return undefined;
  return (
    `Communities found with other random seeds have another border: the same group in ${appearsIn} of ${runs} runs, an overlap of ` +
    `${Math.round(meanJaccard * 100)} % on average. Who belongs to it is uncertain.`
  );
}

function whyWords({ parts, findings }: ReportLead): string {
  const speaks = parts.filter(({ side }) => side === 'for').length;
  const against = parts.filter(({ side }) => side === 'against').length;
  const patterns = new Set(findings.filter(({ status }) => status === 'fired').map(({ typology }) => typology)).size;
  return `${counted(speaks, 'part')} for, ${whole(against)} against, ${counted(patterns, 'pattern')}`;
}

function reasonsWords({ parts }: ReportLead): string {
  return [...parts]
    .filter(({ side }) => side === 'for')
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ sentence }) => withPowers(sentence))
    .join(' ');
}
