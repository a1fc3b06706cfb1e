import { type OriginLine, originLines, type TraceCase } from '../disclosure/index.js';
import { partyCells, payersLabel } from '../export/index.js';
import { compareFractions, type Fraction } from '../foundation/index.js';
import { type TraceManifest } from '../investigation/index.js';
import {
  type BackwardTrace,
  describeClaim,
  describeEnds,
  describeLimits,
  describeRules,
  type ForwardTrace,
  listedDestinations,
  printAmount,
  TRACE_NOTICE,
  type TraceDestination,
} from '../trace/index.js';
import { terminalTable } from './terminal-table.js';

/** Lines of a table on the terminal; the files hold all. */
const MOST_LINES = 15;

/** Under the table of destinations: ended and passed through are two things. */
const COLUMN_WORDS: readonly string[] = Object.freeze([
  'Under each rule, and lowest to highest: what ended there. Came in, passed on: the most that any rule brought, and that only',
  'passed through. Pays on, in the whole data from the first arrival on: nothing, part or all of what came in; no rule decides it.',
]);

/** What a person sees after a trace: the claim, the rules, where value ended or came from, what to know, what to open. */
export function describeTraceCase(traceCase: TraceCase, manifest: TraceManifest, out: string): string {
  const { trace, names } = traceCase;
  const { totals, ledger } = manifest;
  const isForward = trace.direction === 'forward';
  const table = isForward
    ? destinationLines(traceCase as TraceCase<ForwardTrace>)
    : originTable(traceCase as TraceCase<BackwardTrace>);
  const hasAmounts = ledger.currencies.length > 0;
  const places = isForward ? 'destinations' : 'origins';
  const lines = [
    `Read ${totals.read} records: ${totals.accepted} accepted, ${totals.quarantined} quarantined, ${totals.skipped} skipped.`,
    describeClaim(trace),
    ...(hasAmounts
      ? ['', ...describeRules(trace), '', ...describeEnds(trace)]
      : ['The data have no amounts: value cannot be followed. See paths.']),
    ...(isForward || !hasAmounts ? [''] : []),
    ...(table.length === 0 ? [`No ${places} to list.`] : table),
    ...describeUnlisted(manifest.results.unlisted),
    '',
    ...describeLimits(trace),
    ...manifest.incomplete.map((stop) => `Incomplete: ${stop}.`),
    ...describeTypedEnds(traceCase),
    describeNamed(traceCase, manifest),
    ...(names.payerCount > 0 ? [`${payersLabel(names.payerCount)}: counted, never named.`] : []),
    TRACE_NOTICE,
    '',
    `Trace written to ${out}. Open ${places}.csv for every account and amount, steps.csv for the file and line of every`,
    'transfer behind them, trace.json for exact fractions and where the data stop, manifest.json for how it was made.',
  ];
  return `${lines.join('\n')}\n`;
}

/** How many of those listed are named, and by which rule. */
function describeNamed({ nameShare, withinCase }: TraceCase, { results: { named }, options }: TraceManifest): string {
  if (options.engine !== undefined && options.case === null) {
    return 'Named: nobody. Through an engine only operators of a case (--case) are; all others are counted, not named.';
  }
  const rule = withinCase
    ? 'which are operators of the case'
    : `which gather money from several families and carry at least ${Number((100 * nameShare).toPrecision(12))} % of the claim`;
  return `Named: ${named} of those listed, ${rule}. All others are counted, not named.`;
}

/** Why an account that was typed is listed under a label, if one is. */
function describeTypedEnds({ trace, names }: TraceCase): string[] {
  const listed = trace.direction === 'forward' ? trace.destinations : trace.origins;
  const isTyped = listed.some(({ account }) => {
    const party = names.partyOf(account);
    return party.kind !== 'named' && party.end === 'to';
  });
  return isTyped ? ['to-0001 onwards: accounts typed after --to, in that order, where they stay unnamed.'] : [];
}

function describeUnlisted(count: number): string[] {
  if (count === 0) return [];
  return [`${count === 1 ? '1 destination' : `${count} destinations`} where every rule says 0: counted, not listed.`];
}

function destinationLines({ trace, names }: TraceCase<ForwardTrace>): string[] {
  const { ledger } = trace.graph;
  const header = [
    ...['institution', 'account', 'hops', 'currency'],
    ...trace.rules,
    ...['lowest', 'highest', 'came in', 'passed on', 'pays on'],
  ];
  const shown = [...listedDestinations(trace).listed].sort(
    (a, b) =>
      a.currency - b.currency ||
      compareFractions(b.ended.highest, a.ended.highest) ||
      compareFractions(b.received.highest, a.received.highest) ||
      a.firstArrival - b.firstArrival,
  );
  const table = cutTable(header, shown, (one: TraceDestination) => {
    const { code, scale } = ledger.currencies[one.currency]!;
    const { institution, account } = partyCells(names.partyOf(one.account));
    const money = (amount: Fraction): string => printAmount(amount, scale);
    const byRule = trace.rules.map((rule, i) => (rule === 'poison' ? 'reach' : money(one.ended.byRule[i]!)));
    const sums = [one.ended.lowest, one.ended.highest, one.received.highest, one.passedOn.highest].map(money);
    return [institution, account, String(one.hops), code, ...byRule, ...sums, one.paysOn];
  });
  return table.length === 0 ? [] : [...table, ...COLUMN_WORDS];
}

function originTable(traceCase: TraceCase<BackwardTrace>): string[] {
  const { ledger } = traceCase.trace.graph;
  const header = [
    'institution',
    'account',
    'origin',
    'hops',
    'currency',
    ...traceCase.trace.rules,
    'lowest',
    'highest',
  ];
  const shown = originLines(traceCase).sort(
    (a, b) => a.currency - b.currency || compareFractions(b.amounts.highest, a.amounts.highest),
  );
  return cutTable(header, shown, ({ party, accounts, kind, hops, currency, amounts }: OriginLine) => {
    const { code, scale } = ledger.currencies[currency]!;
    const { institution, account } =
      party === undefined ? { institution: '', account: payersLabel(accounts) } : partyCells(party);
    const money = [...amounts.byRule, amounts.lowest, amounts.highest].map((amount) => printAmount(amount, scale));
    return [institution, account, kind, String(hops), code, ...money];
  });
}

function cutTable<T>(header: readonly string[], items: readonly T[], cells: (item: T) => string[]): string[] {
  if (items.length === 0) return [];
  const table = terminalTable(header, items.slice(0, MOST_LINES).map(cells));
  return items.length <= MOST_LINES ? [table] : [table, `and ${items.length - MOST_LINES} more`];
}
