import { type Account, Budget, DAY_MS } from '../../foundation/index.js';
import { type ParameterValues } from '../../evidence/index.js';
import { isWhole, type TemporalGraph } from '../../graph/index.js';
import { LaneArena, type LaneColumns, laneColumns, lanesOf } from '../../trace/index.js';
import { type DetectionContext } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { exactShare } from '../numbers/exact-share.js';
import { heldEvidence, type HeldEvidence } from './held-evidence.js';
import { type HeldSums, heldSums, mayHoldSums } from './held-sums.js';
import { wholeReleases } from './hold-releases.js';
import { possibleHolders } from './possible-holders.js';
import { releaseChance } from './release-chance.js';
import { ReleaseSearch } from './release-search.js';
import { type Share, shareOf } from './release-share.js';
import { costsInTime } from './timed-pairs.js';

/** Parameters of the detector that the search goes by. */
export type HolderRules = ParameterValues<
  | 'lagCost'
  | 'maxCommission'
  | 'maxLagDays'
  | 'maxPairs'
  | 'maxParts'
  | 'maxSpread'
  | 'maxStepsPerTransfer'
  | 'minDebits'
  | 'minHeldShare'
  | 'minLagDays'
  | 'minReceiverShare'
  | 'minReleases'
  | 'minWholeShare'
  | 'mostChance'
>;

/** The usual share where nothing was matched: nothing is held then. */
const NOTHING: Share = { receivedMinor: 1n, paidMinor: 0n };

/** How many accounts may take all the steps of one. */
const FULL_ACCOUNTS = 5;

/** What accounts held, of those that are whole here; which were left open, once for each lane, and by which limit. */
export function searchHolders(
  context: DetectionContext,
  p: HolderRules,
): { readonly candidates: readonly HeldEvidence[]; readonly open: readonly Account[]; readonly limitMet: string } {
  const { graph } = context;
  const candidates: HeldEvidence[] = [];
  const open: Account[] = [];
  const run = stepsOfRun(context, p);
  for (const { account, lane, found } of searchLanes(context, p, run)) {
    if (found === undefined) open.push(account);
    else for (const sums of found.held) candidates.push(evidenceOf(graph, lane, found, sums, run, p));
  }
  const limitMet = run.exhausted ? `maxStepsPerTransfer ${p.maxStepsPerTransfer}` : `maxPairs ${p.maxPairs}`;
  return { candidates, open, limitMet };
}

/**
 * Accounts that held sums or are left open, of those that are whole here. Chance is not tested, and families that pay each other
 * may be missing here, which lets more through. Some may come twice.
 */
export function listHolders(context: DetectionContext, p: HolderRules): Account[] {
  const holders: Account[] = [];
  for (const { account, found } of searchLanes(context, p, stepsOfRun(context, p))) {
    if (found === undefined || found.held.length > 0) holders.push(account);
  }
  return holders;
}

/** What was found in one lane. */
interface LaneFound {
  readonly search: ReleaseSearch;
  /** What a release usually comes to. */
  readonly usual: Share;
  readonly held: readonly HeldSums[];
}

function stepsOfRun({ graph }: DetectionContext, p: HolderRules): Budget {
  const steps = FULL_ACCOUNTS * p.maxPairs + p.maxStepsPerTransfer * graph.transferCount;
  return new Budget('maxStepsPerTransfer', steps);
}

/** Looks at the lanes of every account that may hold sums; found is undefined where a limit was met. */
function* searchLanes(
  { graph, hubs }: DetectionContext,
  p: HolderRules,
  run: Budget,
): Generator<
  { readonly account: Account; readonly lane: LaneColumns; readonly found: LaneFound | undefined },
  void,
  undefined
> {
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const least = p.minReleases;
  const leastWhole = p.minWholeShare * least;
  const wanted = { currency: undefined, leastCredits: least, leastDebits: least };
  const arena = new LaneArena();
  for (const account of possibleHolders(graph, hubFlag, { least, leastWhole, maxCommission: p.maxCommission })) {
    if (!isWhole(graph, account)) continue;
    for (const sides of lanesOf(graph, account, wanted)) {
      arena.reset();
      const lane = laneColumns(graph, sides, arena);
      yield { account, lane, found: searchLane(graph, lane, { hubFlag, run }, p) };
    }
  }
}

/** What was held in one lane; undefined if too many pairs are possible, or the steps of the run are used up. */
function searchLane(
  graph: TemporalGraph,
  lane: LaneColumns,
  { hubFlag, run }: { readonly hubFlag: Uint8Array; readonly run: Budget },
  p: HolderRules,
): LaneFound | undefined {
  const search = new ReleaseSearch(lane, {
    minLagMs: p.minLagDays * DAY_MS,
    maxLagMs: p.maxLagDays * DAY_MS,
    maxCommission: exactShare(p.maxCommission),
    maxSpread: exactShare(p.maxSpread),
    lagCost: p.lagCost,
    maxParts: p.maxParts,
    mayRelease: (credit, debit) => {
      const payer = graph.payer[lane.creditRows[credit]!]!;
      const receiver = graph.beneficiary[lane.debitRows[debit]!]!;
      return payer !== receiver && hubFlag[payer] === 0 && hubFlag[receiver] === 0;
    },
  });
  const rule = {
    minReleases: p.minReleases,
    leastWhole: p.minWholeShare * p.minReleases,
    minReceiverShare: exactShare(p.minReceiverShare),
    minHeldShare: exactShare(p.minHeldShare),
  };
  const budget = new Budget('maxPairs', p.maxPairs, run);
  const fitting = search.all(budget);
  const pairs = fitting === undefined ? undefined : costsInTime(fitting, lane.debitTimeMs, budget);
  if (pairs === undefined) return undefined;
  if (!mayHoldSums(graph, search, pairs, rule)) return { search, usual: NOTHING, held: [] };
  const whole = wholeReleases(search, pairs, budget);
  const held = whole === undefined ? undefined : heldSums(graph, search, whole, rule, budget);
  return whole === undefined || held === undefined ? undefined : { search, usual: whole.usual, held };
}

function evidenceOf(
  graph: TemporalGraph,
  lane: LaneColumns,
  { search, usual }: LaneFound,
  sums: HeldSums,
  run: Budget,
  p: HolderRules,
): HeldEvidence {
  const isToReceiver = (debit: number): boolean => graph.beneficiary[lane.debitRows[debit]!] === sums.receiver;
  const chance =
    lane.debitRows.length < p.minDebits
      ? undefined
      : releaseChance(search, usual, isToReceiver, {
          budget: new Budget('maxPairs', p.maxPairs, run),
          mostChance: p.mostChance,
        });
  return heldEvidence(graph, lane, sums, shareOf(usual), chance);
}
