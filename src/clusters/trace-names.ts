import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type AccountKey } from '../ledger/index.js';

/** An account as an output may show it: by name, or by a label that says nothing but its place in this output. */
export type TraceParty =
  | { readonly kind: 'named'; readonly accounts: readonly AccountKey[] }
  | { readonly kind: 'protected-payer' | 'unnamed'; readonly label: string };

/** An account without a name in some output, and why. */
export interface MaskedAccount {
  readonly account: Account;
  readonly kind: 'protected-payer' | 'unnamed';
}

/** Who may be named, and how the others are called; see {@link TraceNames}. */
export interface NamingDecision {
  /** Only these are named. */
  readonly named: Iterable<Account>;
  /** Accounts that get a label, in the order in which labels are given. */
  readonly masked: readonly MaskedAccount[];
}

const LABELS = { 'protected-payer': 'payer', unnamed: 'account' } as const;

/**
 * The only way from the nodes of a trace to names. An account is named only if it was explicitly allowed; where one
 * account of a holder is masked, all of them are. Labels such as `payer-0001` are given in the order of the trace, never
 * in that of the names, and mean nothing in another output.
 */
export class TraceNames {
  /** Accounts masked as payers. */
  readonly payerCount: number;
  readonly #graph: TemporalGraph;
  readonly #named: ReadonlySet<Account>;
  /** By unit: all accounts of a holder have one label. */
  readonly #maskedUnits = new Map<Account, TraceParty>();

  /** Everybody else stays an unnamed `account`. For the trace-*.ts files beside this one, which decide. */
  constructor(graph: TemporalGraph, { named, masked }: NamingDecision) {
    const { unit } = graph.ledger.accounts;
    const counts = { 'protected-payer': 0, unnamed: 0 };
    for (const { account, kind } of masked) {
      if (this.#maskedUnits.has(unit[account]!)) continue;
      const label = `${LABELS[kind]}-${String(++counts[kind]).padStart(4, '0')}`;
      this.#maskedUnits.set(unit[account]!, { kind, label });
    }
    this.#graph = graph;
    this.#named = new Set([...named].filter((account) => !this.#maskedUnits.has(unit[account]!)));
    this.payerCount = counts['protected-payer'];
  }

  partyOf(account: Account): TraceParty {
    const { ledger, holdersJoined } = this.#graph;
    if (!this.#named.has(account)) {
      return this.#maskedUnits.get(ledger.accounts.unit[account]!) ?? { kind: 'unnamed', label: 'account' };
    }
    const members = holdersJoined ? ledger.accounts.membersOf(account) : [account];
    return { kind: 'named', accounts: members.map((member) => ledger.accounts.key(member)) };
  }
}
