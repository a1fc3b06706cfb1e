import { type Account } from '../foundation/index.js';
import { communityMembers, communityStability, louvainCommunities } from '../communities/index.js';
import { projectAccounts, type TemporalGraph } from '../graph/index.js';
import { UnionFind } from '../structures/index.js';
import { type Stability } from './case-file.js';
import { AccountTies, TIES } from './operator-ties.js';

/** How {@link formGroups} looks for communities. */
export interface FormGroupsOptions {
  readonly seed: number;
  readonly resolution: number;
  /** Further runs for the stability of each group. */
  readonly stabilityRuns: number;
}

/** Operators that belong together, ascending, and how stable that is. */
export interface Group {
  readonly members: readonly Account[];
  readonly stability: Stability;
}

/**
 * Groups operators: communities of the simple projection of the operators alone (payers are projected out, so a group is
 * never a village of families), joined where an operator sends a good part of its outflow across their border, or two
 * send it to the same account that mostly lives off operators, be it one that an innocent alternative keeps unnamed. Operators
 * that deal with no other operator form groups of their own.
 *
 * @returns groups by their smallest account. O(transfers) for the projection, then O(pairs) per run.
 */
export function formGroups(
  graph: TemporalGraph,
  operators: ReadonlySet<Account>,
  { seed, resolution, stabilityRuns }: FormGroupsOptions,
): Group[] {
  const members = [...operators].sort((a, b) => a - b);
  const position = new Map(members.map((account, i) => [account, i]));
  const joined = new UnionFind(members.length);
  const communityOf = new Map<Account, number>();

  const partition = louvainCommunities(projectAccounts(graph, { accounts: members }), { seed, resolution });
  const stability = communityStability(partition, { runs: stabilityRuns });
  communityMembers(partition).forEach((community, number) => {
    for (const account of community) {
      communityOf.set(account, number);
      joined.union(position.get(community[0]!)!, position.get(account)!);
    }
  });
  for (const [receiver, payers] of mainReceivers(graph, operators)) {
    const ends = operators.has(receiver) ? [receiver, ...payers] : payers;
    for (const end of ends) joined.union(position.get(ends[0]!)!, position.get(end)!);
  }

  return joined.groups().map((group) => {
    const accounts = group.map((i) => members[i]!);
    const numbers = accounts.map((account) => communityOf.get(account));
    const mean = (of: (number: number) => number): number =>
      numbers.reduce<number>((sum, number) => sum + (number === undefined ? 1 : of(number)), 0) / numbers.length;
    return {
      members: accounts,
      stability: {
        runs: stabilityRuns,
        meanJaccard: mean((number) => stability.meanBestJaccard[number]!),
        appearsIn: Math.round(mean((number) => stability.shareFoundAgain[number]!) * stabilityRuns),
      },
    };
  });
}

/** Who gets a good part of the outflow of which operators: operators themselves, and accounts that mostly live off operators. */
function mainReceivers(graph: TemporalGraph, operators: ReadonlySet<Account>): Map<Account, Account[]> {
  const { sent, received } = new AccountTies(graph);
  const payersOf = new Map<Account, Account[]>();
  for (const payer of operators) {
    for (const receiver of sent.partners(payer)) {
      if (!sent.isWithOne(payer, receiver, TIES.receiverOutflowPercent)) continue;
      const known = payersOf.get(receiver);
      if (known === undefined) payersOf.set(receiver, [payer]);
      else known.push(payer);
    }
  }
  for (const receiver of payersOf.keys()) {
    const livesOff = operators.has(receiver) || received.isWith(receiver, operators, TIES.soleInflowPercent);
    if (!livesOff) payersOf.delete(receiver);
  }
  return payersOf;
}
