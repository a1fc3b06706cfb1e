import { formatFraction, formatMoney, type Fraction } from '../foundation/index.js';
import { linesByFile, originLines, type TraceCase, type TraceParty } from '../disclosure/index.js';
import {
  type AmountRange,
  type BackwardTrace,
  type Compositions,
  describeLimits,
  END_MEANINGS,
  type EndTotal,
  type ForwardTrace,
  frontier,
  type FrontierGroup,
  listedDestinations,
  ORIGIN_MEANINGS,
  orderRule,
  printAmount,
  printsExactly,
  RULE_MEANINGS,
  TRACE_NOTICE,
  type ValueTrace,
} from '../trace/index.js';
import { jsonArray } from './json-array.js';
import { instantOf } from './trace-tables.js';

/** Version of the layout of trace.json. Raised when a field changes its meaning or goes. */
export const TRACE_FORMAT = 1;
/** Unnamed accounts in one place are told apart from a person from this number on [choice]. */
const FEWEST_TO_PLACE = 3;

/**
 * The text of trace.json in chunks: all that the tables show, with the exact fraction of every amount that had to be
 * rounded for them. Account texts are exact; payers and the accounts that a claim came from appear as numbers only, and an
 * account that was asked about as `to-0001` onwards unless it may be named.
 */
export function* traceJsonText(traceCase: TraceCase): Generator<string, void> {
  const { trace } = traceCase;
  const { graph } = trace;
  yield `{\n"format": ${TRACE_FORMAT},\n"notice": ${JSON.stringify(TRACE_NOTICE)},\n`;
  yield `"direction": ${JSON.stringify(trace.direction)},\n"claim": ${JSON.stringify(claimToJson(trace))},\n`;
  const results: readonly (ValueTrace | Compositions)[] = 'traces' in trace ? trace.traces : trace.compositions;
  yield* jsonArray('rules', results, (result) => ({
    rule: result.rule,
    meaning: RULE_MEANINGS[result.rule],
    measure: result.rule === 'poison' ? 'reach' : 'attributed',
    tieSensitive: 'tieSensitive' in result ? result.tieSensitive : null,
    rounded: result.rounded,
    complete: result.complete,
    stoppedBy: result.stoppedBy ?? null,
  }));
  if (isForward(traceCase)) yield* forwardJson(traceCase);
  else yield* backwardJson(traceCase as TraceCase<BackwardTrace>);
  yield `"protectedPayers": ${traceCase.names.payerCount},\n`;
  yield `"instantOrder": ${JSON.stringify(orderRule(graph))},\n`;
  yield `"assumptions": ${JSON.stringify(describeLimits(trace).slice(1))},\n`;
  yield `"complete": ${trace.complete},\n"stoppedBy": ${JSON.stringify(trace.stoppedBy ?? null)}\n}\n`;
}

function isForward(traceCase: TraceCase): traceCase is TraceCase<ForwardTrace> {
  return traceCase.trace.direction === 'forward';
}

function claimToJson(trace: ForwardTrace | BackwardTrace): Record<string, unknown> {
  const { ledger } = trace.graph;
  const rows = trace.direction === 'forward' ? trace.claimedRows : trace.targetRows;
  return {
    transfers: rows.length,
    accounts: trace.direction === 'forward' ? trace.sources.length : trace.targets.length,
    amounts: ledger.totals(rows).map((money) => ({ currency: money.currency, amount: formatMoney(money) })),
    evidence: linesByFile(ledger, rows),
  };
}

function* forwardJson({ trace, names }: TraceCase<ForwardTrace>): Generator<string, void> {
  const { graph, rules } = trace;
  const { currencies } = graph.ledger;
  const endToJson = ({ state, currency, amounts }: EndTotal): Record<string, unknown> => ({
    state,
    meaning: END_MEANINGS[state],
    ...rangeToJson(rules, amounts, currencies[currency]!),
  });
  yield* jsonArray('ends', trace.ends, endToJson);
  yield* jsonArray('endsAtSources', trace.endsAtSources, endToJson);
  const { listed, unlisted } = listedDestinations(trace);
  yield* jsonArray('destinations', listed, (one) => {
    const party = names.partyOf(one.account);
    const currency = currencies[one.currency]!;
    return {
      protection: party.kind,
      ...partyToJson(party),
      hops: one.hops,
      firstArrival: { time: instantOf(graph, one.firstArrival), ...graph.ledger.source(one.firstArrival) },
      ...rangeToJson(rules, one.ended, currency),
      held: rangeToJson(rules, one.held, currency),
      received: rangeToJson(rules, one.received, currency),
      passedOn: rangeToJson(rules, one.passedOn, currency),
      paysOn: one.paysOn,
      states: one.states,
      asserted: one.asserted,
    };
  });
  yield* jsonArray('unlistedDestinations', unlisted, ({ count, currency, ended }) => ({
    destinations: count,
    ...rangeToJson(rules, ended, currencies[currency]!),
  }));
  yield* jsonArray('frontier', frontier(graph, trace), (group) => {
    return frontierToJson(group, group.accounts.filter((account) => names.partyOf(account).kind === 'named').length);
  });
}

function partyToJson(party: TraceParty): Record<string, unknown> {
  return party.kind === 'named' ? { accounts: party.accounts } : { label: party.label };
}

/**
 * Where the data stop: the institution that keeps the next records, and how many accounts there; no account is named. An
 * institution of one or two unnamed accounts is left out, since it says too much of them.
 */
function frontierToJson(
  { institution, country, reason, accounts, rows, paidIn }: FrontierGroup,
  named: number,
): Record<string, unknown> {
  return {
    institution: named > 0 || accounts.length >= FEWEST_TO_PLACE ? institution : '',
    country: country ?? null,
    reason,
    accounts: accounts.length,
    transfers: rows.length,
    paidIn: paidIn.map((money) => ({ currency: money.currency, amount: formatMoney(money) })),
  };
}

function* backwardJson(traceCase: TraceCase<BackwardTrace>): Generator<string, void> {
  const { graph, rules } = traceCase.trace;
  yield* jsonArray('origins', originLines(traceCase), ({ party, accounts, kind, currency, hops, amounts }) => ({
    protection: party?.kind ?? 'protected-payer',
    ...(party === undefined ? { payers: accounts } : partyToJson(party)),
    origin: kind,
    meaning: kind === 'payers' ? 'people who paid, merged into one line' : ORIGIN_MEANINGS[kind],
    hops,
    ...rangeToJson(rules, amounts, graph.ledger.currencies[currency]!),
  }));
}

function rangeToJson(
  rules: readonly string[],
  { byRule, lowest, highest }: AmountRange,
  { code, scale }: { readonly code: string; readonly scale: number },
): Record<string, unknown> {
  return {
    currency: code,
    amounts: rules.flatMap((rule, i) => (rule === 'poison' ? [] : [{ rule, ...amountToJson(byRule[i]!, scale) }])),
    lowest: printAmount(lowest, scale),
    highest: printAmount(highest, scale),
  };
}

/** Decimal text, and the exact fraction of minor units where the text is rounded. */
function amountToJson(amount: Fraction, scale: number): { readonly amount: string; readonly exactMinor?: string } {
  const text = printAmount(amount, scale);
  return printsExactly(amount) ? { amount: text } : { amount: text, exactMinor: formatFraction(amount) };
}
