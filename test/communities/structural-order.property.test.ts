import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structuralOrder } from '../../src/communities/index.js';
import { createRandom, shuffle } from '../../src/foundation/index.js';
import { buildTemporalGraph, projectAccounts } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { ledgerOf, renamed, transferArbitrary, transfersArbitrary } from '../support/small-ledgers.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Accounts by name, in structural order. */
function orderOf(transfers: readonly TransferInput[]): string[] {
  const { ledger } = createLedger(transfers);
  const projection = projectAccounts(buildTemporalGraph(ledger));
  const order = structuralOrder(projection);
  return Array.from(order, (node) => ledger.accounts.key(projection.accounts[node]!).account);
}

/** The transfers as seen along an order: what no renaming can change. */
function pictureOf(transfers: readonly TransferInput[], order: readonly string[]): string[] {
  return transfers
    .map(({ payer, beneficiary, timeMs, amount, currency }) =>
      [order.indexOf(payer as string), order.indexOf(beneficiary as string), timeMs, amount, currency].join(' '),
    )
    .sort();
}

/** Transfers at different times: no two accounts are exchangeable. */
const distinctTimes = fc
  .array(transferArbitrary, { maxLength: 25 })
  .map((transfers) => transfers.map((transfer, i) => ({ ...transfer, timeMs: transfer.timeMs + 7 * i })));

describe('structuralOrder', () => {
  it('is a permutation of the nodes', () => {
    fc.assert(
      fc.property(transfersArbitrary, (transfers) => {
        const projection = projectAccounts(buildTemporalGraph(createLedger(transfers).ledger));
        const sorted = structuralOrder(projection).sort();
        expect([...sorted]).toEqual([...projection.accounts.keys()]);
      }),
    );
  });

  it('does not see names or the order of rows, even among exchangeable accounts', () => {
    fc.assert(
      fc.property(transfersArbitrary, fc.nat(1000), (transfers, seed) => {
        const random = createRandom(seed);
        const names = new Map(shuffle([...NAMES], random).map((name, i) => [NAMES[i]!, name]));
        const other = shuffle(renamed(transfers, names), random);
        expect(pictureOf(other, orderOf(other))).toEqual(pictureOf(transfers, orderOf(transfers)));
      }),
      { numRuns: 300 },
    );
  });

  it('follows the names exactly when times tell accounts apart', () => {
    fc.assert(
      fc.property(distinctTimes, fc.nat(1000), (transfers, seed) => {
        const names = new Map(shuffle([...NAMES], createRandom(seed)).map((name, i) => [NAMES[i]!, name]));
        expect(pictureOf(renamed(transfers, names), orderOf(renamed(transfers, names)))).toEqual(
          pictureOf(transfers, orderOf(transfers)),
        );
      }),
    );
  });

  it('does not see a shift of time or a scale of amounts', () => {
    fc.assert(
      fc.property(transfersArbitrary, (transfers) => {
        const shifted = transfers.map((transfer) => ({
          ...transfer,
          timeMs: transfer.timeMs + 86_400_000,
          amount: String(Number(transfer.amount) * 7),
        }));
        expect(orderOf(shifted)).toEqual(orderOf(transfers));
      }),
    );
  });

  it('tells accounts apart by the amounts their partners move elsewhere', () => {
    const transfers = ['h>x@1 5 EUR', 'h>y@1 5 EUR', 'x>p@2 5 EUR', 'y>q@2 4 EUR', 'y>r@2 1 EUR'];
    const order = (...texts: string[]): string[] => {
      const ledger = ledgerOf(...texts);
      const projection = projectAccounts(buildTemporalGraph(ledger));
      return Array.from(structuralOrder(projection), (node) => ledger.accounts.key(projection.accounts[node]!).account);
    };
    const swapped = transfers.map((text) => text.replace(/[xy]/, (name) => (name === 'x' ? 'y' : 'x')));
    const xFirst = order(...transfers).indexOf('x') < order(...transfers).indexOf('y');
    const yFirst = order(...swapped).indexOf('y') < order(...swapped).indexOf('x');
    expect(yFirst).toBe(xFirst);
  });

  it('is empty for an empty projection', () => {
    expect(structuralOrder(projectAccounts(buildTemporalGraph(ledgerOf())))).toHaveLength(0);
  });
});
