import { type Account, type Fraction, ZERO } from '../../foundation/index.js';
import { addUp, amountRange, type ForwardTrace, type TraceDestination } from '../../trace/index.js';
import { type TraceNames } from '../trace-names.js';
import { instantOf } from './traced-instant.js';
import { mintRange } from './traced-range.js';
import { mintParty } from './traced-party.js';
import type { TracedDestination, TraceDocument } from './trace-schema.js';

/** An account that traced value came to, by name or by label. */
export function mintDestination(
  { graph, rules }: ForwardTrace,
  names: TraceNames,
  one: TraceDestination,
): TracedDestination {
  const party = names.partyOf(one.account);
  const currency = graph.ledger.currencies[one.currency]!;
  const poison = rules.indexOf('poison');
  return {
    protection: party.kind,
    ...mintParty(party),
    hops: one.hops,
    firstArrival: { time: instantOf(graph, one.firstArrival), ...graph.ledger.source(one.firstArrival) },
    ...mintRange(rules, one.ended, currency),
    held: mintRange(rules, one.held, currency),
    received: mintRange(rules, one.received, currency),
    passedOn: mintRange(rules, one.passedOn, currency),
    paysOn: one.paysOn,
    ...(poison < 0 ? {} : { reached: one.received.byRule[poison]!.numerator > 0n }),
    states: [...one.states],
    asserted: one.asserted,
  };
}

type UnnamedTogether = NonNullable<TraceDocument['unnamedDestinations']>;

interface Together {
  readonly protection: 'protected-payer' | 'unnamed';
  readonly currency: number;
  readonly accounts: Set<Account>;
  ended: readonly Fraction[];
  held: readonly Fraction[];
}

/** Destinations without a name, taken together by protection and currency: payers first. O(destinations). */
export function mintUnnamed(
  { graph, rules }: ForwardTrace,
  names: TraceNames,
  listed: readonly TraceDestination[],
): UnnamedTogether {
  const none = rules.map(() => ZERO);
  const groups = new Map<string, Together>();
  for (const { account, currency, ended, held } of listed) {
    const { kind } = names.partyOf(account);
    if (kind === 'named') continue;
    const key = `${kind} ${currency}`;
    const group = groups.get(key) ?? { protection: kind, currency, accounts: new Set(), ended: none, held: none };
    group.accounts.add(account);
    group.ended = group.ended.map((sum, rule) => addUp(sum, ended.byRule[rule]!));
    group.held = group.held.map((sum, rule) => addUp(sum, held.byRule[rule]!));
    groups.set(key, group);
  }
  const rank = ({ protection }: Together): number => (protection === 'protected-payer' ? 0 : 1);
  return [...groups.values()]
    .sort((a, b) => a.currency - b.currency || rank(a) - rank(b))
    .map(({ protection, currency, accounts, ended, held }) => ({
      protection,
      accounts: accounts.size,
      ...mintRange(rules, amountRange(rules, ended), graph.ledger.currencies[currency]!),
      held: mintRange(rules, amountRange(rules, held), graph.ledger.currencies[currency]!),
    }));
}
