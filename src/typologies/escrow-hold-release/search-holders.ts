import { type Account, Budget, DAY_MS } from '../../foundation/index.js';
import { type ParameterValues } from '../../evidence/index.js';
import { isWhole, type TemporalGraph } from '../../graph/index.js';
import { type FifoLane, LaneArena, matchLanes, passThroughSettings } from '../../trace/index.js';
import { type DetectionContext } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { exactShare } from '../numbers/exact-share.js';
import { heldEvidence, type HeldEvidence } from './held-evidence.js';
import { heldSums, mayHoldSums } from './held-sums.js';
import { wholeReleases } from './hold-releases.js';
import { possibleHolders } from './possible-holders.js';
import { releaseChance } from './release-chance.js';
import { ReleaseSearch } from './release-search.js';
import { shareOf } from './release-share.js';

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

/** How many accounts may take all the steps of one. */
const FULL_ACCOUNTS = 5;

/** What accounts held, of those that are whole here; which were left open, once for each lane, and by which limit. */
export function searchHolders(
  { graph, ties, hubs }: DetectionContext,
  p: HolderRules,
): { readonly candidates: readonly HeldEvidence[]; readonly open: readonly Account[]; readonly limitMet: string } {
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const least = p.minReleases;
  const leastWhole = p.minWholeShare * least;
  const enough = { leastCredits: least, leastDebits: least };
  const settings = passThroughSettings(graph, { ties, ...enough, arena: new LaneArena() });
  const candidates: HeldEvidence[] = [];
  const open: Account[] = [];
  const run = new Budget(
    'maxStepsPerTransfer',
    FULL_ACCOUNTS * p.maxPairs + p.maxStepsPerTransfer * graph.transferCount,
  );
  for (const account of possibleHolders(graph, hubFlag, { least, leastWhole, maxCommission: p.maxCommission })) {
    if (!isWhole(graph, account)) continue;
    for (const lane of matchLanes(graph, account, settings)) {
      const found = judgeLane(graph, lane, { hubFlag, run }, p);
      if (found === undefined) open.push(account);
      else for (const one of found) candidates.push(one);
    }
  }
  const limitMet = run.exhausted ? `maxStepsPerTransfer ${p.maxStepsPerTransfer}` : `maxPairs ${p.maxPairs}`;
  return { candidates, open, limitMet };
}

/** What was held in one lane; undefined if too many pairs are possible, or the steps of the run are used up. */
function judgeLane(
  graph: TemporalGraph,
  lane: FifoLane,
  { hubFlag, run }: { readonly hubFlag: Uint8Array; readonly run: Budget },
  p: HolderRules,
): HeldEvidence[] | undefined {
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
  const pairs = search.all(budget)?.at(lane.debitTimeMs, budget);
  if (pairs === undefined) return undefined;
  if (!mayHoldSums(graph, search, pairs, rule)) return [];
  const whole = wholeReleases(search, pairs, budget);
  const held = whole === undefined ? undefined : heldSums(graph, search, whole, rule, budget);
  if (whole === undefined || held === undefined) return undefined;
  return held.map((sums) => {
    const isToReceiver = (debit: number): boolean => graph.beneficiary[lane.debitRows[debit]!] === sums.receiver;
    const chance =
      lane.debitRows.length < p.minDebits
        ? undefined
        : releaseChance(search, whole.usual, isToReceiver, {
            budget: new Budget('maxPairs', p.maxPairs, run),
            mostChance: p.mostChance,
          });
    return heldEvidence(graph, lane, sums, shareOf(whole.usual), chance);
  });
}
