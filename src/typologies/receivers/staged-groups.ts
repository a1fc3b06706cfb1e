import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { UnionFind } from '../../structures/index.js';
import { stagedReceivers } from './staged-receivers.js';

/**
 * Groups of accounts that the same families pay in stages: the smallest groups that hold with each account all its
 * counterparts ({@link stagedReceivers}). Members ascending, groups by their first member. An account may be in a group with
 * one whose payers it shares only through a third.
 */
export function stagedGroups(graph: TemporalGraph, hubFlag: Uint8Array, leastFamilies: number): Account[][] {
  const counterparts = stagedReceivers(graph, hubFlag, leastFamilies);
  const accounts = [...counterparts.keys()].sort((a, b) => a - b);
  const position = new Map(accounts.map((account, i) => [account, i]));
  const joined = new UnionFind(accounts.length);
  for (const [one, others] of counterparts) {
    for (const other of others) joined.union(position.get(one)!, position.get(other)!);
  }
  return joined.groups(2).map((members) => members.map((i) => accounts[i]!));
}
