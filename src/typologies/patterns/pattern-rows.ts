import { type Account } from '../../foundation/index.js';
import { askWhole, type TemporalGraph, type TemporalIndex } from '../../graph/index.js';
import { lowerMedianOf } from '../../structures/index.js';
import { everybodysAccounts } from '../relations/everybodys-accounts.js';

/** Which transfers the patterns of layering look at. */
export interface PatternRule {
  /** 1 = a hub. */
  readonly hubFlag: Uint8Array;
  /** Transfers of less than this share of their currency's median amount are dust; 0 = there is no dust. */
  readonly dustShare: number;
  /**
   * One account pays the other on fewer than `habitOccasions`, each within this span, in the unit of the ledger's times;
   * undefined = as often as they like.
   */
  readonly strangersWithin: number | undefined;
  readonly habitOccasions: number;
  /**
   * Where strangers are asked for, the end of a transfer that may be an account that everybody deals with: the centre of a
   * fan, whose own count of parties is what is looked for. Default neither.
   */
  readonly centre?: 'payer' | 'beneficiary' | undefined;
}

/**
 * One byte per transfer: 1 = a pattern of layering may use it. Left out are
 * - transfers of an account to itself, and those of hubs;
 * - dust: far less than is usual in the currency. Addresses that imitate another are made known by transfers of nothing or
 *   next to nothing, which move no money; a transfer without amount is no dust;
 * - where strangers are asked for, transfers from one party to another that it pays out of habit, on `habitOccasions` (three) or
 *   more (a wage, a rent, a shop one goes to again); and transfers with accounts that everybody deals
 *   with.
 *
 * In data no longer than two spans everybody is a stranger. O(transfers).
 */
export function patternRows(
  graph: TemporalGraph,
  { hubFlag, dustShare, strangersWithin, habitOccasions, centre }: PatternRule,
): Uint8Array {
  const { payer, beneficiary, transferCount } = graph;
  const { amountMinor, currency } = graph.ledger.columns;
  const usualOf = usualAmounts(graph);
  const least = usualOf.map((usual) => usual * dustShare);
  const everybodys = strangersWithin === undefined ? hubFlag : everybodysAccounts(graph, hubFlag);
  const counted = new Uint8Array(transferCount);
  for (let row = 0; row < transferCount; row++) {
    const [from, to] = [payer[row]!, beneficiary[row]!];
    const isDust = amountMinor[row] === 0 || amountMinor[row]! < least[currency[row]!]!;
    const isOpen =
      (centre === 'payer' ? hubFlag : everybodys)[from] === 0 &&
      (centre === 'beneficiary' ? hubFlag : everybodys)[to] === 0;
    if (from !== to && isOpen && !isDust) counted[row] = 1;
  }
  if (strangersWithin !== undefined) {
    const standing = standingRows(graph, strangersWithin, habitOccasions);
    for (let row = 0; row < transferCount; row++) if (standing[row] === 1) counted[row] = 0;
  }
  return counted;
}

/** Several patterns ask for the same occasions in one graph, which never changes. By span and number. */
const knownStanding = new WeakMap<TemporalGraph, Map<string, Uint8Array>>();

/** 1 = a transfer in a relation of that many occasions or more. O(transfers) once. */
function standingRows(graph: TemporalGraph, span: number, habitOccasions: number): Uint8Array {
  const known = knownStanding.get(graph) ?? new Map<string, Uint8Array>();
  knownStanding.set(graph, known);
  const key = `${span} ${habitOccasions}`;
  const standing = known.get(key) ?? findStanding(graph, span, habitOccasions);
  known.set(key, standing);
  return standing;
}

function findStanding(
  { out, beneficiary, accountCount, transferCount, ledger }: TemporalGraph,
  span: number,
  habitOccasions: number,
): Uint8Array {
  const { timeMs } = ledger.columns;
  const standing = new Uint8Array(transferCount);
  const occasions = new Int32Array(accountCount);
  const began = new Float64Array(accountCount);
  for (let payer = 0; payer < accountCount; payer++) {
    const [from, to] = [out.starts[payer]!, out.starts[payer + 1]!];
    for (let i = from; i < to; i++) {
      const receiver = beneficiary[out.rows[i]!]!;
      const time = timeMs[out.rows[i]!]!;
      if (occasions[receiver]! > 0 && time - began[receiver]! <= span) continue;
      began[receiver] = time;
      occasions[receiver]!++;
    }
    for (let i = from; i < to; i++) {
      if (occasions[beneficiary[out.rows[i]!]!]! >= habitOccasions) standing[out.rows[i]!] = 1;
    }
    for (let i = from; i < to; i++) occasions[beneficiary[out.rows[i]!]!] = 0;
  }
  return standing;
}

/** Several patterns ask the same of one graph, which never changes. */
const knownAmounts = new WeakMap<TemporalGraph, readonly number[]>();

/** Median amount per currency of all data, in minor units; 0 where there is none. O(transfers) once. */
export function usualAmounts(graph: TemporalGraph): readonly number[] {
  const known = knownAmounts.get(graph) ?? askWhole(graph, 'usual amounts', () => medianAmounts(graph));
  knownAmounts.set(graph, known);
  return known;
}

function medianAmounts({ ledger, transferCount }: TemporalGraph): number[] {
  const { amountMinor, currency } = ledger.columns;
  const starts = new Int32Array(ledger.currencies.length + 1);
  for (let row = 0; row < transferCount; row++) if (amountMinor[row]! > 0) starts[currency[row]! + 1]!++;
  for (let code = 0; code < ledger.currencies.length; code++) starts[code + 1]! += starts[code]!;
  const ends = starts.slice();
  const amounts = new Float64Array(starts.at(-1)!);
  for (let row = 0; row < transferCount; row++) {
    if (amountMinor[row]! > 0) amounts[ends[currency[row]!]!++] = amountMinor[row]!;
  }
  return ledger.currencies.map((_, code) => {
    const own = amounts.subarray(starts[code], ends[code]);
    return own.length === 0 ? 0 : lowerMedianOf(own);
  });
}

/**
 * The graph with the counted transfers alone: the same accounts and rows, fewer of them listed. Who is paid may look at
 * others than who pays. O(transfers).
 */
export function onlyCounted(graph: TemporalGraph, asPaid: Uint8Array, asPaying: Uint8Array = asPaid): TemporalGraph {
  return { ...graph, in: filterIndex(graph.in, asPaid), out: filterIndex(graph.out, asPaying) };
}

function filterIndex({ starts, rows }: TemporalIndex, counted: Uint8Array): TemporalIndex {
  const kept = new Int32Array(rows.length);
  const own = new Int32Array(starts.length);
  let length = 0;
  for (let account: Account = 0; account + 1 < starts.length; account++) {
    for (let i = starts[account]!; i < starts[account + 1]!; i++) {
      if (counted[rows[i]!] === 1) kept[length++] = rows[i]!;
    }
    own[account + 1] = length;
  }
  return { starts: own, rows: kept.slice(0, length) };
}
