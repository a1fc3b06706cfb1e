import { describe, expect, it } from 'vitest';
import { measureFacts, measureFlow } from '../../../src/features/index.js';
import { DAY_MS } from '../../../src/foundation/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { scoreAccounts } from '../../../src/judgement/index.js';
import { type AccountKey, createLedger, type Ledger, type TransferInput } from '../../../src/ledger/index.js';
import { simulateWorld } from '../../../src/simulation/index.js';

/** Less than what a score is told to: ranks in the file move a little for everybody when transfers are added. */
const ROUNDING = 0.05;

const world = simulateWorld({ seed: 3, transfers: 12_000 }).toLedger().ledger;
const transfers = transfersOf(world);
const before = scoresOf(transfers);
/** The six accounts of the highest scores. */
const top = [...before.scores.keys()].sort((a, b) => before.scores[b]! - before.scores[a]!).slice(0, 6);

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

/** The account that receives most of an account's marked money; undefined where none does. */
function mainReceiverOf(account: number): number | undefined {
  const features = measureFlow(buildTemporalGraph(before.ledger));
  const relation = measureFacts(features).topMarked[account]!;
  return relation < 0 ? undefined : features.relations.beneficiary[relation];
}

/** The account's score when it, or another one, has paid (or been paid by) some strangers on a day of each of six months. */
function scoreWith(
  account: number,
  strangers: number,
  amount: string,
  side: 'payer' | 'beneficiary',
  who: number = account,
): number {
  const key = before.ledger.accounts.key(who);
  const { currency = 'EUR' } = transfers.find(({ payer }) => sameKey(payer as AccountKey, key)) ?? {};
  const added: TransferInput[] = [];
  for (let stranger = 0; stranger < strangers; stranger++) {
    const other = { institution: 'TEST', account: `stranger ${stranger}` };
    const parties = side === 'payer' ? { payer: key, beneficiary: other } : { payer: other, beneficiary: key };
    for (let month = 0; month < 6; month++) {
      const timeMs = world.columns.timeMs[0]! + (30 * month + 5 + stranger) * DAY_MS;
      added.push({ ...parties, timeMs, amount, currency });
    }
  }
  const { ledger, scores } = scoresOf([...transfers, ...added]);
  return scores[ledger.accounts.find(before.ledger.accounts.key(account))!]!;
}

function sameKey(left: AccountKey, right: AccountKey): boolean {
  return left.institution === right.institution && left.account === right.account;
}

describe('ordinary life', () => {
  it('lowers a score: wages that an account pays', () => {
    for (const account of top) {
      expect(scoreWith(account, 2, '900.00', 'payer')).toBeLessThanOrEqual(before.scores[account]! + ROUNDING);
      expect(scoreWith(account, 5, '900.00', 'payer')).toBeLessThanOrEqual(before.scores[account]! + ROUNDING);
    }
  });

  // Known limit: such wages carry exceptional money, so that `zPassed` rises with them, by 0.063 nats in all for one of these accounts.
  it.fails('lowers a score: wages that the main receiver of its exceptional money pays', () => {
    const receivers = top.map((account) => [account, mainReceiverOf(account)] as const);
    expect(receivers.filter(([, receiver]) => receiver !== undefined).length).toBeGreaterThan(3);
    for (const [account, receiver] of receivers) {
      if (receiver === undefined) continue;
      for (const [workers, wage] of [
        [1, '300.00'],
        [2, '900.00'],
        [5, '900.00'],
      ] as const) {
        const now = scoreWith(account, workers, wage, 'payer', receiver);
        expect(now, `${workers} wages of ${wage}`).toBeLessThanOrEqual(before.scores[account]! + ROUNDING);
      }
    }
  });

  it('lowers a score: payers who pay month after month', () => {
    for (const account of top) {
      expect(scoreWith(account, 1, '60.00', 'beneficiary')).toBeLessThanOrEqual(before.scores[account]! + ROUNDING);
      expect(scoreWith(account, 4, '60.00', 'beneficiary')).toBeLessThanOrEqual(before.scores[account]! + ROUNDING);
    }
  });
});
