import { type CaseDocument, type TraceDocument } from '../../src/disclosure/document/index.js';

/** How a made-up trace differs from a plain one. */
export interface MadeTrace {
  /** Operators of the first lead that money came to. Default 3. */
  readonly named?: number;
  /** Protected payers, taken together. Default 9. */
  readonly payers?: number;
  /** Default one currency. Others get a tenth of the amounts. */
  readonly currencies?: readonly string[];
  /** Put into texts that a document may hold from anywhere. Default nothing. */
  readonly hostile?: string;
  /** A rule that was stopped. Default none. */
  readonly stopped?: boolean;
}

const RULES = ['fifo', 'lifo', 'pro-rata', 'lowest-intermediate-balance', 'taint-first'] as const;
type Range = NonNullable<TraceDocument['claimed']>[number];

/** A whole trace asked in a case: nothing in it was measured, and under each rule its rows add up. Same wish, same trace. */
export function madeTrace(document: CaseDocument, sha256: string, wish: MadeTrace = {}): TraceDocument {
  const { named = 3, payers = 9, hostile = '', stopped = false, currencies = ['EUR'] } = wish;
  const lead = document.leads[0]!;
  const own = lead.operators.slice(1, named + 1).flatMap(({ accounts }) => accounts);
  const sourceAccount = lead.operators[0]!.accounts[0]!;
  /** Rules agree at every fifth place; elsewhere they are apart by steps that add up to nothing over pairs of places. */
  const range = (currency: string, place: number): Range => {
    const base = Math.max(2000, 90_000 - place * 6000) / (currency === currencies[0] ? 1 : 10);
    const apart = place % 5 === 4 ? 0 : base / 20;
    return rangeOf(
      currency,
      RULES.map((_, i) => base + apart * (((i * (place + 2)) % 5) - 2)),
    );
  };
  const texts = own.map((account, place) => ({ account, place }));
  const destinations = currencies.flatMap((currency) =>
    texts.map(({ account, place }) => ({
      protection: 'named' as const,
      accounts: [account],
      hops: 1 + (place % 3),
      firstArrival: { time: '2024-02-01T10:00:00Z', file: `bank${hostile}.csv`, line: 2 + place },
      ...range(currency, place),
      held: range(currency, place),
      received: range(currency, place),
      passedOn: range(currency, place + 1),
      paysOn: 'part' as const,
      states: ['held' as const],
      asserted: false,
    })),
  );
  const unnamedDestinations = currencies.flatMap((currency) =>
    [
      ...(payers > 0 ? [{ protection: 'protected-payer' as const, accounts: payers, place: 12 }] : []),
      { protection: 'unnamed' as const, accounts: 4, place: 11 },
    ].map(({ place, ...group }) => ({ ...group, ...range(currency, place), held: range(currency, place) })),
  );
  const all = [...destinations, ...unnamedDestinations];
  const totals = currencies.map((currency) => {
    const parts = all.filter((one) => one.currency === currency);
    return rangeOf(
      currency,
      RULES.map(
        (_, i) => parts.reduce((sum, { amounts }) => sum + Math.round(Number(amounts[i]!.amount) * 100), 0) / 100,
      ),
    );
  });
  return {
    format: 2,
    notice: 'Tracing rules are conventions; another rule gives another result.',
    direction: 'forward',
    case: { sha256, leads: [{ lead: lead.lead, accounts: lead.operators.length, reached: own }] },
    claim: {
      transfers: 35,
      accounts: 1,
      named: [sourceAccount],
      amounts: totals.map(({ currency, highest }) => ({ currency, amount: highest })),
      evidence: [{ file: `bank${hostile}.csv`, lines: [2, 3] }],
    },
    rules: RULES.map((rule) => ({
      rule,
      meaning: `what ${rule} means${hostile}`,
      measure: 'attributed',
      tieSensitive: rule === 'lifo',
      rounded: rule === 'pro-rata',
      complete: !(stopped && rule === 'pro-rata'),
      stoppedBy: stopped && rule === 'pro-rata' ? 'maxSteps' : null,
    })),
    claimed: totals,
    ends: totals.map((total) => ({ state: 'held', meaning: `still held when the data end${hostile}`, ...total })),
    endsAtSources: [],
    narrowed: false,
    destinations,
    unnamedDestinations,
    unlistedDestinations: [],
    frontier: [],
    protectedPayers: payers,
    instantOrder: `the order of the ledger${hostile}`,
    assumptions: [`Assumed: money that accounts held before${hostile}.`],
    complete: !stopped,
    stoppedBy: stopped ? 'maxSteps' : null,
  };
}

function rangeOf(currency: string, sums: readonly number[]): Range {
  const amounts = RULES.map((rule, i) => ({ rule, amount: sums[i]!.toFixed(2) }));
  return { currency, amounts, lowest: Math.min(...sums).toFixed(2), highest: Math.max(...sums).toFixed(2) };
}
