import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { greatest, upperBound } from '../../structures/index.js';
import { moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { hoursBetween, windowLength } from '../time/window-length.js';
import { mostPairs } from './most-pairs.js';
import { type OfferRule, type Offers, offersOf } from './offers.js';

/** See the detector. */
export interface ExchangeRule extends OfferRule {
  readonly windowDays: number;
  /** 1 = left out. */
  readonly hubFlag: Uint8Array;
}

/** Cash that was paid in, and the cheque that answers to it. */
interface Exchange {
  readonly cash: Row;
  readonly cheque: Row;
}

/** The window with the most pairs of each account, by account; of as many pairs the earliest. */
export function findExchanges(graph: TemporalGraph, rule: ExchangeRule): Occurrence[] {
  const found: Occurrence[] = [];
  for (let account = 0; account < graph.accountCount && !rule.budget.exhausted; account++) {
    if (rule.hubFlag[account] === 1) continue;
    const offers = offersOf(graph, account, rule);
    if (offers === undefined) continue;
    const fullest = fullestWindow(graph, offers, rule);
    if (fullest.length >= rule.minPairs) found.push(toOccurrence(graph, account, fullest, rule));
  }
  return found;
}

/** As many pairs as can be made within one window; of as many those of the earliest window. */
function fullestWindow(
  graph: TemporalGraph,
  { cash, cheques, chequeTimes, answers }: Offers,
  rule: ExchangeRule,
): readonly Exchange[] {
  const { timeMs } = graph.ledger.columns;
  const length = windowLength(24 * rule.windowDays, graph.ledger.precision);
  let fullest: readonly Exchange[] = [];
  let left = answers.reduce((sum, fitting) => sum + fitting.length, answers.length);
  for (let first = 0; first < cash.length; left -= answers[first]!.length + 1, first++) {
    if (answers[first]!.length === 0) continue;
    if (!rule.budget.spend(left)) break;
    const end = upperBound(chequeTimes, timeMs[cash[first]!]! + length);
    const inside = answers.slice(first).map((fitting) => fitting.filter((position) => position < end));
    const offered = inside.filter((fitting) => fitting.length > 0).length;
    if (offered <= fullest.length) continue;
    const pairs = mostPairs(inside, cheques.length, rule.budget);
    if (pairs.length <= fullest.length) continue;
    fullest = pairs.map(([from, to]) => ({ cash: cash[first + from]!, cheque: cheques[to]! }));
  }
  return fullest;
}

function toOccurrence(
  graph: TemporalGraph,
  account: Account,
  exchanges: readonly Exchange[],
  rule: ExchangeRule,
): Occurrence {
  const { ledger } = graph;
  const { timeMs } = ledger.columns;
  const [cash, cheques] = [exchanges.map((one) => one.cash), exchanges.map((one) => one.cheque)];
  const slowest = greatest(exchanges.map(({ cash, cheque }) => timeMs[cheque]! - timeMs[cash]!));
  return {
    weight: exchanges.length,
    subjects: [account],
    payers: cash.map((row) => graph.payer[row]!),
    receivers: cheques.map((row) => graph.beneficiary[row]!),
    rows: [...cash, ...cheques],
    measured: [
      { name: 'pairsOfCashAndCheque', value: exchanges.length, unit: 'count', threshold: rule.minPairs },
      {
        name: 'longestStayHours',
        value: hoursBetween(0, slowest, ledger.precision),
        unit: 'hours',
        threshold: 24 * rule.maxDwellDays,
      },
      ...moneyMeasures(ledger, 'cashAmount', cash),
      ...moneyMeasures(ledger, 'chequeAmount', cheques),
    ],
  };
}
