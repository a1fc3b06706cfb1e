import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureFlow, measureNeighbourSigns, measureSigns, type SignColumn } from '../../src/features/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { flowWorldArbitrary } from './flow-worlds.js';

interface Measured {
  readonly names: readonly string[];
  readonly signs: readonly SignColumn[];
}

function measure(transfers: readonly TransferInput[]): Measured {
  const { ledger } = createLedger(transfers);
  const features = measureFlow(buildTemporalGraph(ledger));
  const signs = measureSigns(features);
  const p = signs.find(({ name }) => name === 'tinPct')!.values;
  const names = Array.from({ length: ledger.accounts.size }, (_, account) => ledger.accounts.key(account).account);
  return { names, signs: [...signs, ...measureNeighbourSigns(features, p)] };
}

/** The same numbers for the same accounts, up to rounding; `nameOf` gives an account's name in the other world. */
function expectSame(one: Measured, other: Measured, nameOf: (name: string) => string = (name) => name): void {
  for (const [k, { name, values }] of one.signs.entries()) {
    for (const [account, value] of values.entries()) {
      const there = other.signs[k]!.values[other.names.indexOf(nameOf(one.names[account]!))]!;
      if (Number.isNaN(value)) expect(there, `${name} of ${one.names[account]}`).toBeNaN();
      else expect(there, `${name} of ${one.names[account]}`).toBeCloseTo(value, 9);
    }
  }
}

describe('the signs of accounts', () => {
  it('stay the same when rows are shuffled, accounts renamed, amounts scaled, time moved by whole days', () => {
    fc.assert(
      fc.property(flowWorldArbitrary, fc.infiniteStream(fc.nat()), (transfers, stream) => {
        const plain = measure(transfers);
        const shuffled = [...transfers].sort(() => (stream.next().value % 2) * 2 - 1);
        expectSame(plain, measure(shuffled));
        const rename = (name: string): string => `${'gfedcba'.indexOf(name)}${name}`;
        const renamed = transfers.map((transfer) => ({
          ...transfer,
          payer: rename(transfer.payer as string),
          beneficiary: rename(transfer.beneficiary as string),
        }));
        expectSame(plain, measure(renamed), rename);
        expectSame(plain, measure(transfers.map((one) => ({ ...one, amount: `${one.amount}00` }))));
        expectSame(plain, measure(transfers.map((one) => ({ ...one, timeMs: one.timeMs + 364 * 86_400_000 }))));
      }),
      { numRuns: 60 },
    );
  });

  it('stay the same in another currency, and read no place, country or channel', () => {
    fc.assert(
      fc.property(flowWorldArbitrary, (transfers) => {
        const plain = measure(transfers);
        expectSame(plain, measure(transfers.map((one) => ({ ...one, currency: 'XOF' }))));
        const dressed = transfers.map((one, k) => ({
          ...one,
          channel: k % 2 === 0 ? ('cash' as const) : ('wire' as const),
          placeFrom: `town ${k % 3}`,
          countryTo: k % 2 === 0 ? 'AA' : 'BB',
        }));
        expectSame(plain, measure(dressed));
      }),
      { numRuns: 40 },
    );
  });
});

describe('marked flow', () => {
  it('conserves marked money: what came in is carried out or held, and nobody carries more than came in', () => {
    fc.assert(
      fc.property(flowWorldArbitrary, (transfers) => {
        const { ledger } = createLedger(transfers);
        const features = measureFlow(buildTemporalGraph(ledger));
        const { marked, relations, graph, exceptional } = features;
        for (let account = 0; account < graph.accountCount; account++) {
          expect(marked.markedOut[account]!).toBeLessThanOrEqual(marked.markedIn[account]! + 1e-9);
          expect(marked.markedIn[account]!).toBeLessThanOrEqual(marked.totalIn[account]! + 1e-9);
          let carried = 0;
          for (let r = relations.outStarts[account]!; r < relations.outStarts[account + 1]!; r++) {
            carried += marked.carried[r]!;
            expect(marked.carried[r]!).toBeLessThanOrEqual(relations.total[r]! + 1e-9);
          }
          expect(carried).toBeCloseTo(marked.markedOut[account]!, 9);
          let arrived = 0;
          for (let k = relations.inStarts[account]!; k < relations.inStarts[account + 1]!; k++) {
            const r = relations.inRelations[k]!;
            arrived += exceptional.exceptional[r] === 1 ? relations.total[r]! : marked.carried[r]!;
          }
          expect(arrived).toBeCloseTo(marked.markedIn[account]!, 6);
        }
      }),
    );
  });
});
