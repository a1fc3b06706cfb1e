import { stopped } from '../../foundation/index.js';
import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { isWhole, rowsOf, type TemporalGraph } from '../../graph/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { type CollectionCandidate, compareCandidates } from './collection-candidate.js';
import { toCollectionFinding } from './collection-finding.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { CounterpartyLists } from './counterparty-lists.js';
import { distinctPayers } from './distinct-payers.js';
import { everybodysAccounts } from '../relations/everybodys-accounts.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { type CollectionSearch, findCollections } from './find-collections.js';
import { hubFlags } from '../finding-parts.js';
import { isFilledInAll } from '../place-level.js';
import { stagedReceivers } from '../receivers/staged-receivers.js';
import { strongestFirst } from '../findings/strongest-first.js';
import { StrongestFindings } from '../findings/strongest-findings.js';
import { stepsOfFile } from '../numbers/steps-of-file.js';

type Name = 'windowDays' | 'minSenders' | 'minPlaces' | 'maxPlaceShare' | 'maxOverlap' | 'maxSteps' | 'maxFindings';

/**
 * Several senders from different places, who share hardly any other counterparty, pay one beneficiary (I04). Collections,
 * landlords, schools and shops look the same: the finding opens nothing without their tests. Without places the place
 * conditions are dropped and the finding counts as reduced (0.6). What the beneficiary is, person or firm, is not in the
 * data. Counterparties that the beneficiary itself pays are not compared, as they may belong to it, nor are accounts that
 * everybody deals with: people of one town share shops, landlords and employers without being related. Nor is an account
 * to which the same families pay another part of a fee ({@link stagedReceivers}). Hubs are neither beneficiary, sender nor
 * compared. O(transfers), plus the senders' counterparties by window.
 */
export const commonBeneficiary: Detector<Name> = {
  id: 'common-beneficiary',
  indicator: 'I04',
  version: 4,
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
        'Steps of comparing senders in the whole run, of which one beneficiary may use a twentieth; of a file of more than 5 million transfers as many more in proportion. Who needs more is left open, and the answer is marked incomplete',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A13'],
  locality: {
    kind: 'pairs',
    relaxed: { maxOverlap: 1, maxSteps: Number.MAX_SAFE_INTEGER },
    survey: ({ graph, hubs }) => placedCredits(graph, hubFlags(graph.accountCount, hubs)),
  },
  detect,
};

/** Which credits count, and where they were paid from, if enough of them say so. */
function placedCredits(
  graph: TemporalGraph,
  hubFlag: Uint8Array,
): { readonly counted: (row: number) => boolean; readonly places: Int32Array | undefined } {
  const { placeFrom } = graph.ledger.columns;
  const counted = (row: number): boolean =>
    graph.payer[row] !== graph.beneficiary[row] && hubFlag[graph.payer[row]!] === 0;
  const all = { looksAt: counted, columns: undefined };
  const places = isFilledInAll(graph, 'common-beneficiary placeFrom', placeFrom, all) ? placeFrom : undefined;
  return { counted, places };
}

function detect({ graph, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const { counted, places } = placedCredits(graph, hubFlag);
  const lists = new CounterpartyLists(graph, everybodysAccounts(graph, hubFlag));
  const scratch = {
    inWindow: new Int32Array(graph.accountCount),
    held: new Int32Array(graph.accountCount),
    leftOut: new Uint8Array(graph.accountCount),
  };
  const steps = stepsOfFile(p.maxSteps, graph);
  const staged = stagedReceivers(graph, hubFlag);
  const search: CollectionSearch = { graph, hubFlag, places, lists, staged, undecided: new Map(), steps, ...scratch };
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
    if (strongest.isOutOfTests || !isWhole(graph, account)) return [];
    const own = findCollections(search, { account, rows: rowsOf(graph.in, account).filter(counted) }, p);
    return own.filter((candidate) => strongest.add(candidate)).map(({ senders }) => senders);
  });
  const findings = strongest.result();
  const remarks: string[] = [];
  if (places === undefined) remarks.push('No places of senders: place conditions dropped, findings count as reduced.');
  if (search.undecided.size === 0) return { status: 'evaluated', findings, remarks };
  remarks.push(`${search.undecided.size} beneficiaries have too many connected senders to compare; left open.`);
  const stoppedBy = [...new Set([...search.undecided.values(), ...[findings.stoppedBy ?? []].flat()])].join(', ');
  return { status: 'evaluated', findings: stopped(findings.items, stoppedBy), remarks };
}
