import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOfTypology } from '../../support/named-findings.js';

const START = 1_700_000_000_000;
const people = Array.from({ length: 30 }, (_, i) => pay(`one-${i}>other-${i}`, START + i * DAY_MS, '100.00'));
const found = (transfers: readonly TransferInput[], parameters = {}): ReturnType<typeof findingsOfTypology> =>
  findingsOfTypology('net-settlement', [...transfers, ...people], { parameters });
/** Round and round, so many times, two days apart. */
const rounds = (accounts: readonly string[], times: number, amount = '10000.00'): TransferInput[] =>
  Array.from({ length: accounts.length * times }, (_, i) =>
    pay(`${accounts[i % accounts.length]}>${accounts[(i + 1) % accounts.length]}`, START + i * 2 * DAY_MS, amount),
  );

describe('I15, net settlement', () => {
  it('finds cycles of two, three and four accounts, and no longer ones', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const length of [2, 3, 4]) {
      expect(found(rounds(names.slice(0, length), 4)).map(({ subjects }) => subjects)).toEqual([
        names.slice(0, length),
      ]);
    }
    expect(found(rounds(names, 4))).toEqual([]);
  });

  it('is no loan with its return, however large: each pays the other at least twice', () => {
    expect(found([pay('a>b', START, '90000'), pay('b>a', START + 20 * DAY_MS, '90000')])).toEqual([]);
    expect(found(rounds(['a', 'b'], 1), { minTransfers: 1, minSpanDays: 1 })).toHaveLength(1);
  });

  it('measures largeness against the file: ten times what the median account turns over', () => {
    // Thirty pairs of people turn over 100 each; the gross sum of eight transfers is 1,000 or just less.
    expect(found(rounds(['a', 'b'], 4, '125.00'))).toHaveLength(1);
    expect(found(rounds(['a', 'b'], 4, '124.99'))).toEqual([]);
  });

  it('lets at most a tenth of the gross sum stay with anybody', () => {
    const uneven = (back: string): TransferInput[] =>
      rounds(['a', 'b'], 4).map((one) => (one.payer === 'b' ? { ...one, amount: back } : one));
    // Of 40,000 there and 32,727.28 back 7,272.72 stay, of 72,727.28 in all; later windows are no better balanced.
    expect(found(uneven('8181.82'), { minTransfers: 4 })).toHaveLength(1);
    expect(found(uneven('8181.81'), { minTransfers: 4 })).toEqual([]);
  });

  it('sets hubs aside and keeps currencies apart', () => {
    expect(findingsOfTypology('net-settlement', [...rounds(['a', 'b'], 4), ...people], { hubs: ['b'] })).toEqual([]);
    const mixed = rounds(['a', 'b'], 4).map((one) => (one.payer === 'b' ? { ...one, currency: 'USD' } : one));
    expect(found(mixed)).toEqual([]);
  });

  it('scales: amounts of another unit give the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(70), fc.integer({ min: 1, max: 9 })), { maxLength: 30 }),
        (edges) => {
          const make = (factor: number): TransferInput[] =>
            edges.map(([from, to, day, amount]) =>
              pay(`n${from}>n${to}`, START + day * DAY_MS, String(amount * factor)),
            );
          const subjects = (transfers: readonly TransferInput[]): unknown =>
            findingsOfTypology('net-settlement', transfers, { parameters: { minTurnover: 0.5 } }).map(
              (one) => one.subjects,
            );
          fc.pre(edges.length > 0);
          expect(subjects(make(7))).toEqual(subjects(make(1)));
        },
      ),
      { numRuns: 60 },
    );
  });
});
