import { CHOICE, citation, type Finding, type Measure, type ParameterValues } from '../../evidence/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type Ledger } from '../../ledger/index.js';
import { LaneArena, passThroughSettings } from '../../trace/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { GatherScatterFinder } from './gather-scatter-windows.js';
import { addBest, addFunded, type GatherScatterCandidate, parties } from './gather-scatter-candidates.js';
import { countedRows, PATTERN_PARAMETERS, type PatternName } from '../patterns/pattern-parameters.js';
import { onlyCounted } from '../patterns/pattern-rows.js';
import { strongestFirst } from '../findings/strongest-first.js';
import { StrongestFindings } from '../findings/strongest-findings.js';
import { hoursBetween, windowLength, windowRemarks } from '../time/window-length.js';

type Name =
  'minPayers' | 'minReceivers' | 'windowHours' | 'mode' | 'minPassedShare' | 'exchanged' | PatternName | 'maxFindings';

const SPLIT = 1;
const FUNDED = 2;

/**
 * One account is paid by many strangers and pays many strangers within one window, and by default what came in is what
 * went out (by first in, first out, per currency). Where part of it goes out in a currency in which nothing came in, amounts
 * cannot be compared: the finding is then reduced (0.6). The account is the subject, its payers are payers. Collections, fairs and
 * clubs look the same; regular customers, suppliers and staff are no strangers in data of some months. Dust does not count.
 * Hubs are neither subject nor counted. O(transfers); mode `split` more, see the finder.
 */
export const gatherScatter: Detector<Name> = {
  id: 'gather-scatter',
  indicator: undefined,
  version: 2,
  title: 'Many payers in, many receivers out',
  question: 'Which accounts collect from many and pass the money on to many within a short time?',
  citations: [citation('altman-2023'), citation('amlsim')],
  countClass: 'supporting',
  family: 'structure',
  requires: ['time', 'amount'],
  parameters: {
    minPayers: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of distinct payers in a window: with the receivers the five parties of a fan',
      source: CHOICE,
    },
    minReceivers: { value: 2, unit: 'count', meaning: 'Least number of distinct receivers in it', source: CHOICE },
    windowHours: {
      value: 288,
      unit: 'hours',
      meaning: 'Greatest span of a window, inclusive: a fan in and then a fan out, of 144 hours each',
      source: CHOICE,
    },
    mode: {
      value: FUNDED,
      unit: 'switch',
      meaning: '0 = both in one window; 1 = all payments in before all payments out; 2 = what came in went out',
      source: CHOICE,
      range: [0, 2],
    },
    minPassedShare: {
      value: 0.8,
      unit: 'share',
      meaning: 'Mode 2: least share of what came in during the window that also left during it',
      source: CHOICE,
    },
    exchanged: {
      value: 1,
      unit: 'switch',
      meaning: 'Mode 2, where money goes out in a currency in which none came in: 1 = a reduced finding, 0 = none',
      source: CHOICE,
    },
    ...PATTERN_PARAMETERS,
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A05', 'A06', 'A07', 'A08', 'A13', 'A16'],
  locality: { kind: 'star' },
  detect,
};

function detect(context: DetectionContext, parameters: ParameterValues<Name>): Detection {
  const { graph } = context;
  const { ledger } = graph;
  const span = windowLength(parameters.windowHours, ledger.precision);
  const gathered = countedRows(context, parameters, { span, centre: 'beneficiary' });
  const scattered = countedRows(context, parameters, { span, centre: 'payer' });
  const finder = new GatherScatterFinder(onlyCounted(graph, gathered, scattered), {
    leastPayers: parameters.minPayers,
    leastReceivers: parameters.minReceivers,
    span,
    split: parameters.mode === SPLIT,
  });
  const strongest = new StrongestFindings({
    limit: parameters.maxFindings,
    compare: compareCandidates,
    toFinding: (candidate: GatherScatterCandidate) => toFinding(graph, candidate, parameters),
    explain: context.explain,
  });
  const bounds = new Int32Array(graph.accountCount);
  for (let account = 0; account < graph.accountCount; account++) {
    // Windows in one currency lie inside windows over all of them.
    for (const window of finder.windowsOf(account)) bounds[account] = Math.max(bounds[account]!, parties(window));
  }
  const settings = passThroughSettings(graph, {
    ties: context.ties,
    leastCredits: parameters.minPayers,
    leastDebits: parameters.minReceivers,
    arena: new LaneArena(),
  });
  strongestFirst(bounds, parameters.maxFindings, (account) => {
    if (strongest.isOutOfTests) return [];
    const found: GatherScatterCandidate[] = [];
    if (parameters.mode !== FUNDED) addBest(found, account, finder, finder.windowsOf(account));
    else addFunded(found, account, { finder, graph, gathered, scattered, parameters, settings });
    return found.filter((candidate) => strongest.add(candidate)).map(({ window }) => parties(window));
  });
  const findings = strongest.result();
  return { status: 'evaluated', findings, remarks: windowRemarks(ledger.precision) };
}

function toFinding(
  graph: TemporalGraph,
  candidate: GatherScatterCandidate,
  parameters: ParameterValues<Name>,
): Finding {
  const { account, rowsIn, rowsOut } = candidate;
  return {
    typology: gatherScatter.id,
    version: gatherScatter.version,
    countClass: gatherScatter.countClass,
    family: gatherScatter.family,
    status: 'fired',
    strength: parameters.mode === FUNDED && candidate.passed === undefined ? 0.6 : 1,
    subjects: [account],
    payers: ascending(rowsIn.map((row) => graph.payer[row]!)),
    receivers: ascending(rowsOut.map((row) => graph.beneficiary[row]!)),
    rows: ascending([...rowsIn, ...rowsOut]),
    measured: measure(graph.ledger, candidate, parameters),
    alternatives: [],
  };
}

/** More parties first, then shorter, then earlier; the account's number decides last. */
function compareCandidates(left: GatherScatterCandidate, right: GatherScatterCandidate): number {
  const a = left.window;
  const b = right.window;
  return (
    parties(b) - parties(a) ||
    a.lastMs - a.firstMs - (b.lastMs - b.firstMs) ||
    a.firstMs - b.firstMs ||
    right.rowsIn.length - left.rowsIn.length ||
    left.account - right.account
  );
}

function measure(
  ledger: Ledger,
  { window, passed, rowsIn, rowsOut }: GatherScatterCandidate,
  { minPayers, minReceivers, windowHours, minPassedShare }: ParameterValues<Name>,
): Measure[] {
  const spanHours = hoursBetween(window.firstMs, window.lastMs, ledger.precision);
  const share = passed === undefined ? undefined : Number((passed.passedMinor * 10_000n) / passed.creditedMinor) / 1e4;
  return [
    { name: 'distinctPayers', value: window.distinctPayers, unit: 'count', threshold: minPayers },
    { name: 'distinctReceivers', value: window.distinctReceivers, unit: 'count', threshold: minReceivers },
    { name: 'spanHours', value: spanHours, unit: 'hours', threshold: windowHours },
    ...(share === undefined
      ? []
      : [{ name: 'passedShare', value: share, unit: 'share' as const, threshold: minPassedShare }]),
    ...moneyMeasures(ledger, 'amountIn', rowsIn),
    ...moneyMeasures(ledger, 'amountOut', rowsOut),
  ];
}
