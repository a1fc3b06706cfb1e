import { type CaseDocument, type LeadDocument } from '../../src/disclosure/document/index.js';
import { madeCase } from '../support/case-documents.js';

/** One transfer of a hand-made lead: day, payer, payee, amount; -1 a protected payer, -2 another account. */
export type Told = readonly [day: string, from: number, to: number, amount: string | null, more?: Partial<ToldMore>];

interface ToldMore {
  readonly currency: string;
  readonly channel: string;
  readonly place: string;
  readonly country: string;
  readonly line: number;
  readonly file: string;
}

/** A lead whose transfers are these and nothing else; `lives` are first and last day of operators in the whole data. */
export function toldLead(
  told: readonly Told[],
  {
    operators = 3,
    id = 'C001',
    lives = [],
  }: { operators?: number; id?: string; lives?: readonly (readonly [string, string])[] } = {},
): LeadDocument {
  const made = madeCase({ operators, transfers: 10 }).leads[0]!;
  const lists = { currencies: ['EUR'], channels: ['cash', 'wire'], places: [] as string[], files: ['bank.csv'] };
  const at = (list: string[], value: string | undefined): number => {
    if (value === undefined) return -1;
    if (!list.includes(value)) list.push(value);
    return list.indexOf(value);
  };
  const none = told.map(() => -1);
  const startMs = Date.parse(told[0]![0]);
  const total = (i: number, side: 1 | 2): { currency: string; amount: string }[] => {
    const own = told.filter((one) => one[side] === i && one[1] !== one[2] && one[3] !== null);
    const sum = own.reduce((all, one) => all + Number(one[3]), 0);
    return sum === 0 ? [] : [{ currency: 'EUR', amount: sum.toFixed(2) }];
  };
  return {
    ...made,
    lead: id,
    held: [],
    money: [],
    sameAmounts: [],
    missing: [],
    operators: made.operators.map((operator, i) => ({
      ...operator,
      accounts: [{ institution: `BANK${String(i)}`, account: `${id}-${String(i)}` }],
      received: total(i, 2),
      paid: total(i, 1),
      first: lives[i]?.[0] ?? told[0]![0],
      last: lives[i]?.[1] ?? told.at(-1)![0],
    })),
    ...lists,
    transfers: {
      start: new Date(startMs).toISOString(),
      seconds: told.map(([day]) => (Date.parse(day) - startMs) / 1000),
      from: told.map(([, from]) => from),
      to: told.map(([, , to]) => to),
      amount: told.map(([, , , amount]) => amount),
      currency: told.map(([, , , amount, more]) =>
        amount === null ? -1 : at(lists.currencies, more?.currency ?? 'EUR'),
      ),
      channel: told.map(([, , , , more]) => at(lists.channels, more?.channel)),
      countryFrom: none,
      countryTo: told.map(([, , , , more]) => at(lists.places, more?.country)),
      placeFrom: none,
      placeTo: told.map(([, , , , more]) => at(lists.places, more?.place)),
      file: told.map(([, , , , more]) => at(lists.files, more?.file ?? 'bank.csv')),
      line: told.map(([, , , , more], i) => more?.line ?? i + 2),
      findings: told.map(() => []),
    },
  };
}

/** A case that holds these leads. */
export function toldCase(leads: readonly LeadDocument[], more: Partial<CaseDocument> = {}): CaseDocument {
  return { ...madeCase(), leads: [...leads], ...more };
}

/** The same lead in data without clock times: order only. */
export function withoutClock(lead: LeadDocument): LeadDocument {
  const seconds = lead.transfers.seconds.map((_, i) => i);
  return { ...lead, transfers: { ...lead.transfers, start: null, seconds } };
}
