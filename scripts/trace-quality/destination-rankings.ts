import { type Account, type Fraction } from '../../src/foundation/index.js';
import { rankTrace, reachableFrom, reserveTrace, traceValue, type TracingRule } from '../../src/trace/index.js';
import { type KnownGraph, SAME_BLOCK } from './launder-evm-case.js';

/** Destinations in the order in which a person would look at them. */
export interface Ranking {
  readonly method: string;
  readonly destinations: readonly Account[];
  /** Part of the whole that each got, where the method attributes amounts; same order. */
  readonly shares: readonly number[] | undefined;
}

/** Every way of following the sources' money, forward, with the destinations it gives. */
export function destinationRankings({ graph, sources }: KnownGraph): Ranking[] {
  const claim = (rule: TracingRule): Ranking => {
    const { ends } = traceValue(graph, { accounts: sources }, { rule, checkTies: false });
    const held = ends
      .filter(({ state }) => state === 'held')
      .map(({ account, amount }) => [account, toNumber(amount)] as const);
    return ranked(rule, held, true);
  };
  const reserve = reserveTrace(graph, sources, { ties: SAME_BLOCK });
  const kept = reserve.ends.filter(({ returned }) => !returned);
  const places = rankTrace(graph, sources, { ties: SAME_BLOCK, beta: 1, epsilon: 1e-5 }).items;
  const outside = places.filter(({ account }) => !sources.includes(account));
  return [
    ranked('poison (reach)', poisoned({ graph, sources }), false),
    claim('pro-rata'),
    claim('fifo'),
    ranked(
      'TTR',
      outside.map(({ account, score }) => [account, score] as const),
      false,
    ),
    ranked(
      'reserve rule',
      kept.map(({ account, amount }) => [account, toNumber(amount)] as const),
      true,
    ),
  ];
}

/** Accounts within reach, each with all that reached accounts paid it after they were reached. */
function poisoned({ graph, sources }: Pick<KnownGraph, 'graph' | 'sources'>): [Account, number][] {
  const reach = reachableFrom(graph, { accounts: sources }, { ties: SAME_BLOCK });
  const arrival = new Float64Array(graph.accountCount).fill(Infinity);
  reach.accounts.forEach((account, i) => (arrival[account] = reach.timeMs[i]!));
  const received = new Float64Array(graph.accountCount);
  const { timeMs, amountMinor } = graph.ledger.columns;
  for (let row = 0; row < graph.transferCount; row++) {
    if (timeMs[row]! >= arrival[graph.payer[row]!]!) received[graph.beneficiary[row]!]! += amountMinor[row]!;
  }
  const found = Array.from(reach.accounts).filter((account) => !sources.includes(account));
  return found.map((account) => [account, received[account]!]);
}

/** The largest first; equal ones by number. */
function ranked(method: string, scored: readonly (readonly [Account, number])[], attributes: boolean): Ranking {
  const sorted = [...scored].sort(([a, left], [b, right]) => right - left || a - b);
  const total = sorted.reduce((sum, [, score]) => sum + score, 0);
  return {
    method,
    destinations: sorted.map(([account]) => account),
    shares: attributes ? sorted.map(([, score]) => score / total) : undefined,
  };
}

function toNumber({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}
