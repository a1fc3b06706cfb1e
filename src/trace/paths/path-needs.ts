import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type RouteOptions } from './find-routes.js';
import { askedPaths, type PathEnds } from './path-options.js';
import { isOnWalk, pathRules, walkHops } from './path-rules.js';

/** Accounts of which {@link findRoutes} looks at every transfer on one side. */
export interface PathNeeds {
  /** Transfers out of these. */
  readonly payers: ReadonlySet<Account>;
  /** Transfers into these. */
  readonly receivers: ReadonlySet<Account>;
}

/**
 * What must be there for {@link findRoutes} to answer as it does of a larger ledger of which a graph holds a part.
 *
 * A walk is made of transfers as a path is, but may pass an account twice: each transfer is paid by the receiver of the one before,
 * in time and within `maxWait`; of its accounts only the first is a source and only the last a target. The answer depends on the
 * transfers that are on a walk of at most `maxHops` and, as a search counts what it looks at, on all that the sources and those
 * paid on such a walk pay out. Nothing else has a say.
 *
 * A walk of at most a + b + 2 transfers is there whole with all transfers out of accounts that walks come to with `a` transfers or fewer
 * and all into those from which walks end after `b` or fewer. So one side or the other takes a step, where it adds fewer
 * accounts, until a + b + 2 is `maxHops` or one side comes to no new transfer. Each set of needs takes those before it as met; a
 * part that lacks nothing of any is enough. They only become more as a part grows.
 * O(transfers), times log of those of an instant with ties allowed, then O(accounts) for each set.
 *
 * @throws what `findRoutes` throws
 */
export function* needsOfRoutes(
  graph: TemporalGraph,
  ends: PathEnds,
  options: RouteOptions,
): Generator<PathNeeds, void> {
  const { maxRoutes: maxPaths = 10, ...rest } = options;
  const { question } = askedPaths(graph, ends, { ...rest, maxPaths }, 'findRoutes');
  const { maxHops } = question;
  const rules = pathRules(graph, question);
  const hops = walkHops(graph, rules);
  const [paidAfter, payingBefore] = [
    byHops(hops.behind, graph.beneficiary, rules.isTarget),
    byHops(hops.ahead, graph.payer, rules.isSource),
  ];
  const [payers, receivers] = [new Set(question.from), new Set<Account>()];
  for (let [behind, ahead] = [0, -1]; ;) {
    yield { payers, receivers };
    const further = paidAfter[behind + 1];
    const before = ahead < 0 ? new Set(question.to) : payingBefore[ahead + 1];
    if (behind + ahead + 2 >= maxHops || further === undefined || before === undefined) break;
    if (countNew(further, payers) <= countNew(before, receivers)) {
      behind++;
      for (const account of further) payers.add(account);
    } else {
      ahead++;
      for (const account of before) receivers.add(account);
    }
  }
  graph.payer.forEach((account, row) => {
    if (isOnWalk(hops, row, maxHops)) payers.add(account);
  });
  yield { payers, receivers };
}

/** Accounts at one end of the transfers with this many hops, from 1 on, but for some; no entry where there is no such transfer. */
function byHops(hops: Float64Array, ends: Int32Array, skipped: Uint8Array): Set<Account>[] {
  const accounts: Set<Account>[] = [];
  hops.forEach((count, row) => {
    if (count === Infinity) return;
    const some = (accounts[count] ??= new Set());
    if (skipped[ends[row]!] === 0) some.add(ends[row]!);
  });
  return accounts;
}

function countNew(accounts: ReadonlySet<Account>, known: ReadonlySet<Account>): number {
  let count = 0;
  for (const account of accounts) if (!known.has(account)) count++;
  return count;
}
