import { describe, expect, it } from 'vitest';
import { createRandom, randomInteger, type RandomSource } from '../../../src/foundation/index.js';
import { readOne, rowsOf } from '../../support/ingest/reading.js';

const OWN = 'DE89370400440532013000';
const DAY = `${Date.parse('2024-03-05')} day`;

interface Payment {
  readonly cents: number;
  readonly other: string;
}

/** An entry of a made-up statement, from which both the file and what must be read of it follow. */
interface Entry {
  readonly arrives: boolean;
  readonly isReversal: boolean;
  readonly isBooked: boolean;
  readonly payments: readonly Payment[];
}

function makeEntries(random: RandomSource, maxPayments: number): Entry[] {
  return Array.from({ length: randomInteger(random, 12) }, () => ({
    arrives: random() < 0.5,
    isReversal: random() < 0.3,
    isBooked: random() < 0.8,
    payments: Array.from({ length: 1 + randomInteger(random, maxPayments) }, () => ({
      cents: 1 + randomInteger(random, 100_000),
      other: `N${randomInteger(random, 4)}`,
    })),
  }));
}

const decimals = (cents: number): string =>
  `${Math.trunc(cents / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
const sumOf = ({ payments }: Entry): number => payments.reduce((sum, { cents }) => sum + cents, 0);
const closingOf = (entries: readonly Entry[], opening: number): number =>
  entries
    .filter((entry) => entry.isBooked)
    .reduce((sum, one) => sum + (one.arrives ? sumOf(one) : -sumOf(one)), opening);

/** What must be read: one row a payment, in the direction of its entry. */
function rowsFor(entries: readonly Entry[]): string[] {
  return entries
    .filter(({ isBooked }) => isBooked)
    .flatMap(({ arrives, payments }) =>
      payments.map(({ cents, other }) => {
        const [minor, scale] = cents % 100 === 0 ? [cents / 100, 0] : cents % 10 === 0 ? [cents / 10, 1] : [cents, 2];
        return [...(arrives ? [other, OWN] : [OWN, other]), minor / 10 ** scale].join(' ');
      }),
    )
    .sort();
}

async function readRows(
  text: string,
  mapping: 'iso20022' | 'mt940',
): Promise<{ rows: string[]; notes: string[]; skipped: number }> {
  const reading = await readOne(text, { mapping });
  const rows = rowsOf(reading).map((row) => {
    const [from, to, day, money] = row.split(' | ');
    expect(day).toBe(DAY);
    const [minor, scale] = money!.split(' ')[0]!.split('e-').map(Number);
    return `${from!} ${to!} ${minor! / 10 ** scale!}`;
  });
  const { read, accepted, skipped } = reading.files[0]!;
  expect(read).toBe(accepted + skipped);
  return { rows: rows.sort(), notes: reading.notes.map(({ code }) => code), skipped };
}

function camtOf(entries: readonly Entry[], opening: number, closing: number): string {
  const balance = (type: string, cents: number): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${decimals(Math.abs(cents))}</Amt>` +
    `<CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd></Bal>`;
  const entry = (one: Entry): string => {
    const { arrives, isReversal, isBooked, payments } = one;
    const role = arrives !== isReversal ? 'Dbtr' : 'Cdtr';
    const details = payments.map(
      ({ cents, other }) =>
        `<TxDtls><Amt Ccy="EUR">${decimals(cents)}</Amt><RltdPties><${role}Acct><Id><Othr><Id>${other}</Id></Othr></Id></${role}Acct></RltdPties></TxDtls>`,
    );
    return (
      `<Ntry><Amt Ccy="EUR">${decimals(sumOf(one))}</Amt><CdtDbtInd>${arrives ? 'CRDT' : 'DBIT'}</CdtDbtInd>` +
      `<RvslInd>${isReversal}</RvslInd><Sts>${isBooked ? 'BOOK' : 'PDNG'}</Sts><BookgDt><Dt>2024-03-05</Dt></BookgDt>` +
      `<NtryDtls>${details.join('\n')}</NtryDtls></Ntry>`
    );
  };
  return (
    `<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>${OWN}</IBAN></Id></Acct>` +
    `${balance('OPBD', opening)}${balance('CLBD', closing)}${entries.map(entry).join('\n')}</Stmt></BkToCstmrStmt></Document>`
  );
}

/** Entries have one payment here; those that are not booked are only expected. */
function mt940Of(entries: readonly Entry[], opening: number, closing: number): string {
  const comma = (cents: number): string => decimals(Math.abs(cents)).replace('.', ',');
  const balance = (tag: string, cents: number): string => `:${tag}:${cents < 0 ? 'D' : 'C'}240305EUR${comma(cents)}\n`;
  const entry = (one: Entry): string => {
    const { arrives, isReversal, isBooked, payments } = one;
    const mark = !isBooked ? (arrives ? 'EC' : 'ED') : isReversal ? (arrives ? 'RD' : 'RC') : arrives ? 'C' : 'D';
    return `:61:2403050305${mark}${comma(sumOf(one))}NTRFNONREF\n:86:166?00X?31${payments[0]!.other}?32Somebody\n`;
  };
  return `:20:A\n:25:${OWN}\n:28C:1\n${balance('60F', opening)}${entries.map(entry).join('')}${balance('62F', closing)}-\n`;
}

describe('statements made at random', () => {
  it.each(['iso20022', 'mt940'] as const)('say of %s what they were made of', async (mapping) => {
    const random = createRandom(7);
    const write = mapping === 'iso20022' ? camtOf : mt940Of;
    for (let round = 0; round < 60; round++) {
      const entries = makeEntries(random, mapping === 'iso20022' ? 4 : 1);
      const opening = randomInteger(random, 200_000) - 100_000;
      const closing = closingOf(entries, opening);
      const found = await readRows(write(entries, opening, closing), mapping);
      expect(found).toEqual({
        rows: rowsFor(entries),
        notes: [],
        skipped: entries.filter(({ isBooked }) => !isBooked).flatMap(({ payments }) => payments).length,
      });
      const broken = await readRows(write(entries, opening, closing + 1), mapping);
      expect(broken.notes).toEqual(['balance-break']);
    }
  });
});
