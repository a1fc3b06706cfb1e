import { CHOICE, chosen, citation, type ParameterValues } from '../../evidence/index.js';
import { type Row } from '../../foundation/index.js';
import { channelCode } from '../../ledger/index.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { evaluated } from '../findings/fired-finding.js';
import { BEATS_CHANCE, MOST_FALSE } from '../numbers/beats-chance.js';
import { isFilled } from '../place-level.js';
import { UNIT_PARAMETERS, type UnitName } from '../receivers/receiving-units.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { findCorridorOrder } from './corridor-search.js';
import { CORRIDORS } from './corridors.js';
import { mapCorridors } from './mapped-corridors.js';

type Name =
  | 'minFamilies'
  | 'minPositions'
  | 'maxLagDays'
  | 'minGamma'
  | 'mostChance'
  | 'mostFalseShare'
  | UnitName
  | 'maxSteps'
  | 'maxFindings';

/**
 * Where families pay one side, and where that side pays out, follows a route in the order of time (I10). Context only: it
 * makes no lead, is in no score and names nobody, since family remittances, trade and holidays go along the same countries,
 * and the route of one family may be its own journey. No measure is about a single family.
 *
 * Who is paid: clusters are not known yet, so it is one account; or accounts that others pay and that feed one and the same
 * account, with that one ({@link forReceivingUnits}); or accounts that the same families pay in stages, three at least and
 * half of all who pay each ({@link stagedGroups}). The first that holds stands.
 *
 * What is compared: receipts at the country where they were handed in and pay-outs at the country where they were paid out,
 * as positions of a corridor, of which at least three must occur. A pair is two events at different positions, one strictly
 * later than the other and by no more than 30 days: equal times have no order here. If at least three families have receipts
 * at two positions or more, a pair is two receipts of one of these families; otherwise it is any two receipts or pay-outs,
 * if at least three families have a receipt.
 *
 *     gamma = (pairs that go forward - pairs that go back) / pairs
 *     p     = (1 + shuffles whose gamma is no less) / (1 + shuffles), times shuffled in each family, or among all events
 *
 * Fires if gamma >= 0.5 and p <= 0.01, also after p is adjusted for the number of units and corridors with any pair; each
 * unit with the corridor of least p. Coverage is the longest run of rising positions in time, over the length of the
 * corridor: it is full in every busy account and decides nothing. Neither hubs nor payments by card are looked at.
 * O(transfers), plus the shuffles of units whose gamma is enough.
 */
export const corridorOrder: Detector<Name> = {
  id: 'corridor-order',
  indicator: 'I10',
  version: 2,
  title: 'Payments of several families follow a route in the order of time',
  question: 'Do places of receipt and pay-out follow a route in time order?',
  citations: [citation('reuters-2021-release'), citation('unodc-osom-2022'), citation('legs-paid-separately')],
  countClass: 'low',
  contextOnly: true,
  family: 'geography',
  requires: ['time'],
  parameters: {
    minFamilies: {
      value: 3,
      unit: 'count',
      range: [3, Number.MAX_SAFE_INTEGER],
      meaning: 'Least number of payer families; a single journey may be somebody’s own',
      source: CHOICE,
    },
    minPositions: chosen('count', 3, 'Least number of positions of a corridor that occur', [2, 30]),
    maxLagDays: chosen('days', 30, 'Greatest time between two events that are compared, inclusive'),
    minGamma: chosen('ratio', 0.5, 'Least gamma: pairs going forward less those going back, over all pairs', [0.01, 1]),
    mostChance: chosen('share', BEATS_CHANCE, 'Greatest p-value that beats chance', [0.001, 1]),
    mostFalseShare: chosen('share', MOST_FALSE, 'Greatest share of false ones, on average, among those reported'),
    ...UNIT_PARAMETERS,
    maxSteps: chosen(
      'count',
      200_000_000,
      'Events shuffled in the whole run, of which one unit may use a twentieth; of a file of more than 5 million transfers as many more in proportion. What needs more is left open',
      [1, Number.MAX_SAFE_INTEGER],
    ),
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A07'],
  locality: { kind: 'whole' },
  detect,
};

/** What is missing where countries are written in words, or are all elsewhere. */
const NO_CORRIDOR = 'countries of a corridor, as ISO 3166-1 codes';

const CARD = channelCode('card');

function detect(
  { graph, hubs, corridors: own = [], columns, explain }: DetectionContext,
  p: ParameterValues<Name>,
): Detection {
  const { ledger } = graph;
  if (!hasClock(ledger)) return NO_CLOCK;
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const counts = (row: Row): boolean =>
    graph.payer[row] !== graph.beneficiary[row] &&
    ledger.columns.channel[row] !== CARD &&
    hubFlag[graph.payer[row]!] === 0 &&
    hubFlag[graph.beneficiary[row]!] === 0;
  const missing = (['countryFrom', 'countryTo'] as const).filter(
    (name) => !isFilled(ledger.columns[name], counts, columns),
  );
  if (missing.length > 0) return { status: 'notEvaluable', missing };
  const all = [...CORRIDORS.filter(({ id }) => own.every((one) => one.id !== id)), ...own];
  const corridors = mapCorridors(ledger, all);
  if (corridors.every(({ known }) => known === 0)) return { status: 'notEvaluable', missing: [NO_CORRIDOR] };
  const { found, open } = findCorridorOrder(graph, { ...p, corridors, hubFlag });
  const remarks = open === 0 ? [] : [`${open} units have too many events to compare and were left open.`];
  return evaluated(corridorOrder, found, { maxFindings: p.maxFindings, remarks, explain });
}
