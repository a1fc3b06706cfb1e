import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import { everybodysAccounts } from '../relations/everybodys-accounts.js';

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
 * receivers whom at least `least` pay so, and of whose payers at least half do, are kept. O(transfers), gone through twice
 * so that only what is kept takes memory.
 */
export function stagePayments(graph: TemporalGraph, hubFlag: Uint8Array, least: number): StagePayments {
  const { accountCount } = graph;
  const firms = everybodysAccounts(graph, hubFlag);
  // A slice holds not all who pay an account, but was told how many they are.
  const payerCounts = graph.extent?.payers ?? new Int32Array(accountCount);
  const staged = new Int32Array(accountCount);
  for (let payer = 0; payer < accountCount; payer++) {
    const rowsTo = rowsByReceiver(graph, payer);
    if (graph.extent === undefined) for (const receiver of rowsTo.keys()) payerCounts[receiver]!++;
    if (firms[payer] === 1) continue;
    for (const { receiver } of paymentsOf(graph, payer, rowsTo)) staged[receiver]!++;
  }
  const isKept = (receiver: Account): boolean =>
    hubFlag[receiver] === 0 && staged[receiver]! >= least && 2 * staged[receiver]! >= payerCounts[receiver]!;
  const ofPayer = new Map<Account, StagePayment[]>();
  const ofReceiver = new Map<Account, StagePayment[]>();
  for (let payer = 0; payer < accountCount; payer++) {
    if (firms[payer] === 1) continue;
    const own = paymentsOf(graph, payer, rowsByReceiver(graph, payer, isKept));
    // Who pays only one of them pays no two in stages.
    if (own.length < 2) continue;
    ofPayer.set(payer, own);
    for (const payment of own) {
      const known = ofReceiver.get(payment.receiver);
      if (known === undefined) ofReceiver.set(payment.receiver, [payment]);
      else known.push(payment);
    }
  }
  return { ofPayer, ofReceiver, payerCounts };
}

/** What an account pays whom, in the order of time; receivers that are not `wanted` are left out. */
function rowsByReceiver(
  graph: TemporalGraph,
  payer: Account,
  wanted: (receiver: Account) => boolean = () => true,
): Map<Account, Row[]> {
  const rowsTo = new Map<Account, Row[]>();
  for (const row of rowsOf(graph.out, payer)) {
    const receiver = graph.beneficiary[row]!;
    if (receiver === payer || !wanted(receiver)) continue;
    const known = rowsTo.get(receiver);
    if (known === undefined) rowsTo.set(receiver, [row]);
    else known.push(row);
  }
  return rowsTo;
}

function paymentsOf(
  graph: TemporalGraph,
  payer: Account,
  rowsTo: ReadonlyMap<Account, readonly Row[]>,
): StagePayment[] {
  if (rowsTo.size === 0) return [];
  const backing = new Set<Account>();
  for (const row of rowsOf(graph.in, payer)) backing.add(graph.payer[row]!);
  return [...rowsTo].flatMap(([receiver, rows]) => {
    if (rows.length > MOST_PAYMENTS || backing.has(receiver)) return [];
    return toPayment(graph, rows) ?? [];
  });
}

function toPayment(graph: TemporalGraph, rows: readonly Row[]): StagePayment | undefined {
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
