import { type FlowFeatures } from '../../features/index.js';
import { atLeast } from './at-least.js';
import { type ConvergenceParameters } from './convergence-parameters.js';

/** A noticeable onward payment of a conduit's marked money. */
export interface Onward {
  readonly to: number;
  /** Part of the marked money passed on that went there, 0..1. */
  readonly part: number;
}

/** What every account does with marked money, as far as convergence asks. */
export interface Conduits {
  /** 1 = most of what comes in outside standing relations is marked, and most of that leaves again. */
  readonly conduit: Uint8Array;
  /** Conduits with several payers for whom the payment was exceptional, ascending. */
  readonly gatherers: readonly number[];
  readonly isGatherer: (account: number) => boolean;
  /** Payers for whom a payment to the account was exceptional; all payers. Per account. */
  readonly markedPayers: Int32Array;
  readonly payers: Int32Array;
  /** Accounts that pay or are paid. */
  readonly active: number;
  /** Noticeable onward payments of a conduit. Empty for everybody else. */
  readonly onward: (account: number) => readonly Onward[];
}

/**
 * Finds conduits and gatherers:
 *
 *     purity = min(1, markedIn / (totalIn - standingIn))      passed = markedOut / markedIn
 *
 * Marked money that came through standing relations can make purity exceed what its parts suggest; where everything came
 * through them, purity is 1. Two linear scans; relations are looked at again only for conduits that are asked about.
 */
export function findConduits(
  { graph, relations, exceptional, marked }: FlowFeatures,
  values: ConvergenceParameters,
): Conduits {
  const { accountCount } = graph;
  const { inStarts, outStarts, inRelations, beneficiary } = relations;
  const conduit = new Uint8Array(accountCount);
  const markedPayers = new Int32Array(accountCount);
  const payers = new Int32Array(accountCount);
  const gatherers: number[] = [];
  let active = 0;
  for (let account = 0; account < accountCount; account++) {
    const [start, end] = [inStarts[account]!, inStarts[account + 1]!];
    if (end > start || outStarts[account + 1]! > outStarts[account]!) active++;
    payers[account] = end - start;
    let exceptionally = 0;
    for (let k = start; k < end; k++) exceptionally += exceptional.exceptional[inRelations[k]!]!;
    markedPayers[account] = exceptionally;
    const markedIn = marked.markedIn[account]!;
    if (!(markedIn > 0)) continue;
    const free = marked.totalIn[account]! - marked.standingIn[account]!;
    const isPure = free <= 0 || atLeast(markedIn / free, values.purity);
    if (!isPure || !atLeast(marked.markedOut[account]! / markedIn, values.passed)) continue;
    conduit[account] = 1;
    if (exceptionally >= values.gathererPayers) gatherers.push(account);
  }

  const known = new Map<number, readonly Onward[]>();
  const onward = (account: number): readonly Onward[] => {
    if (conduit[account] === 0) return [];
    const before = known.get(account);
    if (before !== undefined) return before;
    const list: Onward[] = [];
    for (let relation = outStarts[account]!; relation < outStarts[account + 1]!; relation++) {
      const carried = marked.carried[relation]!;
      if (!(carried > 0) || !atLeast(carried / marked.markedIn[account]!, values.noticeable)) continue;
      list.push({ to: beneficiary[relation]!, part: carried / marked.markedOut[account]! });
    }
    known.set(account, list);
    return list;
  };
  const isGatherer = (account: number): boolean =>
    conduit[account] === 1 && markedPayers[account]! >= values.gathererPayers;
  return { conduit, gatherers, isGatherer, markedPayers, payers, active, onward };
}
