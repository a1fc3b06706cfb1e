import { type Account } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { channelCode } from '../ledger/index.js';
import { everybodysAccounts } from './everybodys-accounts.js';

/** It takes three to make a habit; a part that is handed in as two deposits is still one part. */
const MOST_PAYMENTS = 2;

const CARD = channelCode('card');

/** All that one account pays another, where that can be a part of a fee. */
export interface StagePayment {
  readonly payer: Account;
  readonly receiver: Account;
  readonly firstMs: number;
  /** As received, in minor units of this currency. */
  readonly minor: number;
  readonly currency: number;
}

/** These payments by payer and by receiver, receivers ascending, and how many different others pay each account. */
export interface StagePayments {
  readonly ofPayer: ReadonlyMap<Account, readonly StagePayment[]>;
  readonly ofReceiver: ReadonlyMap<Account, readonly StagePayment[]>;
  readonly payerCounts: Int32Array;
}

/**
 * What accounts pay others once or twice over all data, neither by card, which is a sale, nor in several currencies, where
 * nothing is paid back. Payers whom everybody deals with are firms and no families; hubs neither pay nor are paid. Only
 * receivers whom at least `least` pay so, and of whose payers at least half do, are kept. O(transfers).
 */
export function stagePayments(graph: TemporalGraph, hubFlag: Uint8Array, least: number): StagePayments {
  const { accountCount } = graph;
  const firms = everybodysAccounts(graph, hubFlag);
  const payerCounts = new Int32Array(accountCount);
  const staged = new Int32Array(accountCount);
  const found: StagePayment[] = [];
  for (let payer = 0; payer < accountCount; payer++) {
    const rowsTo = new Map<Account, number[]>();
    for (const row of rowsOf(graph.out, payer)) {
      const receiver = graph.beneficiary[row]!;
      if (receiver === payer) continue;
      const known = rowsTo.get(receiver);
      if (known === undefined) rowsTo.set(receiver, [row]);
      else known.push(row);
    }
    for (const receiver of rowsTo.keys()) payerCounts[receiver]!++;
    if (firms[payer] === 1) continue;
    const backing = payersOf(graph, payer);
    for (const [receiver, rows] of rowsTo) {
      if (rows.length > MOST_PAYMENTS || hubFlag[receiver] === 1 || backing.has(receiver)) continue;
      const payment = toPayment(graph, rows);
      if (payment === undefined) continue;
      found.push(payment);
      staged[receiver]!++;
    }
  }
  const isKept = ({ receiver }: StagePayment): boolean =>
    staged[receiver]! >= least && 2 * staged[receiver]! >= payerCounts[receiver]!;
  const kept = found.filter(isKept);
  return {
    ofPayer: groupBy(kept, ({ payer }) => payer),
    ofReceiver: groupBy(
      kept.sort((a, b) => a.receiver - b.receiver || a.payer - b.payer),
      ({ receiver }) => receiver,
    ),
    payerCounts,
  };
}

function toPayment(graph: TemporalGraph, rows: readonly number[]): StagePayment | undefined {
  const { timeMs, amountMinor, receivedMinor, currency, receivedCurrency, channel } = graph.ledger.columns;
  const code = (receivedCurrency ?? currency)[rows[0]!]!;
  let minor = 0;
  for (const row of rows) {
    if (channel[row] === CARD || (receivedCurrency ?? currency)[row] !== code) return undefined;
    minor += (receivedMinor ?? amountMinor)[row]!;
  }
  const [payer, receiver] = [graph.payer[rows[0]!]!, graph.beneficiary[rows[0]!]!];
  return minor > 0 ? { payer, receiver, firstMs: timeMs[rows[0]!]!, minor, currency: code } : undefined;
}

function payersOf(graph: TemporalGraph, account: Account): Set<Account> {
  const payers = new Set<Account>();
  for (const row of rowsOf(graph.in, account)) payers.add(graph.payer[row]!);
  return payers;
}

function groupBy(
  payments: readonly StagePayment[],
  key: (payment: StagePayment) => Account,
): Map<Account, StagePayment[]> {
  const groups = new Map<Account, StagePayment[]>();
  for (const one of payments) {
    const known = groups.get(key(one));
    if (known === undefined) groups.set(key(one), [one]);
    else known.push(one);
  }
  return groups;
}
