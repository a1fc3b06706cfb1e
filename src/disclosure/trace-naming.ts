import { measureFacts, measureFlow } from '../features/index.js';
import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { LISTING_BARS, type ListingBar, listingBars } from '../judgement/index.js';
import { type GatheringParameters } from './gathering-parameters.js';
import { gathersFromFamilies } from './gathers-from-families.js';
import { MoneyHandling } from './handles-money.js';

/** Why an account may not be listed, of those reasons that make it a payer. */
const PAYER_BARS: ReadonlySet<ListingBar> = new Set<ListingBar>(['pays-own-money', 'paid-back', 'pays-in-instalments']);

/** What is asked of one graph by every trace and path through it, measured once. */
interface Measured {
  readonly handling: MoneyHandling;
  /** Code of `LISTING_BARS` for each node; undefined where the data cannot tell. */
  readonly bars: Uint8Array | undefined;
}

const measuredOf = new WeakMap<TemporalGraph, Measured>();

/**
 * Whom outputs of traces and paths may name: an account that
 * - gathers from families ({@link gathersFromFamilies}), and
 * - handles money of others, as findings outside leads ask for ({@link MoneyHandling}), and
 * - is no payer, were everybody else an operator ({@link listingBars}): it made no exceptional payment out of own money,
 *   is not paid back by somebody it pays while hardly anybody pays it exceptionally, and does not pay exceptional money on like
 *   a family that pools, a few times and fed by nobody who gathers. Where the data have no amounts or no clock times this cannot
 *   be told and is left out.
 *
 * Somebody who sells, keeps a shop or lets rooms gathers too, and may have paid for a journey: the first rule alone names
 * such payers. Not claimed: that whoever may be named is no payer. O(n log n) once for a graph, then O(transfers of the account).
 */
export class TraceNaming {
  readonly #graph: TemporalGraph;
  readonly #gathering: GatheringParameters;
  readonly #measured: Measured;

  constructor(graph: TemporalGraph, gathering: GatheringParameters) {
    this.#graph = graph;
    this.#gathering = gathering;
    this.#measured = measuredOf.get(graph) ?? measure(graph);
    measuredOf.set(graph, this.#measured);
  }

  mayBeNamed(account: Account): boolean {
    const { handling, bars } = this.#measured;
    return (
      (bars === undefined || !PAYER_BARS.has(LISTING_BARS[bars[account]!]!)) &&
      gathersFromFamilies(this.#graph, account, this.#gathering) &&
      handling.handles(account)
    );
  }
}

function measure(graph: TemporalGraph): Measured {
  const handling = new MoneyHandling(graph);
  const { hasAmounts, hasTime } = graph.ledger;
  if (!hasAmounts || !hasTime) return { handling, bars: undefined };
  const features = measureFlow(graph);
  const anybody = new Float64Array(graph.accountCount).fill(Infinity);
  return { handling, bars: listingBars(features, anybody, { facts: measureFacts(features) }) };
}
