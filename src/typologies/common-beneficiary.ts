import { type Account, Budget, DAY_MS, stopped } from '../foundation/index.js';
import { CHOICE, citation, type ParameterValues } from '../evidence/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { MAX_FINDINGS } from './bound-findings.js';
import { type CollectionCandidate, compareCandidates } from './collection-candidate.js';
import { toCollectionFinding } from './collection-finding.js';
import { hasClock, NO_CLOCK } from './clock-time.js';
import { CounterpartyLists } from './counterparty-lists.js';
import { findCreditEpisodes } from './credit-episodes.js';
import { distinctPayers } from './distinct-payers.js';
import { everybodysAccounts } from './everybodys-accounts.js';
import { type Detection, type DetectionContext, type Detector } from './detector.js';
import { hubFlags } from './finding-parts.js';
import { isFilled } from './place-level.js';
import { countFamilies } from './sender-families.js';
import { SenderWindow } from './sender-window.js';
import { OverlapFloor } from './overlap-floor.js';
import { meanJaccard, type MeanOverlap } from './set-overlap.js';
import { strongestFirst } from './strongest-first.js';
import { StrongestFindings } from './strongest-findings.js';

type Name = 'windowDays' | 'minSenders' | 'minPlaces' | 'maxPlaceShare' | 'maxOverlap' | 'maxSteps' | 'maxFindings';

/** Pairs of senders with a common counterparty that one beneficiary may need before it is left undecided. */
const MAX_PAIRS = 2_000_000;
/** No beneficiary may use more than this part of the steps, so that one of them does not use up those of all. */
const PART_FOR_ONE = 1 / 20;

/**
 * Several senders from different places, who share hardly any other counterparty, pay one beneficiary (I04). Collections,
 * landlords, schools and shops look the same: the finding opens nothing without their tests. Without places the place
 * conditions are dropped and the finding counts as reduced (0.6). What the beneficiary is, person or firm, is not in the
 * data. Counterparties that the beneficiary itself pays are not compared, as they may belong to it, nor are accounts that
 * everybody deals with: people of one town share shops, landlords and employers without being related. Hubs are neither
 * beneficiary, sender nor compared. O(transfers), plus the senders' counterparties by window.
 */
export const commonBeneficiary: Detector<Name> = {
  id: 'common-beneficiary',
  indicator: 'I04',
  version: 2,
  title: 'Apparently unrelated senders pay one beneficiary',
  question: 'Do apparently unrelated people from different places pay one beneficiary without business reason?',
  citations: [citation('FIN-2023-Alert001'), citation('FIN-2014-A008')],
  countClass: 'primary',
  family: 'structure',
  requires: ['time', 'amount'],
  parameters: {
    windowDays: { value: 30, unit: 'days', meaning: 'Greatest span of a window, inclusive', source: CHOICE },
    minSenders: { value: 5, unit: 'count', meaning: 'Least number of sender families in a window', source: CHOICE },
    minPlaces: { value: 3, unit: 'count', meaning: 'Least number of places the senders pay from', source: CHOICE },
    maxPlaceShare: {
      value: 0.5,
      unit: 'share',
      meaning: 'Greatest concentration of senders on places, as sum of squared shares',
      source: CHOICE,
    },
    maxOverlap: {
      value: 0.05,
      unit: 'share',
      meaning: 'Greatest mean Jaccard of the senders’ other counterparties',
      source: CHOICE,
    },
    maxSteps: {
      value: 1_000_000_000,
      unit: 'count',
      meaning:
        'Steps of comparing senders in the whole run, of which one beneficiary may use a twentieth; who needs more is left open, and the answer is marked incomplete',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A13'],
  detect,
};

interface Search {
  readonly graph: TemporalGraph;
  readonly hubFlag: Uint8Array;
  /** Where senders pay from; undefined if the data does not say. */
  readonly places: Int32Array | undefined;
  readonly lists: CounterpartyLists;
  readonly undecided: Set<Account>;
  readonly steps: Budget;
  /** Scratch, a zero per account: how many sets hold an account, or whether it is paid by the beneficiary. */
  readonly held: Int32Array;
  readonly paid: Uint8Array;
}

function detect({ graph, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  const { ledger } = graph;
  if (!hasClock(ledger)) return NO_CLOCK;
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const { placeFrom } = ledger.columns;
  const counted = (row: number): boolean =>
    graph.payer[row] !== graph.beneficiary[row] && hubFlag[graph.payer[row]!] === 0;
  const places = isFilled(placeFrom, counted) ? placeFrom : undefined;
  const lists = new CounterpartyLists(graph, everybodysAccounts(graph, hubFlag));
  const scratch = { held: new Int32Array(graph.accountCount), paid: new Uint8Array(graph.accountCount) };
  const steps = new Budget('maxSteps', p.maxSteps);
  const search: Search = { graph, hubFlag, places, lists, undecided: new Set(), steps, ...scratch };
  const strongest = new StrongestFindings({
    limit: p.maxFindings,
    compare: compareCandidates,
    toFinding: (candidate: CollectionCandidate) =>
      toCollectionFinding(candidate, {
        detector: commonBeneficiary,
        graph,
        withPlaces: places !== undefined,
        parameters: p,
      }),
    explain,
  });
  const bounds = distinctPayers(graph, hubFlag, p.minSenders);
  strongestFirst(bounds, p.maxFindings, (account) => {
    if (strongest.isOutOfTests) return [];
    const own = findCollections(search, account, rowsOf(graph.in, account).filter(counted), p);
    return own.filter((candidate) => strongest.add(candidate)).map(({ senders }) => senders);
  });
  const findings = strongest.result();
  const remarks: string[] = [];
  if (places === undefined) remarks.push('No places of senders: place conditions dropped, findings count as reduced.');
  if (search.undecided.size === 0) return { status: 'evaluated', findings, remarks };
  remarks.push(`${search.undecided.size} beneficiaries have too many connected senders to compare; left open.`);
  const stoppedBy = [steps.describe(), ...(findings.stoppedBy === undefined ? [] : [findings.stoppedBy])].join(', ');
  return { status: 'evaluated', findings: stopped(findings.items, stoppedBy), remarks };
}

function findCollections(
  search: Search,
  account: Account,
  rows: Int32Array,
  p: ParameterValues<Name>,
): CollectionCandidate[] {
  const { graph, places, undecided } = search;
  const { ledger } = graph;
  const wholeDays = ledger.precision === 'day';
  const times = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const time = ledger.columns.timeMs[rows[i]!]!;
    times[i] = wholeDays ? Math.floor(time / DAY_MS) * DAY_MS : time;
  }
  const window = new SenderWindow(graph.payer, places, ledger.places.length);
  const facts = new Map<number, Pick<CollectionCandidate, 'senders' | 'places' | 'placeShare' | 'overlap'>>();
  const budget = new Budget('maxSteps', p.maxSteps * PART_FOR_ONE);
  const floor = new OverlapFloor();
  let heldUntil = 0;
  let compared = -1;
  const holds = (from: number, to: number): boolean => {
    if (window.senders < p.minSenders) return false;
    if (places !== undefined && (window.places < p.minPlaces || window.placeShare > p.maxPlaceShare)) return false;
    if (from < heldUntil) {
      // Part of a run whose earliest window has been compared.
      heldUntil = to;
      return true;
    }
    if (compared === window.changes) return false;
    compared = window.changes;
    if (floor.isAbove(p.maxOverlap, window.senders)) return false;
    const open = (): false => {
      undecided.add(account);
      return false;
    };
    if (budget.exhausted || search.steps.exhausted) return open();
    const senders = window.senderList();
    if (
      !spend(
        search,
        budget,
        stepsOf(senders, (sender) => search.lists.of(sender).length),
      )
    )
      return open();
    const overlap = overlapOutside(search, account, senders, p.maxOverlap, budget);
    floor.set(overlap, senders.length);
    if (overlap.mean > p.maxOverlap && overlap.kind !== 'upper') return false;
    if (
      !spend(
        search,
        budget,
        stepsOf(senders, (sender) => rowsOf(graph.out, sender).length),
      )
    )
      return open();
    const families = countFamilies(graph, senders, times[from]!, p.minSenders);
    if (families < p.minSenders) return false;
    if (overlap.mean > p.maxOverlap) return open();
    heldUntil = to;
    facts.set(from, {
      senders: families,
      places: window.places,
      placeShare: window.placeShare,
      overlap: overlap.mean,
    });
    return true;
  };
  const episodes = findCreditEpisodes(times, {
    spanMs: p.windowDays * DAY_MS,
    enter: (i) => {
      window.enter(rows[i]!);
    },
    leave: (i) => {
      const { senders } = window;
      window.leave(rows[i]!);
      if (window.senders < senders) floor.leave(senders);
    },
    holds,
  });
  return episodes.map(({ from, lastTo, windows }) => ({
    account,
    rows: [...rows.subarray(from, lastTo)],
    windows,
    firstMs: times[from]!,
    ...facts.get(from)!,
  }));
}

/** Takes steps from what is left of the run and of the beneficiary; false where there are none. */
function spend({ steps }: Search, own: Budget, units: number): boolean {
  return own.spend(units) && steps.spend(units);
}

/** Steps of looking at something of each sender once. */
function stepsOf(senders: readonly Account[], steps: (sender: Account) => number): number {
  return senders.reduce((total, sender) => total + 1 + steps(sender), 0);
}

/** Mean Jaccard of what the senders do elsewhere: without the beneficiary and without whom it pays. */
function overlapOutside(
  { graph, lists, held, paid }: Search,
  account: Account,
  senders: readonly Account[],
  enoughAbove: number,
  budget: Budget,
): MeanOverlap {
  const ownRows = rowsOf(graph.out, account);
  paid[account] = 1;
  for (let i = 0; i < ownRows.length; i++) paid[graph.beneficiary[ownRows[i]!]!] = 1;
  const sets = senders.map((sender) => lists.of(sender));
  const overlap = meanJaccard(sets, { enoughAbove, maxPairs: MAX_PAIRS, budget, held, leftOut: paid });
  paid[account] = 0;
  for (let i = 0; i < ownRows.length; i++) paid[graph.beneficiary[ownRows[i]!]!] = 0;
  return overlap;
}
