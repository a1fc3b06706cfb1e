import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type AccountKey } from '../ledger/index.js';

/** Which end of what was asked an account is: where to begin, or where to arrive. */
export type TypedEnd = 'from' | 'to';

/** An account as an output may show it: by name, or by a label that says nothing but its place in this output. */
export type TraceParty =
  | { readonly kind: 'named'; readonly accounts: readonly AccountKey[] }
  | {
      readonly kind: 'protected-payer' | 'unnamed';
      readonly label: string;
      /** Where the account was asked about, on which side. */
      readonly end?: TypedEnd;
    };

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
  /**
   * Accounts that were asked about, in the order in which they were. That names nobody: it only gives those that stay
   * unnamed a label which says what they are. An account on both sides is a `from`.
   */
  readonly ends?: Partial<Readonly<Record<TypedEnd, Iterable<Account>>>>;
  /** A case says who is named: also where another account of their holder is masked. Default false. */
  readonly withinCase?: boolean;
}

type MaskedParty = Exclude<TraceParty, { readonly kind: 'named' }>;

const LABELS = { 'protected-payer': 'payer', unnamed: 'account' } as const;

/**
 * The only way from the nodes of a trace to names. An account is named only if it was explicitly allowed; where one
 * account of a holder is masked, all of them are, as a payer if one of them is one, but for those that a case names. Labels such as `payer-0001` are given in the order of the trace, never
 * in that of the names, and mean nothing in another output. `from-0001` and `to-0002` are the first account to begin at
 * and the second to arrive at, as they were asked for: who asked knows them, whom the output is handed on to does not.
 */
export class TraceNames {
  /** Accounts masked as payers. */
  readonly payerCount: number;
  readonly #graph: TemporalGraph;
  readonly #named: ReadonlySet<Account>;
  /** By unit: all accounts of a holder have one label. */
  readonly #maskedUnits = new Map<Account, MaskedParty>();
  /** By account, since two ends of one holder are still two ends. */
  readonly #ends = new Map<Account, { readonly label: string; readonly end: TypedEnd }>();

  /** Everybody else stays an unnamed `account`. For the trace-*.ts files beside this one, which decide. */
  constructor(graph: TemporalGraph, { named, masked, ends = {}, withinCase = false }: NamingDecision) {
    const { unit } = graph.ledger.accounts;
    const counts = { 'protected-payer': 0, unnamed: 0 };
    const payers = new Set(
      masked.filter(({ kind }) => kind === 'protected-payer').map(({ account }) => unit[account]!),
    );
    for (const { account } of masked) {
      if (this.#maskedUnits.has(unit[account]!)) continue;
      const kind = payers.has(unit[account]!) ? 'protected-payer' : 'unnamed';
      this.#maskedUnits.set(unit[account]!, { kind, label: numbered(LABELS[kind], ++counts[kind]) });
    }
    for (const end of ['from', 'to'] as const) {
      [...new Set(ends[end])].forEach((account, i) => {
        if (!this.#ends.has(account)) this.#ends.set(account, { label: numbered(end, i + 1), end });
      });
    }
    this.#graph = graph;
    this.#named = new Set([...named].filter((account) => withinCase || !this.#maskedUnits.has(unit[account]!)));
    this.payerCount = counts['protected-payer'];
  }

  partyOf(account: Account): TraceParty {
    const { ledger, holdersJoined } = this.#graph;
    if (!this.#named.has(account)) {
      const masked = this.#maskedUnits.get(ledger.accounts.unit[account]!) ?? { kind: 'unnamed', label: 'account' };
      return { ...masked, ...this.#ends.get(account) };
    }
    const members = holdersJoined ? ledger.accounts.membersOf(account) : [account];
    return { kind: 'named', accounts: members.map((member) => ledger.accounts.key(member)) };
  }
}

function numbered(word: string, number: number): string {
  return `${word}-${String(number).padStart(4, '0')}`;
}
