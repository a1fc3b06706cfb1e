import { type Account, Budget, DAY_MS } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type CollectionCandidate } from './collection-candidate.js';
import { type CounterpartyLists } from './counterparty-lists.js';
import { findCreditEpisodes } from '../time/credit-episodes.js';
import { OverlapFloor } from './overlap-floor.js';
import { countFamilies } from '../relations/sender-families.js';
import { SharedLists } from './shared-lists.js';
import { SenderWindow } from './sender-window.js';
import { meanJaccard, type MeanOverlap } from '../numbers/set-overlap.js';

/** Pairs of senders with a common counterparty that one beneficiary may need before it is left undecided. */
const MAX_PAIRS = 2_000_000;
/** No beneficiary may use more than this part of the steps, so that one of them does not use up those of all. */
const PART_FOR_ONE = 1 / 20;

/** When senders count as unrelated, and how much may be compared. */
export interface CollectionRule {
  readonly windowDays: number;
  readonly minSenders: number;
  readonly minPlaces: number;
  readonly maxPlaceShare: number;
  readonly maxOverlap: number;
  readonly maxSteps: number;
}

/** What the search for collections shares among all accounts of a run. */
export interface CollectionSearch {
  readonly graph: TemporalGraph;
  readonly hubFlag: Uint8Array;
  /** Where senders pay from; undefined if the data does not say. */
  readonly places: Int32Array | undefined;
  readonly lists: CounterpartyLists;
  /** Accounts that the same families pay in stages. */
  readonly staged: ReadonlyMap<Account, readonly Account[]>;
  /** Accounts left open, each with the limit that it met. */
  readonly undecided: Map<Account, string>;
  readonly steps: Budget;
  /** Scratch, a zero per account: payments in a window, how many sets hold an account, or whether it is not compared. */
  readonly inWindow: Int32Array;
  readonly held: Int32Array;
  readonly leftOut: Uint8Array;
}

/**
 * The collections of one account: runs of windows over its credits `rows` with senders, families and places enough and
 * little overlap of what the senders do elsewhere. Accounts that need too many steps go to `undecided`.
 */
export function findCollections(
  search: CollectionSearch,
  { account, rows }: { readonly account: Account; readonly rows: Int32Array },
  p: CollectionRule,
): CollectionCandidate[] {
  const { graph, places, undecided } = search;
  const { ledger } = graph;
  const paid = graph.out.starts;
  const wholeDays = ledger.precision === 'day';
  const times = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const time = ledger.columns.timeMs[rows[i]!]!;
    times[i] = wholeDays ? Math.floor(time / DAY_MS) * DAY_MS : time;
  }
  if (!hasFullWindow(times, p)) return [];
  const window = new SenderWindow(graph.payer, places, ledger.places.length, search.inWindow);
  const facts = new Map<number, Pick<CollectionCandidate, 'senders' | 'places' | 'placeShare' | 'overlap'>>();
  const budget = new SharedSteps(search.steps, p.maxSteps * PART_FOR_ONE);
  const floor = new OverlapFloor();
  const compare = overlapOutside(search, { account, rows }, { enoughAbove: p.maxOverlap, budget });
  let heldUntil = 0;
  let compared = -1;
  const holds = (from: number, to: number): boolean => {
    if (window.senders < p.minSenders) return false;
    if (places !== undefined && (window.places < p.minPlaces || window.placeShare > p.maxPlaceShare)) return false;
    if (from < heldUntil) {
      // Part of a run whose earliest window has been compared.
      heldUntil = to;
      return true;
    }
    if (compared === window.changes) return false;
    compared = window.changes;
    if (floor.isAbove(p.maxOverlap, window.senders)) return false;
    const open = (limit: string): false => {
      undecided.set(account, limit);
      return false;
    };
    if (budget.exhausted) return open(search.steps.describe());
    const senders = window.sendersOf(rows.subarray(from, to));
    if (!budget.spend(stepsOf(senders, (sender) => search.lists.of(sender).length)))
      return open(search.steps.describe());
    const overlap = compare(senders);
    floor.set(overlap, senders.length);
    if (overlap.mean > p.maxOverlap && overlap.kind !== 'upper') return false;
    if (!budget.spend(stepsOf(senders, (sender) => paid[sender + 1]! - paid[sender]!)))
      return open(search.steps.describe());
    const families = countFamilies(graph, senders, times[from]!, p.minSenders);
    if (families < p.minSenders) return false;
    if (overlap.mean > p.maxOverlap) return open(budget.limitMet(MAX_PAIRS));
    heldUntil = to;
    facts.set(from, {
      senders: families,
      places: window.places,
      placeShare: window.placeShare,
      overlap: overlap.mean,
    });
    return true;
  };
  const episodes = findCreditEpisodes(times, {
    spanMs: p.windowDays * DAY_MS,
    enter: (i) => {
      window.enter(rows[i]!);
    },
    leave: (i) => {
      const { senders } = window;
      window.leave(rows[i]!);
      if (window.senders < senders) floor.leave(senders);
    },
    holds,
  });
  return episodes.map(({ from, lastTo, windows }) => ({
    account,
    rows: [...rows.subarray(from, lastTo)],
    windows,
    firstMs: times[from]!,
    ...facts.get(from)!,
  }));
}

/** Whether any window holds as many credits as there must be senders: most accounts are paid less often. */
function hasFullWindow(times: Float64Array, { windowDays, minSenders }: CollectionRule): boolean {
  const least = Math.max(1, Math.ceil(minSenders));
  for (let to = least - 1; to < times.length; to++) {
    if (times[to]! - times[to - least + 1]! <= windowDays * DAY_MS) return true;
  }
  return false;
}

/** Steps of one beneficiary, which are taken from those of the run as well. */
class SharedSteps {
  readonly #run: Budget;
  readonly #own: Budget;

  constructor(run: Budget, limit: number) {
    this.#run = run;
    this.#own = new Budget(run.name, limit);
  }

  spend(units: number): boolean {
    return this.#own.spend(units) && this.#run.spend(units);
  }

  get exhausted(): boolean {
    return this.#own.exhausted || this.#run.exhausted;
  }

  /** The limit that left a comparison open: the steps, or the pairs of a single comparison. */
  limitMet(pairs: number): string {
    return this.exhausted ? this.#run.describe() : `maxPairs ${pairs}`;
  }
}

/** Steps of looking at something of each sender once. */
function stepsOf(senders: readonly Account[], steps: (sender: Account) => number): number {
  return senders.reduce((total, sender) => total + 1 + steps(sender), 0);
}

/**
 * Answers with the mean Jaccard of what senders do elsewhere: without the beneficiary, without whom it pays, and without
 * its counterparts in a fee paid in stages, as paying the rest to somebody else is no acquaintance. From the second answer on
 * lists are compared that hold shared counterparties only.
 */
function overlapOutside(
  { graph, lists, staged, held, leftOut }: CollectionSearch,
  { account, rows }: { readonly account: Account; readonly rows: Int32Array },
  { enoughAbove, budget }: { readonly enoughAbove: number; readonly budget: SharedSteps },
): (senders: readonly Account[]) => MeanOverlap {
  const counterparts = staged.get(account) ?? [];
  const mark = (flag: 0 | 1): void => {
    leftOut[account] = flag;
    for (const row of rowsOf(graph.out, account)) leftOut[graph.beneficiary[row]!] = flag;
    for (const other of counterparts) leftOut[other] = flag;
  };
  let isFirst = true;
  let shared: SharedLists | undefined;
  return (senders) => {
    if (isFirst) {
      isFirst = false;
      const sets = senders.map((sender) => lists.of(sender));
      mark(1);
      const overlap = meanJaccard(sets, { enoughAbove, budget, maxPairs: MAX_PAIRS, held, leftOut });
      mark(0);
      return overlap;
    }
    if (shared === undefined) {
      const all = new Set<Account>();
      for (const row of rows) all.add(graph.payer[row]!);
      mark(1);
      shared = new SharedLists([...all], lists, held, leftOut);
      mark(0);
    }
    const known = shared;
    const sizes = senders.map((sender) => known.sizeOf(sender));
    return meanJaccard(
      senders.map((sender) => known.listOf(sender)),
      { enoughAbove, budget, maxPairs: MAX_PAIRS, held, sizes },
    );
  };
}
