import { measureFacts, measureFlow } from '../features/index.js';
import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type GatheringParameters } from './gathering-parameters.js';
import { gathersFromFamilies } from './gathers-from-families.js';
import { MoneyHandling } from './handles-money.js';
import { mayHavePaid } from './may-have-paid.js';

/** What is asked of one graph by every trace and path through it, measured once. */
interface Measured {
  readonly handling: MoneyHandling;
  readonly mayHavePaid: (account: Account) => boolean;
}

const measuredOf = new WeakMap<TemporalGraph, Measured>();

/**
 * Whom outputs of traces and paths may name: an account that
 * - gathers from families ({@link gathersFromFamilies}), and
 * - handles money of others, as findings outside leads ask for ({@link MoneyHandling}), and
 * - cannot have merely paid, as far as the data tell ({@link mayHavePaid}; left out without amounts or clock times).
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
    const { handling, mayHavePaid: paid } = this.#measured;
    return !paid(account) && gathersFromFamilies(this.#graph, account, this.#gathering) && handling.handles(account);
  }
}

function measure(graph: TemporalGraph): Measured {
  const handling = new MoneyHandling(graph);
  const { hasAmounts, hasTime } = graph.ledger;
  if (!hasAmounts || !hasTime) return { handling, mayHavePaid: () => false };
  const features = measureFlow(graph);
  return { handling, mayHavePaid: mayHavePaid(features, measureFacts(features)) };
}
