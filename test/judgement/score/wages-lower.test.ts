import { describe, expect, it } from 'vitest';
import { measureFacts, measureFlow } from '../../../src/features/index.js';
import { DAY_MS } from '../../../src/foundation/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { scoreAccounts } from '../../../src/judgement/index.js';
import { type AccountKey, createLedger, type Ledger, type TransferInput } from '../../../src/ledger/index.js';
import { simulateWorld } from '../../../src/simulation/index.js';

/** Less than what a score is told to: ranks in the file move a little for everybody when transfers are added. */
const ROUNDING = 0.05;

function transfersOf({ accounts, columns, currencies, rowCount }: Ledger): TransferInput[] {
  return Array.from({ length: rowCount }, (_, row) => ({
    payer: accounts.key(columns.payer[row]!),
    beneficiary: accounts.key(columns.beneficiary[row]!),
    timeMs: columns.timeMs[row]!,
    amount: (columns.amountMinor[row]! / 100).toFixed(2),
    currency: currencies[columns.currency[row]!]!.code,
  }));
}

function scoresOf(rows: readonly TransferInput[]): { ledger: Ledger; scores: Float64Array } {
  const { ledger } = createLedger(rows);
  return { ledger, scores: scoreAccounts(measureFlow(buildTemporalGraph(ledger))).second };
}

interface ScoredWorld {
  readonly world: Ledger;
  readonly transfers: readonly TransferInput[];
  readonly scores: Float64Array;
  /** The six accounts of the highest scores, and the main receiver of the exceptional money of each that has one. */
  readonly top: readonly number[];
  readonly receivers: ReadonlyMap<number, number>;
}

function scoredWorld(seed: number): ScoredWorld {
  const world = simulateWorld({ seed, transfers: 12_000 }).toLedger().ledger;
  const transfers = transfersOf(world);
  const { ledger, scores } = scoresOf(transfers);
  const features = measureFlow(buildTemporalGraph(ledger));
  const { topMarked } = measureFacts(features);
  const top = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).slice(0, 6);
  const paying = top.filter((account) => topMarked[account]! >= 0);
  const receivers = new Map(paying.map((account) => [account, features.relations.beneficiary[topMarked[account]!]!]));
  return { world: ledger, transfers, scores, top, receivers };
}

interface Regular {
  /** Strangers who are paid by `of`, or pay it, on a day of each of six months. */
  readonly strangers: number;
  readonly amount: string;
  readonly side: 'payer' | 'beneficiary';
  readonly of: number;
}

function scoreWith({ world, transfers }: ScoredWorld, account: number, regular: Regular): number {
  const { strangers, amount, side, of } = regular;
  const key = world.accounts.key(of);
  const { currency = 'EUR' } = transfers.find(({ payer }) => sameKey(payer as AccountKey, key)) ?? {};
  const added = Array.from({ length: strangers * 6 }, (_, n): TransferInput => {
    const [stranger, month] = [Math.floor(n / 6), n % 6];
    const other = { institution: 'TEST', account: `stranger ${stranger}` };
    const parties = side === 'payer' ? { payer: key, beneficiary: other } : { payer: other, beneficiary: key };
    return { ...parties, timeMs: world.columns.timeMs[0]! + (30 * month + 5 + stranger) * DAY_MS, amount, currency };
  });
  const { ledger, scores } = scoresOf([...transfers, ...added]);
  return scores[ledger.accounts.find(world.accounts.key(account))!]!;
}

function sameKey(left: AccountKey, right: AccountKey): boolean {
  return left.institution === right.institution && left.account === right.account;
}

const WAGES = [
  [1, '300.00'],
  [2, '900.00'],
  [5, '900.00'],
] as const;
const FEES = [[1, '60.00'], [4, '60.00'], ...WAGES] as const;

describe.each([3, 5, 9, 11])('ordinary life lowers a score, in world %i', (seed) => {
  const scored = scoredWorld(seed);
  const expectLower = (account: number, regular: Regular): void => {
    const now = scoreWith(scored, account, regular);
    const { strangers, amount } = regular;
    expect(now, `${strangers} times ${amount} a month`).toBeLessThanOrEqual(scored.scores[account]! + ROUNDING);
  };

  it('wages that an account pays', () => {
    for (const account of scored.top) {
      for (const [strangers, amount] of WAGES) {
        expectLower(account, { strangers, amount, side: 'payer', of: account });
      }
    }
  });

  it('wages that the main receiver of its exceptional money pays', () => {
    expect(scored.receivers.size).toBeGreaterThan(3);
    for (const [account, of] of scored.receivers) {
      for (const [strangers, amount] of WAGES) expectLower(account, { strangers, amount, side: 'payer', of });
    }
  });

  it('payers who pay month after month', () => {
    for (const account of scored.top) {
      for (const [strangers, amount] of FEES) {
        expectLower(account, { strangers, amount, side: 'beneficiary', of: account });
      }
    }
  });
});
