import fc from 'fast-check';
import {
  type AccountKey,
  type CHANNELS,
  createLedger,
  type Ledger,
  type TransferInput,
} from '../../src/ledger/index.js';
import { keyOf, plainRow, RowBuilder } from '../../src/slices/index.js';
import { HOSTILE_TEXTS } from './hostile-texts.js';

export const DAY = 86_400_000;
/** Some of them are written alike, at different institutions. */
const ACCOUNTS: readonly AccountKey[] = Array.from({ length: 12 }, (_, i) => ({
  institution: ['', 'BANK', "it's"][i % 3]!,
  account: `${HOSTILE_TEXTS[(5 * Math.floor(i / 2)) % HOSTILE_TEXTS.length]![1]} ${i - (i % 3 === 1 ? 1 : 0)}`,
}));
const PRECISIONS = { clock: ['millisecond'], day: ['day'], both: ['day', 'millisecond', 'minute'] } as const;

const transfer = fc.record({
  payer: fc.nat(ACCOUNTS.length - 1),
  beneficiary: fc.nat(ACCOUNTS.length - 1),
  day: fc.nat(8),
  hour: fc.constantFrom(0, 0, 0, 7),
  precision: fc.nat(2),
  hasAmount: fc.constantFrom(true, true, false),
  amount: fc.constantFrom('1', '2.5', '10', '30', '0.125', '77.77', '100'),
  currency: fc.constantFrom('EUR', 'EUR', 'USD'),
  received: fc.constantFrom(undefined, undefined, undefined, 'USD', 'JPY'),
  channel: fc.constantFrom('transfer', 'transfer', 'transfer', 'card', 'cash', 'crypto'),
  id: fc.nat(6),
  country: fc.constantFrom(undefined, 'DE', 'GR'),
  sequence: fc.nat(9),
});

/** Small ledgers in which much can differ between a part and the whole. */
export const roundsWorlds = fc.record({
  transfers: fc.array(transfer, { minLength: 15, maxLength: 50 }),
  days: fc.constantFrom(3, 3, 9),
  precision: fc.constantFrom('clock', 'day', 'both'),
  amounts: fc.constantFrom('all', 'all', 'some'),
  currencies: fc.constantFrom('any', 'one'),
  channels: fc.constantFrom('any', 'one', 'cash'),
  ids: fc.constantFrom('any', 'none'),
  hasSequence: fc.constantFrom(false, false, true),
  /** Payers from this one on have other channels, ids and places in the order: the part may have none of them. */
  othersFrom: fc.constantFrom(4, 8, ACCOUNTS.length),
  holders: fc.array(fc.tuple(fc.nat(11), fc.nat(1)), { maxLength: 5 }),
  wide: fc.constantFrom(false, false, true),
});
export type RoundsWorld = typeof roundsWorlds extends fc.Arbitrary<infer T> ? T : never;

export function ledgerOfWorld({
  transfers,
  days,
  amounts,
  currencies,
  precision,
  channels,
  ids,
  hasSequence,
  othersFrom,
  holders,
  wide,
}: RoundsWorld): Ledger {
  const holderOf = new Map(holders.map(([account, holder]) => [account, `holder ${holder}`]));
  const oneCurrency = currencies === 'one';
  const inputs = transfers.map((one, i): TransferInput => {
    const exact = PRECISIONS[precision][one.precision % PRECISIONS[precision].length]!;
    const isOther = one.payer >= othersFrom;
    const channel = channels === 'any' || isOther ? one.channel : channels === 'one' ? 'transfer' : 'cash';
    const [payerHolder, beneficiaryHolder] = [holderOf.get(one.payer), holderOf.get(one.beneficiary)];
    return {
      payer: ACCOUNTS[one.payer]!,
      beneficiary: ACCOUNTS[one.beneficiary]!,
      timeMs: (one.day % days) * DAY + (exact === 'day' ? 0 : one.hour * 3_600_000),
      precision: exact,
      ...(amounts === 'all' || one.hasAmount
        ? { amount: wide && i === 0 ? '9007199254740993.5' : one.amount, currency: oneCurrency ? 'EUR' : one.currency }
        : {}),
      channel: channel as (typeof CHANNELS)[number],
      ...(one.received === undefined || oneCurrency || (amounts === 'some' && !one.hasAmount)
        ? {}
        : { receivedAmount: one.amount, receivedCurrency: one.received }),
      ...((ids === 'any' || isOther) && one.id > 0 ? { id: `id ${one.id}` } : {}),
      ...(one.country === undefined ? {} : { countryTo: one.country }),
      ...(payerHolder === undefined ? {} : { payerHolder, payerHolderId: payerHolder }),
      ...(beneficiaryHolder === undefined ? {} : { beneficiaryHolder, beneficiaryHolderId: beneficiaryHolder }),
    };
  });
  const { ledger } = createLedger(inputs);
  if (!hasSequence) return ledger;
  const { unit } = ledger.accounts;
  const { payer, beneficiary } = ledger.columns;
  const builder = new RowBuilder(ledger.sources, [false, false, false, true]);
  for (let row = 0; row < ledger.rowCount; row++) {
    const ends = { payer: unit[payer[row]!]!, beneficiary: unit[beneficiary[row]!]! };
    const plain = plainRow(ledger, row, ends, (account) => keyOf(ledger, account));
    const { payer: from, sequence } = transfers[ledger.source(row).line - 1]!;
    builder.add(from < othersFrom && othersFrom < ACCOUNTS.length ? plain : { ...plain, sequence });
  }
  return builder.finish().ledger;
}

/** An account as a person types it. */
export function typedAccount(ledger: Ledger, pick: number): string {
  const { institution, account } = ledger.accounts.key(pick % ledger.accounts.size);
  return `${institution}/${account}`.replace(/^\//u, '');
}
