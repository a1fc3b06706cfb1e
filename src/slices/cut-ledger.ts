import { type Account, type Row, UsageError } from '../foundation/index.js';
import { greatest } from '../structures/index.js';
import { type ChosenDetector, type DetectionContext, type Reach } from '../typologies/index.js';
import { type AccountFacts, accountFacts } from './account-facts.js';
import { keyOf } from './account-keys.js';
import { listRows } from './list-rows.js';
import { rowsInReach, rowsInTime } from './rows-in-reach.js';
import { groupOf, type SliceGroup } from './run-slice.js';
import { type KeyPair, type SliceRow } from './slice-row.js';

/** One slice: what it is there for, its number, and its rows. */
export interface Cut {
  readonly group: SliceGroup;
  readonly number: number;
  readonly rows: Iterable<SliceRow>;
}

/** How a ledger is cut. */
export interface CutOptions {
  /** Number of slices by account, and of stretches of time. */
  readonly parts: number;
  /** The slice of an account, 0 .. parts - 1; any will do. */
  readonly partOf: (account: KeyPair) => number;
}

/**
 * Cuts a ledger in memory as an engine does it in SQL: the reference for all of them. What is asked of it is answered in the
 * order stars and stretches of time, then reaches, then groups of candidates.
 */
export class LedgerCutter {
  readonly #context: DetectionContext;
  readonly #detectors: readonly ChosenDetector[];
  readonly #options: CutOptions;
  readonly #facts: AccountFacts;

  constructor(context: DetectionContext, detectors: readonly ChosenDetector[], options: CutOptions) {
    this.#context = context;
    this.#detectors = detectors;
    this.#options = options;
    this.#facts = accountFacts(context);
  }

  /** Every account with all its transfers, by slice. */
  stars(): Cut[] {
    return this.#byPart('star', 'star', this.#everybody());
  }

  /** Stretches of time, each with as much of the next as is looked for at once. None where no detector asks for them. */
  slices(): Cut[] {
    const spans = this.#detectors.flatMap(({ detector: { locality }, parameters }) =>
      locality?.candidates?.from === 'slices' ? [locality.spanOf?.(this.#context, parameters) ?? NaN] : [],
    );
    if (spans.length === 0) return [];
    const span = greatest(spans);
    const { timeMs } = this.#context.graph.ledger.columns;
    const [firstMs, lastMs] = [timeMs[0]!, timeMs[timeMs.length - 1]!];
    const length = Math.max(span, Math.ceil((lastMs - firstMs + 1) / this.#options.parts));
    const cuts: Cut[] = [];
    for (let from = firstMs; from <= lastMs; from += length) {
      const rows = rowsInTime(this.#context.graph, from, from + length + span);
      cuts.push(this.#cut('slice', cuts.length, rows, []));
    }
    return cuts;
  }

  /** Candidates with what is around them, by reach and slice. */
  halos(candidates: ReadonlyMap<string, readonly KeyPair[]>): Cut[] {
    return (['senders', 'pairs', 'relations'] as const).flatMap((reach) => {
      const ids = this.#detectors
        .filter(({ detector }) => groupOf(detector) === reach)
        .map(({ detector }) => detector.id);
      if (ids.length === 0) return [];
      const accounts = new Set(ids.flatMap((id) => this.#nodes(candidates.get(id) ?? [])));
      return this.#byPart(reach, reach, this.#orSomebody([...accounts]));
    });
  }

  /** Candidates that are judged together, by detector; everything for one that needs everything. */
  globals(candidates: ReadonlyMap<string, readonly KeyPair[]>): Cut[] {
    return this.#detectors.flatMap(({ detector }) => {
      const { id, locality } = detector;
      if (groupOf(detector) !== id) return [];
      const isAll = locality?.kind === 'whole';
      const accounts = isAll ? this.#everybody() : this.#nodes(candidates.get(id) ?? []);
      const core = this.#orSomebody(accounts);
      const rows = this.#rowsAround(core, locality?.reach ?? 'star');
      return [this.#cut(id, 0, rows, core)];
    });
  }

  #byPart(group: SliceGroup, reach: Reach, accounts: Iterable<Account>): Cut[] {
    const { parts, partOf } = this.#options;
    const cores = new Map<number, Account[]>();
    for (const account of accounts) {
      const part = partOf(keyOf(this.#context.graph.ledger, account));
      if (!(Number.isInteger(part) && part >= 0 && part < parts)) {
        throw new UsageError('slice-part', `Expected a part below ${parts} but received ${part}`);
      }
      const known = cores.get(part);
      if (known === undefined) cores.set(part, [account]);
      else known.push(account);
    }
    return [...cores]
      .sort(([left], [right]) => left - right)
      .map(([part, core]) => this.#cut(group, part, this.#rowsAround(core, reach), core));
  }

  #rowsAround(core: Iterable<Account>, reach: Reach): Row[] {
    return rowsInReach(this.#context.graph, core, reach, this.#facts.isHub);
  }

  #cut(group: SliceGroup, number: number, rows: readonly Row[], core: readonly Account[]): Cut {
    const source = { graph: this.#context.graph, facts: this.#facts };
    return { group, number, rows: { [Symbol.iterator]: () => listRows(source, rows, new Set(core)) } };
  }

  /** Somebody must be there to say whether a detector could have found anything. */
  #orSomebody(accounts: readonly Account[]): readonly Account[] {
    return accounts.length === 0 ? this.#everybody().slice(0, 1) : accounts;
  }

  /** Accounts with any transfer, as nodes of the graph. */
  #everybody(): Account[] {
    const { payer, beneficiary } = this.#context.graph;
    return [...new Set([...payer, ...beneficiary])].sort((a, b) => a - b);
  }

  #nodes(keys: readonly KeyPair[]): Account[] {
    const { accounts } = this.#context.graph.ledger;
    return keys.flatMap(([institution, account]) => accounts.find({ institution, account }) ?? []);
  }
}
