import { type Account, type Bounded, type Budget, complete, type Row, stopped } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { onlyCounted } from '../patterns/pattern-rows.js';
import { hoursBetween } from '../time/window-length.js';

/** See the detector. */
export interface BipartiteRule {
  readonly minPayers: number;
  readonly minReceivers: number;
  readonly windowHours: number;
  /** In the unit of the ledger's times. */
  readonly span: number;
  readonly counted: Uint8Array;
}

/** Who pays all of whom. */
interface Sides {
  readonly payers: readonly Account[];
  readonly receivers: ReadonlySet<Account>;
}

/**
 * The greatest sets of payers that each pay all of a set of receivers: for a payer, what others have in common with it is
 * narrowed down payer by payer, and a set is kept where it is met first in the order of the payers (close-by-one), so
 * that each comes once. Sets of too few receivers are not followed. Everything that is looked at is counted in the budget:
 * payers of receivers, receivers in common, and payments of a set that is kept.
 */
export function findBipartite(graph: TemporalGraph, rule: BipartiteRule, budget: Budget): Bounded<Occurrence> {
  const counted = onlyCounted(graph, rule.counted);
  const paysTo = receiversByPayer(counted, rule.minReceivers);
  const payersOf = new Map<Account, Account[]>();
  for (const [payer, receivers] of paysTo) {
    for (const receiver of receivers) {
      const known = payersOf.get(receiver);
      if (known === undefined) payersOf.set(receiver, [payer]);
      else known.push(payer);
    }
  }
  const found: Occurrence[] = [];
  const keep = (sides: Sides): boolean => {
    const rows = sides.payers.reduce((sum, payer) => sum + rowsOf(counted.out, payer).length, 0);
    if (!budget.spend(rows)) return false;
    const occurrence = withinWindow(counted, sides, rule);
    if (occurrence !== undefined) found.push(occurrence);
    return true;
  };
  for (const [payer, receivers] of paysTo) {
    if (!budget.spend(pairsOf(receivers, payersOf))) break;
    const sides = { payers: payingAll(receivers, { paysTo, payersOf }), receivers };
    // Whoever is met first owns the set.
    if (sides.payers[0] !== payer) continue;
    if (!narrow(sides, payer, { paysTo, payersOf, rule, budget, keep })) break;
  }
  return budget.exhausted ? stopped(found, budget.describe()) : complete(found);
}

/** Who pays whom, of payers who pay enough. */
interface Payments {
  readonly paysTo: ReadonlyMap<Account, ReadonlySet<Account>>;
  readonly payersOf: ReadonlyMap<Account, readonly Account[]>;
}

interface Narrowing extends Payments {
  readonly rule: BipartiteRule;
  readonly budget: Budget;
  /** False if the budget ran out. */
  readonly keep: (sides: Sides) => boolean;
}

/** Keeps the set and goes on with those that a later payer narrows down. False if the budget ran out. */
function narrow(sides: Sides, last: Account, search: Narrowing): boolean {
  const { paysTo, payersOf, rule, budget, keep } = search;
  if (sides.payers.length >= rule.minPayers && !keep(sides)) return false;
  const inside = new Set(sides.payers);
  if (!budget.spend(pairsOf(sides.receivers, payersOf))) return false;
  const others = timesPaying(sides.receivers, payersOf);
  for (const payer of ascending(others.keys())) {
    if (payer <= last || inside.has(payer)) continue;
    if (!budget.spend(sides.receivers.size)) return false;
    if (others.get(payer)! < rule.minReceivers) continue;
    const paid = paysTo.get(payer)!;
    const receivers = new Set<Account>();
    for (const receiver of sides.receivers) if (paid.has(receiver)) receivers.add(receiver);
    if (!budget.spend(pairsOf(receivers, payersOf))) return false;
    const payers = payingAll(receivers, search);
    if (payers.some((one) => one < payer && !inside.has(one))) continue;
    if (!narrow({ payers, receivers }, payer, search)) return false;
  }
  return true;
}

function receiversByPayer(graph: TemporalGraph, least: number): Map<Account, ReadonlySet<Account>> {
  const found = new Map<Account, ReadonlySet<Account>>();
  for (let payer = 0; payer < graph.accountCount; payer++) {
    const rows = rowsOf(graph.out, payer);
    if (rows.length < least) continue;
    const receivers = new Set(Array.from(rows, (row) => graph.beneficiary[row]!));
    if (receivers.size >= least) found.set(payer, receivers);
  }
  return found;
}

/** Pairs of one of these receivers and an account that pays it. */
function pairsOf(receivers: ReadonlySet<Account>, payersOf: ReadonlyMap<Account, readonly Account[]>): number {
  let pairs = 0;
  for (const receiver of receivers) pairs += payersOf.get(receiver)!.length;
  return pairs;
}

/** Accounts that pay all of these, ascending: among those that pay the one whom fewest pay. */
function payingAll(receivers: ReadonlySet<Account>, { paysTo, payersOf }: Payments): Account[] {
  let fewest: readonly Account[] | undefined;
  for (const receiver of receivers) {
    const payers = payersOf.get(receiver)!;
    if (fewest === undefined || payers.length < fewest.length) fewest = payers;
  }
  const paysAll = (payer: Account): boolean => {
    const paid = paysTo.get(payer)!;
    for (const receiver of receivers) if (!paid.has(receiver)) return false;
    return true;
  };
  return ascending((fewest ?? []).filter(paysAll));
}

/** How many of these each account pays. */
function timesPaying(
  receivers: ReadonlySet<Account>,
  payersOf: ReadonlyMap<Account, readonly Account[]>,
): Map<Account, number> {
  const times = new Map<Account, number>();
  for (const receiver of receivers) {
    for (const payer of payersOf.get(receiver)!) times.set(payer, (times.get(payer) ?? 0) + 1);
  }
  return times;
}

/** The payments between the two sides, if one window holds at least one of every pair: the earliest such window. */
function withinWindow(graph: TemporalGraph, { payers, receivers }: Sides, rule: BipartiteRule): Occurrence | undefined {
  const { timeMs } = graph.ledger.columns;
  const rows = ascending(
    payers.flatMap((payer) => [...rowsOf(graph.out, payer)].filter((row) => receivers.has(graph.beneficiary[row]!))),
  );
  const pairOf = (row: Row): string => `${graph.payer[row]!}>${graph.beneficiary[row]!}`;
  const held = new Map<string, number>();
  let from = 0;
  for (let to = 0; to < rows.length; to++) {
    held.set(pairOf(rows[to]!), (held.get(pairOf(rows[to]!)) ?? 0) + 1);
    while (timeMs[rows[to]!]! - timeMs[rows[from]!]! > rule.span) {
      const pair = pairOf(rows[from++]!);
      const left = held.get(pair)! - 1;
      if (left === 0) held.delete(pair);
      else held.set(pair, left);
    }
    if (held.size < payers.length * receivers.size) continue;
    const inside = rows.slice(from, to + 1);
    const { precision } = graph.ledger;
    return {
      weight: held.size,
      subjects: [...receivers],
      payers,
      rows: inside,
      measured: [
        { name: 'payers', value: payers.length, unit: 'count', threshold: rule.minPayers },
        { name: 'receivers', value: receivers.size, unit: 'count', threshold: rule.minReceivers },
        {
          name: 'spanHours',
          value: hoursBetween(timeMs[inside[0]!]!, timeMs[inside.at(-1)!]!, precision),
          unit: 'hours',
          threshold: rule.windowHours,
        },
        ...moneyMeasures(graph.ledger, 'amount', inside),
      ],
    };
  }
  return undefined;
}
