import { type AccountProjection, type Adjacency, adjacencyOf } from '../graph/index.js';
import { sortPositions } from '../structures/index.js';
import {
  absoluteScalesInto,
  addMarksInto,
  type MarkColumns,
  ownerScalesInto,
  refineColoursInto,
  scramble,
} from './transfer-marks.kernel.js';

/** Refinement stops here even if colours still split; farther differences then no longer tell accounts apart. */
const MAX_ROUNDS = 16;

/** Two independent 32-bit colours per account: together they rarely agree by chance. */
interface Colours {
  readonly high: Int32Array;
  readonly low: Int32Array;
}

/** What accounts are compared by: first time, colours, then the amounts in absolute terms. */
interface AccountTraits extends Colours {
  readonly firstTime: Float64Array;
  readonly largest: Float64Array;
  readonly amounts: Int32Array;
}

/**
 * The nodes of a projection in an order that comes from what the accounts did and not from what they are called:
 * Louvain's answer depends on the order of nodes, and no answer of ours may change when accounts are renamed.
 *
 * Nodes are sorted by the time of their first transfer, then by a colour. Colours start equal and are refined over all
 * transfers of the projection's window (time since each side's first transfer, amount as a share of each side's largest
 * in the currency, direction, colour of the far end) until they split no further. Then come the largest amount and a
 * hash of all amounts, which tell apart what differs by a factor only. Accounts that still agree are alike in all of
 * that, as the leaves of a star are; a walk through the projection orders them, starting from the
 * lowest account number, so that a tie broken in one place is broken the same way next door.
 *
 * Renaming, reordering rows, shifting all times and scaling all amounts leave the order as it is, up to accounts that
 * are exchangeable in this sense.
 *
 * @returns a permutation of the projection's nodes. O(rounds x transfers), 36 bytes a transfer of scratch.
 */
export function structuralOrder(projection: AccountProjection): Int32Array {
  const { accounts } = projection;
  const traits = traitsOf(projection);
  const order = Int32Array.from(accounts.keys());
  order.sort((a, b) => compareTraits(traits, accounts[a]!, accounts[b]!) || a - b);
  const rank = new Uint32Array(order.length);
  for (let i = 1; i < order.length; i++) {
    const same = compareTraits(traits, accounts[order[i - 1]!]!, accounts[order[i]!]!) === 0;
    rank[order[i]!] = rank[order[i - 1]!]! + (same ? 0 : 1);
  }
  if (rank[order[order.length - 1] ?? 0] === accounts.length - 1) return order;
  const visit = walk(order, rank, adjacencyOf(projection), projection);
  return Int32Array.from(sortPositions(accounts.length, [rank, visit]));
}

function compareTraits({ firstTime, high, low, largest, amounts }: AccountTraits, x: number, y: number): number {
  return (
    firstTime[x]! - firstTime[y]! ||
    high[x]! - high[y]! ||
    low[x]! - low[y]! ||
    largest[x]! - largest[y]! ||
    amounts[x]! - amounts[y]!
  );
}

function traitsOf(projection: AccountProjection): AccountTraits {
  const { graph, firstRow, endRow } = projection;
  const { ledger } = graph;
  const columns: MarkColumns = {
    payer: graph.payer,
    beneficiary: graph.beneficiary,
    timeMs: ledger.columns.timeMs,
    amount: ledger.columns.amountMinor,
    currency: ledger.columns.currency,
    currencyHash: Int32Array.from(ledger.currencies, ({ code }) => hashText(code)),
    firstRow,
    endRow,
  };
  const firstTime = new Float64Array(graph.accountCount);
  const largest = new Float64Array(graph.accountCount);
  const amounts = new Int32Array(graph.accountCount);
  absoluteScalesInto(
    largest,
    amounts,
    columns,
    Float64Array.from(ledger.currencies, ({ scale }) => 10 ** scale),
  );
  return { firstTime, largest, amounts, ...refine(projection, columns, firstTime) };
}

function refine(projection: AccountProjection, columns: MarkColumns, firstTime: Float64Array): Colours {
  const { graph } = projection;
  const marks = marksOf(projection, columns, firstTime);
  let colours: Colours = { high: new Int32Array(graph.accountCount), low: new Int32Array(graph.accountCount) };
  let spare: Colours = { high: new Int32Array(graph.accountCount), low: new Int32Array(graph.accountCount) };
  let classes = 1;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    refineColoursInto(spare.high, colours.high, marks, columns, 0x1b87_3593);
    refineColoursInto(spare.low, colours.low, marks, columns, 0x3c6e_f372);
    [colours, spare] = [spare, colours];
    const split = countClasses(projection, colours);
    if (split === classes) break;
    classes = split;
  }
  return colours;
}

/** A currency's number depends on which others there are; its code does not. */
function hashText(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = scramble(hash ^ text.charCodeAt(i));
  return hash;
}

function marksOf(projection: AccountProjection, columns: MarkColumns, firstTime: Float64Array): Int32Array {
  const { graph, firstRow, endRow } = projection;
  const ofPayer = new Float64Array(endRow - firstRow);
  const ofBeneficiary = new Float64Array(endRow - firstRow);
  const scale = new Float64Array(Math.max(1, graph.ledger.currencies.length));
  const { out, in: into } = graph;
  ownerScalesInto(firstTime, ofPayer, ofBeneficiary, columns, out.starts, out.rows, into.starts, into.rows, scale);
  const marks = new Int32Array(endRow - firstRow);
  addMarksInto(marks, columns, graph.payer, firstTime, ofPayer, 0x0100);
  addMarksInto(marks, columns, graph.beneficiary, firstTime, ofBeneficiary, 0x0200);
  return marks;
}

function countClasses({ accounts }: AccountProjection, colours: Colours): number {
  const high = Uint32Array.from(accounts, (account) => colours.high[account]!);
  const low = Uint32Array.from(accounts, (account) => colours.low[account]!);
  const order = sortPositions(accounts.length, [high, low]);
  let classes = 0;
  order.forEach((node, i) => {
    const before = order[i - 1];
    if (before === undefined || high[before] !== high[node] || low[before] !== low[node]) classes++;
  });
  return classes;
}

/** When a breadth-first walk, stepping by (class, node), reaches each node; starts go in the given order. */
function walk(order: Int32Array, rank: Uint32Array, adjacency: Adjacency, projection: AccountProjection): Uint32Array {
  const { starts, neighbours } = adjacency;
  const visit = new Uint32Array(projection.accounts.length);
  const queue = new Int32Array(projection.accounts.length);
  let head = 0;
  let tail = 0;
  const reach = (node: number): void => {
    if (visit[node] !== 0) return;
    queue[tail++] = node;
    visit[node] = tail;
  };
  for (const start of order) {
    reach(start);
    while (head < tail) {
      const node = queue[head++]!;
      const around = neighbours.slice(starts[node], starts[node + 1]);
      around.sort((a, b) => rank[a]! - rank[b]! || a - b).forEach(reach);
    }
  }
  return visit;
}
