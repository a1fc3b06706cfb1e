import { type TemporalGraph, type TemporalIndex } from '../../src/graph/index.js';

/** The accounts with the most transfers in one direction, equal ones by number. */
export function busiestAccounts({ accountCount }: TemporalGraph, { starts }: TemporalIndex, count: number): number[] {
  const degree = (account: number): number => starts[account + 1]! - starts[account]!;
  const accounts = Array.from({ length: accountCount }, (_, account) => account);
  return accounts.sort((a, b) => degree(b) - degree(a) || a - b).slice(0, count);
}
