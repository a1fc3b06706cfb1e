import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type Ledger } from '../../ledger/index.js';
import { lanesOf, matchLane, type PassThroughSettings } from '../../trace/index.js';
import { type GatherScatterFinder, type GatherScatterWindow } from './gather-scatter-windows.js';
import { PassedShare, type PassedValue } from './passed-share.js';

/** Shares are compared as whole numbers of this many parts. */
const PARTS = 1_000_000;

/** A window of one account that may become a finding. */
export interface GatherScatterCandidate {
  readonly account: Account;
  readonly window: GatherScatterWindow;
  /** Undefined where the mode does not ask. */
  readonly passed: PassedValue | undefined;
  readonly rowsIn: readonly Row[];
  readonly rowsOut: readonly Row[];
}

/** What {@link addFunded} looks at, and how strictly. */
export interface FundedSearch {
  readonly finder: GatherScatterFinder;
  readonly graph: TemporalGraph;
  /** Transfers that count as money in, and as money out. */
  readonly gathered: Uint8Array;
  readonly scattered: Uint8Array;
  readonly parameters: { readonly minPassedShare: number; readonly exchanged: number };
  readonly settings: PassThroughSettings;
}

/** Windows in which money goes out in a currency in which none came in. */
function addExchanged(
  candidates: GatherScatterCandidate[],
  account: Account,
  finder: GatherScatterFinder,
  ledger: Ledger,
): void {
  const { currency, receivedCurrency } = ledger.columns;
  const windows = finder.windowsOf(account).filter((window) => {
    const { rowsIn, rowsOut } = finder.rowsOf(window);
    const paidIn = new Set(rowsIn.map((row) => (receivedCurrency ?? currency)[row]!));
    return rowsOut.some((row) => !paidIn.has(currency[row]!));
  });
  addBest(candidates, account, finder, windows);
}

/** Per currency: windows of that currency's transfers whose money in also went out. */
export function addFunded(
  candidates: GatherScatterCandidate[],
  account: Account,
  { finder, graph, gathered, scattered, parameters, settings }: FundedSearch,
): void {
  const { minPassedShare, exchanged } = parameters;
  if (exchanged === 1) addExchanged(candidates, account, finder, graph.ledger);
  const leastParts = BigInt(Math.round(minPassedShare * PARTS));
  for (const sides of lanesOf(graph, account, settings)) {
    const windows = finder.windowsAmong(
      sides.creditRows.filter((row) => gathered[row] === 1),
      sides.debitRows.filter((row) => scattered[row] === 1),
    );
    // Few currencies of an account have a window: only their money is followed.
    if (windows.length === 0) continue;
    settings.arena?.reset();
    const share = new PassedShare(matchLane(graph, sides, settings));
    const passed = new Map(windows.map((window) => [window, share.between(window.firstMs, window.lastMs)]));
    const funded = windows.filter((window) => {
      const value = passed.get(window);
      return value !== undefined && value.passedMinor * BigInt(PARTS) >= value.creditedMinor * leastParts;
    });
    addBest(candidates, account, finder, funded, passed);
  }
}

/** Of each run of overlapping windows the one with most payers and receivers together, the earliest of equals. */
export function addBest(
  candidates: GatherScatterCandidate[],
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

export function parties({ distinctPayers, distinctReceivers }: GatherScatterWindow): number {
  return distinctPayers + distinctReceivers;
}
