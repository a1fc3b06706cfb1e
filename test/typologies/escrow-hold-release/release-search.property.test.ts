import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/foundation/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { matchPassThrough } from '../../../src/trace/index.js';
import { exactShare } from '../../../src/typologies/numbers/exact-share.js';
import { possibleHolders } from '../../../src/typologies/escrow-hold-release/possible-holders.js';
import { leastRelease, ReleaseSearch } from '../../../src/typologies/escrow-hold-release/release-search.js';
import { costsInTime } from '../../../src/typologies/escrow-hold-release/timed-pairs.js';
import { compareShares, isNear } from '../../../src/typologies/escrow-hold-release/release-share.js';

/** Few accounts, few amounts on and around the edges of a tenth, few times. */
const transfers = fc.array(
  fc.record({
    payer: fc.constantFrom('a', 'b', 'c', 'holder'),
    beneficiary: fc.constantFrom('holder', 'd', 'e'),
    timeMs: fc.integer({ min: 0, max: 12 }),
    amount: fc.constantFrom('9', '10', '89', '90', '91', '99', '100', '101'),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
  }),
  { minLength: 4, maxLength: 30 },
);

const COMMISSION = exactShare(0.1);

function searchOf(rows: readonly TransferInput[]): ReleaseSearch[] {
  const graph = buildTemporalGraph(createLedger(rows).ledger);
  return [...Array(graph.accountCount).keys()].flatMap((account) =>
    matchPassThrough(graph, account).map(
      (lane) =>
        new ReleaseSearch(lane, {
          minLagMs: 3,
          maxLagMs: 9,
          maxCommission: COMMISSION,
          maxSpread: exactShare(0.02),
          lagCost: 0.1,
          maxParts: 3,
          mayRelease: (credit, debit) => (credit + debit) % 5 !== 0,
        }),
    ),
  );
}

describe('ReleaseSearch', () => {
  it('finds the pairs that looking at every pair finds', () => {
    fc.assert(
      fc.property(transfers, (rows) => {
        for (const search of searchOf(rows)) {
          const { creditMinor, creditTimeMs, debitMinor, debitTimeMs } = search.lane;
          const pairs = search.all(new Budget('pairs', 1e6))!;
          const graph = costsInTime(pairs, debitTimeMs, new Budget('pairs', 1e6))!;
          for (let credit = 0; credit < creditMinor.length; credit++) {
            const [x, time] = [Number(creditMinor[credit]), creditTimeMs[credit]!];
            const expected = [...debitMinor.keys()].filter((debit) => {
              const [y, lag] = [Number(debitMinor[debit]), debitTimeMs[debit]! - time];
              return 10 * y >= 9 * x && y <= x && lag >= 3 && lag <= 9 && (credit + debit) % 5 !== 0;
            });
            const found = [...graph.targets.subarray(graph.starts[credit], graph.starts[credit + 1])];
            expect(found.sort((a, b) => a - b)).toEqual(expected);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('prefers small commissions and short lags', () => {
    const [search] = searchOf([{ payer: 'a', beneficiary: 'b', timeMs: 0, amount: '1', currency: 'EUR' }]);
    expect(search!.cost(100, 95, 9)).toBe(150_000_000);
    expect(search!.cost(100n, 95n, 0)).toBe(50_000_000);
  });
});

describe('leastRelease', () => {
  it('is the least whole amount that is nine tenths or more, below and beyond 2^53', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (whole) => {
        const least = BigInt(leastRelease(whole, COMMISSION));
        expect(10n * least >= 9n * whole && 10n * (least - 1n) < 9n * whole).toBe(true);
        const safe = Number(whole % 2n ** 53n);
        expect(BigInt(leastRelease(safe, COMMISSION))).toBe(leastRelease(BigInt(safe), COMMISSION));
      }),
    );
  });
});

describe('shares', () => {
  const share = fc.record({
    receivedMinor: fc.bigInt({ min: 1n, max: 10n ** 18n }),
    paidMinor: fc.bigInt({ min: 0n, max: 10n ** 18n }),
  });

  it('are ordered and compared exactly', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const exact = one.paidMinor * other.receivedMinor - other.paidMinor * one.receivedMinor;
        expect(Math.sign(compareShares(one, other))).toBe(exact < 0n ? -1 : exact > 0n ? 1 : 0);
      }),
    );
    const half = { receivedMinor: 2n * 10n ** 17n, paidMinor: 10n ** 17n };
    expect(compareShares({ ...half, paidMinor: half.paidMinor + 1n }, half)).toBeGreaterThan(0);
    expect(isNear({ receivedMinor: 100n, paidMinor: 52n }, half, exactShare(0.02))).toBe(true);
    expect(isNear({ receivedMinor: 100_001n, paidMinor: 52_001n }, half, exactShare(0.02))).toBe(false);
  });
});

describe('possibleHolders', () => {
  it('lets every account through on which the definition can hold', () => {
    fc.assert(
      fc.property(transfers, fc.integer({ min: 1, max: 3 }), (rows, least) => {
        const graph = buildTemporalGraph(createLedger(rows).ledger);
        const hubFlag = new Uint8Array(graph.accountCount);
        const holders = possibleHolders(graph, hubFlag, { least, leastWhole: least / 2, maxCommission: 0.1 });
        for (let account = 0; account < graph.accountCount; account++) {
          const credits = rows.filter(
            ({ beneficiary, payer }) => beneficiary === nameOf(account) && payer !== beneficiary,
          );
          const debits = rows.filter(({ payer, beneficiary }) => payer === nameOf(account) && payer !== beneficiary);
          const fits = (debit: TransferInput): boolean =>
            credits.some(
              (credit) =>
                credit.currency === debit.currency &&
                10 * Number(debit.amount) >= 9 * Number(credit.amount) &&
                Number(debit.amount) <= Number(credit.amount),
            );
          const possible = ['a', 'b', 'c', 'd', 'e', 'holder'].some((receiver) => {
            const own = debits.filter(({ beneficiary }) => beneficiary === receiver);
            return own.length >= least && 2 * own.filter(fits).length >= least;
          });
          const payers = new Set(credits.map(({ payer }) => payer)).size;
          if (possible && payers >= least) expect(holders).toContain(account);
        }
        function nameOf(account: number): string {
          return graph.ledger.accounts.key(account).account;
        }
      }),
      { numRuns: 400 },
    );
  });
});
