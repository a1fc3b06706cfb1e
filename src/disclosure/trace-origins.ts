import { addUp, type AmountRange, amountRange, type BackwardTrace, type TraceOrigin } from '../trace/index.js';
import { type TraceCase } from './trace-case.js';
import { type TraceParty } from './trace-names.js';

/** One line of where money came from: an account that may be named or was asked about, or all payers together. */
export interface OriginLine {
  /** Undefined for the payers. */
  readonly party: TraceParty | undefined;
  /** Accounts behind the line; 1 where it has a party. */
  readonly accounts: number;
  readonly kind: TraceOrigin['kind'] | 'payers';
  /** Index into the ledger's currencies. */
  readonly currency: number;
  /** Transfers from the nearest of them to the target. */
  readonly hops: number;
  readonly amounts: AmountRange;
}

/**
 * Origins as outputs may show them: first those that may be named, and those that were asked about, under a label if need
 * be; then per currency one line for all payers. O(origins).
 */
export function originLines({ trace, names }: TraceCase<BackwardTrace>): OriginLine[] {
  const own: OriginLine[] = [];
  const payers = new Map<number, TraceOrigin[]>();
  for (const origin of trace.origins) {
    const party = names.partyOf(origin.account);
    if (party.kind === 'named' || party.end !== undefined) own.push({ ...origin, party, accounts: 1 });
    else {
      const known = payers.get(origin.currency);
      if (known === undefined) payers.set(origin.currency, [origin]);
      else known.push(origin);
    }
  }
  const merged = [...payers].map(([currency, origins]): OriginLine => {
    const byRule = trace.rules.map((_, i) => origins.map(({ amounts }) => amounts.byRule[i]!).reduce(addUp));
    return {
      party: undefined,
      accounts: new Set(origins.map(({ account }) => account)).size,
      kind: 'payers',
      currency,
      hops: origins.reduce((least, { hops }) => Math.min(least, hops), Infinity),
      amounts: amountRange(trace.rules, byRule),
    };
  });
  return [...own, ...merged];
}
