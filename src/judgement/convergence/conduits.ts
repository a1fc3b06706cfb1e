import { type AccountFacts, type FlowFeatures } from '../../features/index.js';
import { atLeast } from './at-least.js';

/** Least share that can count as noticeable, whatever is set: it bounds the work. */
const LEAST_NOTICEABLE = 0.01;

/** A noticeable onward payment of a conduit's marked money. */
export interface Onward {
  readonly to: number;
  /** Part of the marked money passed on that went there, 0..1. */
  readonly part: number;
}

/** Who passes marked money on, and where to. */
export interface Conduits {
  /** 1 = most of what comes in outside standing relations is marked, and most of that leaves again. */
  readonly conduit: Uint8Array;
  /** Conduits with several payers for whom the payment was exceptional, ascending. */
  readonly gatherers: readonly number[];
  readonly isGatherer: (account: number) => boolean;
  /** Payers for whom a payment to the account was exceptional; all payers. Per account. */
  readonly markedPayers: Int32Array;
  readonly payers: Int32Array;
  /** Number of accounts that pay or are paid. */
  readonly active: number;
  /** Noticeable onward payments of a conduit. Empty for everybody else. */
  readonly onward: (account: number) => readonly Onward[];
}

/**
 * Finds conduits and gatherers: purity and passed share of at least `mostShare`, gatherers with at least `strictPayers`
 * exceptional payers; onward payments of at least `noticeableShare` of the marked money that came in (parameters of features).
 *
 * One scan of the accounts; relations are looked at again only for conduits that are asked about.
 */
export function findConduits(features: FlowFeatures, facts: AccountFacts): Conduits {
  const { graph, relations, marked, parameters } = features;
  const { mostShare, strictPayers } = parameters;
  const noticeable = Math.max(LEAST_NOTICEABLE, parameters.noticeableShare);
  const { purity, passed, payers, receivers, exceptionalPayers } = facts;
  const { outStarts, beneficiary } = relations;
  const conduit = new Uint8Array(graph.accountCount);
  const gatherers: number[] = [];
  let active = 0;
  const isGatherer = (account: number): boolean =>
    conduit[account] === 1 && exceptionalPayers[account]! >= strictPayers;
  for (let account = 0; account < graph.accountCount; account++) {
    if (payers[account]! + receivers[account]! > 0) active++;
    if (!(marked.markedIn[account]! > 0) || !atLeast(purity[account]!, mostShare)) continue;
    if (!atLeast(passed[account]!, mostShare)) continue;
    conduit[account] = 1;
    if (isGatherer(account)) gatherers.push(account);
  }

  const known = new Map<number, readonly Onward[]>();
  const onward = (account: number): readonly Onward[] => {
    if (conduit[account] === 0) return [];
    const before = known.get(account);
    if (before !== undefined) return before;
    const list: Onward[] = [];
    for (let relation = outStarts[account]!; relation < outStarts[account + 1]!; relation++) {
      const carried = marked.carried[relation]!;
      if (!(carried > 0) || !atLeast(carried / marked.markedIn[account]!, noticeable)) continue;
      list.push({ to: beneficiary[relation]!, part: carried / marked.markedOut[account]! });
    }
    known.set(account, list);
    return list;
  };
  return { conduit, gatherers, isGatherer, markedPayers: exceptionalPayers, payers, active, onward };
}
