import { CHOICE, citation, type Finding, type Measure, type ParameterValues } from '../../evidence/index.js';
import { type Account, formatMoney, stopped } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { forEachTemporalCycle } from '../../trace/index.js';
import { legsBreak } from '../patterns/amount-match.js';
import { boundFindings, compareLists, MAX_FINDINGS } from '../findings/bound-findings.js';
import { type CycleSet, CycleSets } from './cycle-sets.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { ascending } from '../finding-parts.js';
import { countedRows, PATTERN_PARAMETERS, type PatternName } from '../patterns/pattern-parameters.js';
import { linkedAccounts } from '../patterns/linked-accounts.js';
import { hoursBetween, windowLength, windowRemarks } from '../time/window-length.js';

type Name =
  | 'windowHours'
  | 'minAccounts'
  | 'maxAccounts'
  | 'minLegMatch'
  | PatternName
  | 'maxCycles'
  | 'maxVisits'
  | 'maxFindings';

/**
 * Money that could have come back to where it started: each account pays the next, in time, until the first is paid
 * again, among parties that deal with each other at no other time. Wages that are spent in shops whose owners pay wages go
 * round all year; that is an economy and no finding. Two successive payments of one currency are about one amount; hops
 * change currencies, and where they do, amounts are not compared. Two accounts that pay each other are left out by default:
 * friends, couples and customers do that every day. All accounts are subjects; nobody merely pays in. Goods paid for and
 * sold on look the same. Dust does not count, hubs take no part. One finding per set of accounts. Exponential in the worst case,
 * hence the limits.
 */
export const roundTrip: Detector<Name> = {
  id: 'round-trip',
  indicator: undefined,
  version: 2,
  title: 'Money that comes back to its start',
  question: 'Along which accounts could money have returned to the account it came from?',
  citations: [citation('kumar-calders-2018'), citation('blanusa-2022'), citation('altman-2023')],
  countClass: 'supporting',
  family: 'structure',
  requires: ['time'],
  parameters: {
    windowHours: {
      value: 168,
      unit: 'hours',
      meaning: 'Greatest time from the first to the last transfer, inclusive: a week',
      source: CHOICE,
    },
    minAccounts: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of accounts; two accounts paying each other are ordinary life',
      source: CHOICE,
      range: [2, 1000],
    },
    maxAccounts: { value: 12, unit: 'count', meaning: 'Greatest number of accounts', source: CHOICE, range: [2, 1000] },
    minLegMatch: {
      value: 0.5,
      unit: 'share',
      meaning:
        'Least ratio of the smaller to the larger of two successive amounts of one currency: more of the money goes on than stays; 0 = not asked for',
      source: CHOICE,
    },
    ...PATTERN_PARAMETERS,
    maxCycles: { value: 100_000, unit: 'count', meaning: 'Most cycles that are looked at', source: CHOICE },
    maxVisits: { value: 10_000_000, unit: 'count', meaning: 'Most steps of search', source: CHOICE },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A05', 'A11', 'A13', 'A16'],
  locality: { kind: 'window', candidates: { from: 'stars', list: mayComeBack } },
  detect,
};

/** Accounts that are paid and then pay somebody about that amount, or pay and are then paid: every account of a cycle does. */
function mayComeBack(context: DetectionContext, parameters: ParameterValues<Name>): Account[] {
  const { graph, ties } = context;
  const span = windowLength(parameters.windowHours, graph.ledger.precision);
  return linkedAccounts(graph, countedRows(context, parameters, { span }), {
    dwell: span,
    sameInstant: ties === 'same-instant-allowed',
    minLegMatch: parameters.minLegMatch,
    orReturns: true,
  });
}

function detect(context: DetectionContext, parameters: ParameterValues<Name>): Detection {
  const { graph, ties, explain } = context;
  const { windowHours, minAccounts, maxAccounts, minLegMatch, maxCycles, maxVisits, maxFindings } = parameters;
  const length = windowLength(windowHours, graph.ledger.precision);
  const sets = new CycleSets(graph);
  const search = forEachTemporalCycle(
    graph,
    {
      windowLength: length,
      ties,
      minLength: minAccounts,
      maxLength: Math.max(minAccounts, maxAccounts),
      admitted: countedRows(context, parameters, { span: length }),
      maxCycles,
      maxVisits,
    },
    (rows, hops) => {
      if (minLegMatch === 0 || noLegBreaks(graph, rows, hops, minLegMatch)) sets.add(rows, hops);
    },
  );
  const { timeMs } = graph.ledger.columns;
  const span = ({ rows }: CycleSet): number => timeMs[rows[rows.length - 1]!]! - timeMs[rows[0]!]!;
  const compare = (left: CycleSet, right: CycleSet): number =>
    right.cycles - left.cycles ||
    span(left) - span(right) ||
    timeMs[left.rows[0]!]! - timeMs[right.rows[0]!]! ||
    compareLists(left.rows, right.rows);
  const findings = boundFindings(
    sets.list(),
    maxFindings,
    compare,
    (set): Finding => ({
      typology: roundTrip.id,
      version: roundTrip.version,
      countClass: roundTrip.countClass,
      family: roundTrip.family,
      status: 'fired',
      strength: 1,
      subjects: [...set.accounts],
      payers: [],
      receivers: [],
      rows: ascending(set.rows),
      measured: measure(graph, set, span(set), minAccounts, windowHours),
      alternatives: [],
    }),
    explain,
  );
  const remarks = windowRemarks(graph.ledger.precision);
  if (search.stoppedBy === undefined) return { status: 'evaluated', findings, remarks };
  const stoppedBy = [search.stoppedBy, findings.stoppedBy ?? ''].filter((text) => text !== '').join(', ');
  return {
    status: 'evaluated',
    findings: stopped(findings.items, stoppedBy),
    remarks: [...remarks, `The search for cycles met a limit (${search.stoppedBy}); more may exist`],
  };
}

/** Whether every two successive payments that are of one currency are about one amount. */
function noLegBreaks({ ledger }: TemporalGraph, rows: Int32Array, length: number, least: number): boolean {
  for (let i = 1; i < length; i++) if (legsBreak(ledger, rows[i - 1]!, rows[i]!, least)) return false;
  return true;
}

function measure(
  { ledger }: TemporalGraph,
  { rows, cycles }: CycleSet,
  spanMs: number,
  minAccounts: number,
  windowHours: number,
): Measure[] {
  const first = ledger.amount(rows[0]!);
  const last = ledger.amount(rows[rows.length - 1]!);
  const money = (name: string, amount: typeof first): Measure[] =>
    amount === undefined ? [] : [{ name, value: formatMoney(amount), unit: 'money', currency: amount.currency }];
  return [
    { name: 'accounts', value: rows.length, unit: 'count', threshold: minAccounts },
    { name: 'spanHours', value: hoursBetween(0, spanMs, ledger.precision), unit: 'hours', threshold: windowHours },
    { name: 'cyclesOnTheseAccounts', value: cycles, unit: 'count' },
    ...money('firstAmount', first),
    ...money('lastAmount', last),
  ];
}
