import { type Finding, type Measure } from '../evidence/index.js';
import { type Account, type Row } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type Ledger } from '../ledger/index.js';
import { LaneArena, matchLanes, passThroughSettings, type PassThroughSettings } from '../trace/index.js';
import { CHOICE, citation } from './bibliography.js';
import { MAX_FINDINGS } from './bound-findings.js';
import { type Detection, type DetectionContext, type Detector, type ParameterValues } from './detector.js';
import { ascending, hubFlags, moneyMeasures } from './finding-parts.js';
import { GatherScatterFinder, type GatherScatterWindow } from './gather-scatter-windows.js';
import { PassedShare, type PassedValue } from './passed-share.js';
import { strongestFirst } from './strongest-first.js';
import { StrongestFindings } from './strongest-findings.js';
import { hoursBetween, windowLength, windowRemarks } from './window-length.js';

type Name = 'minPayers' | 'minReceivers' | 'windowHours' | 'mode' | 'minPassedShare' | 'maxFindings';

const SPLIT = 1;
const FUNDED = 2;
const PARTS = 1_000_000;

interface Candidate {
  readonly account: Account;
  readonly window: GatherScatterWindow;
  /** Undefined where the mode does not ask. */
  readonly passed: PassedValue | undefined;
  readonly rowsIn: readonly Row[];
  readonly rowsOut: readonly Row[];
}

/**
 * One account is paid by many and pays many within one window, and by default what came in is what went out (by first
 * in, first out, per currency). The account is the subject, its payers are payers. Shops with suppliers, clubs and
 * employers look the same. Hubs are neither subject nor counted. O(transfers); mode `split` more, see the finder.
 */
export const gatherScatter: Detector<Name> = {
  id: 'gather-scatter',
  indicator: undefined,
  version: 1,
  title: 'Many payers in, many receivers out',
  question: 'Which accounts collect from many and pass the money on to many within a short time?',
  citations: [citation('altman-2023'), citation('amlsim')],
  countClass: 'supporting',
  family: 'structure',
  requires: ['time', 'amount'],
  parameters: {
    minPayers: { value: 5, unit: 'count', meaning: 'Least number of distinct payers in a window', source: CHOICE },
    minReceivers: { value: 3, unit: 'count', meaning: 'Least number of distinct receivers in it', source: CHOICE },
    windowHours: { value: 168, unit: 'hours', meaning: 'Greatest span of a window, inclusive', source: CHOICE },
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
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A05', 'A06', 'A07', 'A08', 'A13', 'A16'],
  detect,
};

function detect(context: DetectionContext, parameters: ParameterValues<Name>): Detection {
  const { graph, hubs } = context;
  const { ledger } = graph;
  const setAside = hubFlags(graph.accountCount, hubs);
  const finder = new GatherScatterFinder(graph, {
    leastPayers: parameters.minPayers,
    leastReceivers: parameters.minReceivers,
    span: windowLength(parameters.windowHours, ledger.precision),
    setAside,
    split: parameters.mode === SPLIT,
  });
  const strongest = new StrongestFindings({
    limit: parameters.maxFindings,
    compare: compareCandidates,
    toFinding: (candidate: Candidate) => toFinding(graph, candidate, parameters),
    explain: context.explain,
  });
  const bounds = new Int32Array(graph.accountCount);
  for (let account = 0; account < graph.accountCount; account++) {
    if (setAside[account] === 1) continue;
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
    const found: Candidate[] = [];
    if (parameters.mode !== FUNDED) addBest(found, account, finder, finder.windowsOf(account));
    else addFunded(found, account, finder, graph, parameters, settings);
    return found.filter((candidate) => strongest.add(candidate)).map(({ window }) => parties(window));
  });
  const findings = strongest.result();
  return { status: 'evaluated', findings, remarks: windowRemarks(ledger.precision) };
}

function toFinding(graph: TemporalGraph, candidate: Candidate, parameters: ParameterValues<Name>): Finding {
  const { account, rowsIn, rowsOut } = candidate;
  return {
    typology: gatherScatter.id,
    version: gatherScatter.version,
    countClass: gatherScatter.countClass,
    family: gatherScatter.family,
    status: 'fired',
    strength: 1,
    subjects: [account],
    payers: ascending(rowsIn.map((row) => graph.payer[row]!)),
    receivers: ascending(rowsOut.map((row) => graph.beneficiary[row]!)),
    rows: ascending([...rowsIn, ...rowsOut]),
    measured: measure(graph.ledger, candidate, parameters),
    alternatives: [],
  };
}

/** Per currency: windows of that currency's transfers whose money in also went out. */
function addFunded(
  candidates: Candidate[],
  account: Account,
  finder: GatherScatterFinder,
  graph: TemporalGraph,
  { minPassedShare }: ParameterValues<Name>,
  settings: PassThroughSettings,
): void {
  const leastParts = BigInt(Math.round(minPassedShare * PARTS));
  for (const lane of matchLanes(graph, account, settings)) {
    const windows = finder.windowsAmong(lane.creditRows, lane.debitRows);
    if (windows.length === 0) continue;
    const share = new PassedShare(lane);
    const passed = new Map(windows.map((window) => [window, share.between(window.firstMs, window.lastMs)]));
    const funded = windows.filter((window) => {
      const value = passed.get(window);
      return value !== undefined && value.passedMinor * BigInt(PARTS) >= value.creditedMinor * leastParts;
    });
    addBest(candidates, account, finder, funded, passed);
  }
}

/** Of each run of overlapping windows the one with most payers and receivers together, the earliest of equals. */
function addBest(
  candidates: Candidate[],
  account: Account,
  finder: GatherScatterFinder,
  windows: readonly GatherScatterWindow[],
  passed?: ReadonlyMap<GatherScatterWindow, PassedValue>,
): void {
  let best: GatherScatterWindow | undefined;
  let runEndMs = -Infinity;
  const close = (): void => {
    if (best === undefined) return;
    candidates.push({ account, window: best, passed: passed?.get(best), ...finder.rowsOf(best) });
  };
  for (const window of windows) {
    if (window.firstMs > runEndMs) {
      close();
      best = window;
    } else if (best === undefined || parties(window) > parties(best)) best = window;
    runEndMs = window.lastMs;
  }
  close();
}

function parties({ distinctPayers, distinctReceivers }: GatherScatterWindow): number {
  return distinctPayers + distinctReceivers;
}

/** More parties first, then shorter, then earlier; the account's number decides last. */
function compareCandidates(left: Candidate, right: Candidate): number {
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
  { window, passed, rowsIn, rowsOut }: Candidate,
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
