import { type Account, type Budget, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import {
  degreeOf,
  firstPositionFrom,
  rowAt,
  type SearchDirection,
  searchDirection,
} from '../reach/search-direction.js';
import { PartialPaths } from './partial-paths.js';
import { type PathCosts, pathCosts } from './path-order.js';
import { type PathQuestion } from './path-question.js';
import { PathQueue } from './path-queue.js';
import { isOnWalk, pathRules, walkHops } from './path-rules.js';
import { type RouteFold } from './route-fold.js';
import { compareContent } from './transfer-path.js';

/**
 * A best-first search over paths under way; equal ones are finished before any of them is listed. With a fold it lists some path
 * of every route, among them one that arrives as early and carries as much as its best one.
 */
export class PathSearch {
  readonly #graph: TemporalGraph;
  readonly #forward: SearchDirection;
  readonly #question: PathQuestion;
  readonly #budget: Budget;
  readonly #isTarget: Uint8Array;
  readonly #costs: PathCosts;
  readonly #paths = new PartialPaths();
  readonly #fold: RouteFold | undefined;
  readonly #queue = new PathQueue((left, right) => this.#compare(left, right));

  constructor(graph: TemporalGraph, question: PathQuestion, budget: Budget, fold?: RouteFold) {
    this.#graph = graph;
    this.#forward = searchDirection(graph, 'forward');
    this.#question = question;
    this.#budget = budget;
    this.#fold = fold;
    const rules = pathRules(graph, question);
    const { order, maxHops, amounts } = question;
    const hops = maxHops < Infinity ? walkHops(graph, rules) : undefined;
    const usable =
      hops === undefined ? rules.usable : rules.usable.map((_, row) => (isOnWalk(hops, row, maxHops) ? 1 : 0));
    this.#isTarget = rules.isTarget;
    this.#costs = pathCosts(graph, { ...rules, usable }, { order, amounts, hops: hops?.ahead });
  }

  /** The rows of all paths, best first, each when it is asked for; those found so far if the budget runs out. Once only. */
  *inOrder(): Generator<Int32Array, void> {
    const { from, startMs, deadlineMs } = this.#question;
    for (const account of from) this.#extend(undefined, account, startMs, false, deadlineMs);
    while (!this.#budget.exhausted) {
      const tied = this.#nextTie();
      if (tied.length === 0) return;
      yield* tied.sort((a, b) => compareContent(this.#graph, a, b));
    }
  }

  /** All finished paths that are next and equal; fewer if the budget runs out; none if there are no more. */
  #nextTie(): Int32Array[] {
    const tied: Int32Array[] = [];
    let one: number | undefined;
    for (let path = this.#queue.peek(); path !== undefined; path = this.#queue.peek()) {
      if (this.#budget.exhausted || (one !== undefined && this.#compareCost(one, path) !== 0)) break;
      this.#queue.pop();
      const row = this.#paths.row.array[path]!;
      const account = this.#graph.beneficiary[row]!;
      if (this.#isTarget[account] === 1) {
        one = path;
        tied.push(this.#paths.rowsOf(path));
      } else this.#extendFrom(path, row, account);
    }
    return tied;
  }

  #extendFrom(path: number, row: Row, account: Account): void {
    const { sameInstant, maxWait } = this.#question;
    const now = this.#forward.timeMs[row]!;
    this.#extend(path, account, now, !sameInstant, now + maxWait);
  }

  /** Queues the paths that go on from an account from a time on (after it, if so told) up to another. */
  #extend(path: number | undefined, account: Account, fromMs: number, after: boolean, untilMs: number): void {
    const { payer, beneficiary } = this.#graph;
    const { timeMs } = this.#forward;
    const { reach } = this.#costs;
    const degree = degreeOf(this.#forward, account);
    let position = firstPositionFrom(this.#forward, account, 0, fromMs, after);
    for (; position < degree; position++) {
      const row = rowAt(this.#forward, account, position);
      if (timeMs[row]! > untilMs || !this.#budget.spend()) return;
      if (reach[row] === Infinity) continue;
      if (path === undefined || !this.#paths.passes(path, beneficiary[row]!, payer)) this.#add(path, row);
    }
  }

  #add(path: number | undefined, row: Row): void {
    const { reach, hop, hops, bottleneck } = this.#costs;
    const before = path === undefined ? 0 : this.#paths.hops.array[path]!;
    if (hops !== undefined && before + hops[row]! > this.#question.maxHops) return;
    const sofar = path === undefined ? -Infinity : this.#paths.bottleneck.array[path]!;
    const smallest = bottleneck === undefined ? 0 : Math.max(sofar, bottleneck[row]!);
    if (this.#fold !== undefined && !this.#foldIn(this.#fold, path, row, smallest)) return;
    this.#queue.push(this.#paths.add(path, row, smallest, reach[row]! + before * hop));
  }

  #foldIn(fold: RouteFold, path: number | undefined, row: Row, bottleneck: number): boolean {
    const sequence = fold.sequence(path, this.#graph.payer[row]!, this.#graph.beneficiary[row]!);
    if (!fold.keeps(sequence, { time: this.#forward.timeMs[row]!, bottleneck })) return false;
    fold.added(sequence);
    return true;
  }

  #compareCost(left: number, right: number): number {
    const { bottleneck, reach, first } = this.#paths;
    const { timeMs } = this.#forward;
    return (
      bottleneck.array[left]! - bottleneck.array[right]! ||
      reach.array[left]! - reach.array[right]! ||
      timeMs[first.array[right]!]! - timeMs[first.array[left]!]!
    );
  }

  /** Of equal ones, paths under way come before finished ones, longer ones first; then in the order of finding. */
  #compare(left: number, right: number): number {
    const cost = this.#compareCost(left, right);
    if (cost !== 0) return cost;
    const { row, hops } = this.#paths;
    const { beneficiary } = this.#graph;
    const finished = (path: number): number => this.#isTarget[beneficiary[row.array[path]!]!]!;
    return finished(left) - finished(right) || hops.array[right]! - hops.array[left]! || left - right;
  }
}
