import { createRandom, DAY_MS, shuffle } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { DETECTORS, runDetectors } from '../../../src/typologies/index.js';
import { contextOf } from '../../support/detection-context.js';
import { textOf } from './story.js';

/** A case told differently, with the names that it was first told with. */
export interface Variation {
  readonly title: string;
  readonly transfers: readonly TransferInput[];
  readonly originalOf: (account: string) => string;
  /** Whether it may move indicators that use calendar periods. */
  readonly movesCalendar: boolean;
}

/** Months, and days of the calendar: I06 and I27. */
const BY_CALENDAR: ReadonlySet<string> = new Set(['rapid-pass-through', 'synchronised-burst']);

/** The same case with rows shuffled, accounts renamed, 364 days later, and with 500 families who remit beside it. */
export function variationsOf(transfers: readonly TransferInput[]): Variation[] {
  const same = { transfers, originalOf: (account: string) => account, movesCalendar: false };
  const names = [
    ...new Set(transfers.flatMap(({ payer, beneficiary }) => [textOf(payer), textOf(beneficiary)])),
  ].sort();
  const alias = new Map(names.map((name, i) => [name, `x${String(names.length - i).padStart(6, '0')}`]));
  const original = new Map([...alias].map(([name, given]) => [given, name]));
  const renamed = transfers.map((one) => ({
    ...one,
    payer: alias.get(textOf(one.payer))!,
    beneficiary: alias.get(textOf(one.beneficiary))!,
  }));
  return [
    { ...same, title: 'rows shuffled', transfers: shuffle([...transfers], createRandom(3)) },
    { ...same, title: 'accounts renamed', transfers: renamed, originalOf: (account) => original.get(account)! },
    {
      ...same,
      title: '364 days later',
      transfers: transfers.map((one) => ({ ...one, timeMs: one.timeMs + 364 * DAY_MS })),
      movesCalendar: true,
    },
    { ...same, title: '500 remittances beside it', transfers: [...transfers, ...remittances(transfers[0]!)] },
  ];
}

/** What fires of some indicators, each as a text with the accounts that it is about, under the names first told. */
export function firedBy(
  { transfers, originalOf }: Pick<Variation, 'transfers' | 'originalOf'>,
  typologies: readonly string[],
): string[] {
  const only = DETECTORS.map(({ id }) => id).filter((id) => typologies.includes(id));
  if (only.length === 0) return [];
  const context = contextOf(transfers);
  const { accounts } = context.graph.ledger;
  const nameOf = (node: number): string =>
    [...accounts.membersOf(node)].map((account) => originalOf(accounts.key(account).account)).sort()[0]!;
  return runDetectors(context, { only })
    .flatMap(({ detection }) => (detection.status === 'evaluated' ? detection.findings.items : []))
    .filter(({ status }) => status === 'fired')
    .map(({ typology, subjects, rows }) => [typology, rows.length, ...subjects.map(nameOf).sort()].join(' '))
    .sort();
}

/** Leaves out what a move in time may change: indicators that use periods of the calendar. */
export function withoutCalendar(fired: readonly string[]): string[] {
  return fired.filter((one) => !BY_CALENDAR.has(one.split(' ')[0]!));
}

/** Once each, at the price of nothing in particular, in the currency and places of a transfer of the case. */
function remittances({
  timeMs,
  currency,
  channel,
  placeFrom,
  placeTo,
  countryFrom,
  countryTo,
}: TransferInput): TransferInput[] {
  const given = Object.entries({ currency, channel, placeFrom, placeTo, countryFrom, countryTo });
  const like: Partial<TransferInput> = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  return Array.from({ length: 500 }, (_, i) => ({
    ...like,
    payer: `stranger-${i}`,
    beneficiary: `stranger-kin-${i}`,
    amount: `${200 + (i % 100)}.00`,
    timeMs: timeMs + ((i * 7) % 60) * DAY_MS,
  }));
}
