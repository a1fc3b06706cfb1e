import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import { GrowableColumn } from '../../structures/index.js';
import { everybodysAccounts } from '../relations/everybodys-accounts.js';
import { sameFlags } from '../relations/same-flags.js';

/** It takes three to make a habit; a part that is handed in as two deposits is still one part. */
const MOST_PAYMENTS = 2;

const CARD = channelCode('card');
/** More payments than a part can have, with room for those that follow. */
const NO_PART = 1 << 30;

/**
 * All that accounts pay others, where that can be a part of a fee: one place for each two accounts, payer after payer. Columns,
 * as most transfers of a random file make one.
 */
export interface StagePayments {
  readonly payer: Int32Array;
  readonly receiver: Int32Array;
  readonly firstMs: Float64Array;
  /** As received, in minor units of this currency. */
  readonly minor: Float64Array;
  readonly currency: Uint16Array;
  /** By payer: where its payments begin; one more for the end. */
  readonly starts: Int32Array;
  /** By account: how many different others pay it, in whatever way. */
  readonly payerCounts: Int32Array;
}

/**
 * What accounts pay others once or twice over all data, neither by card, which is a sale, nor in several currencies, where
 * nothing is paid back. Payers whom everybody deals with are firms and no families; hubs neither pay nor are paid. Only
 * receivers whom at least `least` pay so, and of whose payers at least half do, are kept. O(transfers), gone through twice
 * so that only what is kept takes memory.
 */
export function stagePayments(graph: TemporalGraph, hubFlag: Uint8Array, least: number): StagePayments {
  const firms = everybodysAccounts(graph, hubFlag);
  const payments = new PayerPayments(graph);
  const { staged, payerCounts } = stageCounts(graph, hubFlag, firms, payments);
  const kept = new Uint8Array(graph.accountCount);
  for (let receiver = 0; receiver < kept.length; receiver++) {
    const isKept = staged[receiver]! >= least && 2 * staged[receiver]! >= payerCounts[receiver]!;
    if (isKept && hubFlag[receiver] === 0) kept[receiver] = 1;
  }
  const starts = new Int32Array(graph.accountCount + 1);
  const columns = {
    payer: new GrowableColumn(Int32Array),
    receiver: new GrowableColumn(Int32Array),
    firstMs: new GrowableColumn(Float64Array),
    minor: new GrowableColumn(Float64Array),
    currency: new GrowableColumn(Uint16Array),
  };
  for (let payer = 0; payer < graph.accountCount; payer++) {
    const { length } = columns.payer;
    starts[payer] = length;
    if (firms[payer] === 1 || !paysTwice(graph, payer, kept)) continue;
    payments.lookAt(payer);
    for (const receiver of payments.receivers) {
      if (kept[receiver] === 1 && payments.isStage(receiver)) payments.appendTo(columns, receiver);
    }
    // Who pays only one of them pays no two in stages.
    if (columns.payer.length - length < 2) for (const column of Object.values(columns)) column.length = length;
  }
  starts[graph.accountCount] = columns.payer.length;
  return {
    payer: columns.payer.finish(),
    receiver: columns.receiver.finish(),
    firstMs: columns.firstMs.finish(),
    minor: columns.minor.finish(),
    currency: columns.currency.finish(),
    starts,
    payerCounts,
  };
}

/** By receiver: how many different others pay it, and how many of these pay what can be a part of a fee. */
interface StageCounts {
  readonly staged: Int32Array;
  readonly payerCounts: Int32Array;
}

/** The counts hold for whatever least number is asked for, and are asked for with two. */
const latestCounts = new WeakMap<TemporalGraph, StageCounts & { readonly hubFlag: Uint8Array }>();

function stageCounts(
  graph: TemporalGraph,
  hubFlag: Uint8Array,
  firms: Uint8Array,
  payments: PayerPayments,
): StageCounts {
  const known = latestCounts.get(graph);
  if (known !== undefined && sameFlags(known.hubFlag, hubFlag)) return known;
  // A slice holds not all who pay an account, but was told how many they are.
  const payerCounts = graph.extent?.payers ?? new Int32Array(graph.accountCount);
  const staged = new Int32Array(graph.accountCount);
  for (let payer = 0; payer < graph.accountCount; payer++) {
    payments.lookAt(payer);
    if (graph.extent === undefined) for (const receiver of payments.receivers) payerCounts[receiver]!++;
    if (firms[payer] === 1) continue;
    for (const receiver of payments.receivers) if (payments.isStage(receiver)) staged[receiver]!++;
  }
  const counts = { staged, payerCounts, hubFlag: hubFlag.slice() };
  latestCounts.set(graph, counts);
  return counts;
}

/** Whether at least two payments of an account go to receivers with this flag. */
function paysTwice({ out, beneficiary }: TemporalGraph, payer: Account, flag: Uint8Array): boolean {
  let found = 0;
  for (let p = out.starts[payer]!; p < out.starts[payer + 1]! && found < 2; p++) {
    if (flag[beneficiary[out.rows[p]!]!] === 1) found++;
  }
  return found >= 2;
}

type PaymentColumn = Exclude<keyof StagePayments, 'starts' | 'payerCounts'>;
type GrowingPayments = { readonly [Name in PaymentColumn]: GrowableColumn<StagePayments[Name]> };

/** What one account after the other pays whom, added up in arrays of the size of the graph that are stamped, not cleared. */
class PayerPayments {
  /** In the order of the first payment. */
  readonly receivers: Account[] = [];
  #payer: Account = -1;
  /** Goes up whenever another payer is looked at. */
  #stamp = 0;
  readonly #graph: TemporalGraph;
  readonly #currencies: Uint16Array;
  readonly #amounts: Float64Array;
  /** By receiver: the last stamp under which it was seen to be paid, or to pay. */
  readonly #paidBy: Int32Array;
  readonly #pays: Int32Array;
  /** By receiver, of the payer that is looked at: payments (or {@link NO_PART} and more), the first, and what they add up to. */
  readonly #times: Int32Array;
  readonly #firstRow: Int32Array;
  readonly #minor: Float64Array;

  constructor(graph: TemporalGraph) {
    const { columns } = graph.ledger;
    this.#graph = graph;
    this.#currencies = columns.receivedCurrency ?? columns.currency;
    this.#amounts = columns.receivedMinor ?? columns.amountMinor;
    this.#paidBy = new Int32Array(graph.accountCount);
    this.#pays = new Int32Array(graph.accountCount);
    this.#times = new Int32Array(graph.accountCount);
    this.#firstRow = new Int32Array(graph.accountCount);
    this.#minor = new Float64Array(graph.accountCount);
  }

  lookAt(payer: Account): void {
    const { in: credits, out: debits, payer: payers, beneficiary, ledger } = this.#graph;
    const stamp = ++this.#stamp;
    this.#payer = payer;
    this.receivers.length = 0;
    for (let p = debits.starts[payer]!; p < debits.starts[payer + 1]!; p++) {
      const row = debits.rows[p]!;
      const receiver = beneficiary[row]!;
      if (receiver === payer) continue;
      if (this.#paidBy[receiver] !== stamp) {
        this.#paidBy[receiver] = stamp;
        this.#times[receiver] = ledger.columns.channel[row] === CARD ? NO_PART : 1;
        this.#firstRow[receiver] = row;
        this.#minor[receiver] = this.#amounts[row]!;
        this.receivers.push(receiver);
        continue;
      }
      const isOther = this.#currencies[row] !== this.#currencies[this.#firstRow[receiver]!];
      if (isOther || ledger.columns.channel[row] === CARD) this.#times[receiver] = NO_PART;
      this.#times[receiver]!++;
      this.#minor[receiver]! += this.#amounts[row]!;
    }
    for (let p = credits.starts[payer]!; p < credits.starts[payer + 1]!; p++) {
      this.#pays[payers[credits.rows[p]!]!] = stamp;
    }
  }

  /** Whether what it pays this receiver can be a part of a fee. */
  isStage(receiver: Account): boolean {
    const isHabit = this.#times[receiver]! > MOST_PAYMENTS;
    return !isHabit && this.#pays[receiver] !== this.#stamp && this.#minor[receiver]! > 0;
  }

  appendTo(columns: GrowingPayments, receiver: Account): void {
    const first = this.#firstRow[receiver]!;
    columns.payer.push(this.#payer);
    columns.receiver.push(receiver);
    columns.firstMs.push(this.#graph.ledger.columns.timeMs[first]!);
    columns.minor.push(this.#minor[receiver]!);
    columns.currency.push(this.#currencies[first]!);
  }
}
