import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete } from '../../foundation/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { findInstalmentPairs } from './instalment-search.js';

type Name =
  | 'minGapDays'
  | 'maxGapDays'
  | 'minRatio'
  | 'maxRatio'
  | 'minFamilies'
  | 'minStartGapDays'
  | 'minPassedShare'
  | 'whereChanceDoesAsWell'
  | 'maxFindings';

/**
 * Families that pay one side exactly twice, first a part and then, a journey's time later, the same or a larger rest
 * (I09). Clusters are not known yet, so who is paid is one account, a group of accounts that feed one, or two that the
 * same families pay in stages (see `staged-receivers.ts`), in whichever order. Customers who come twice do the same, but as
 * often pay less the second time: so the second payment must be the larger one in more families than chance would have it
 * (sign test, 0.01, adjusted for the units tested). With fewer than seven families that is not to be had: then none may
 * pay less, and the finding is reduced (0.6) and marked as possible chance. A deposit and a balance for a wedding or a tour
 * look the same, and who is a merchant is not in the data: so at least half of the money must be seen to go on, by first
 * in, first out. What stays, or leaves where the data do not look, may be anybody's takings. Hubs neither pay nor are
 * paid. O(transfers).
 */
export const instalmentPair: Detector<Name> = {
  id: 'instalment-pair',
  indicator: 'I09',
  version: 2,
  title: 'Families pay a part first and the larger rest after a time',
  question: 'Do families pay part first and the larger rest after a journey time?',
  citations: [citation('texas-fee-2025'), citation('arizona-2008'), citation('unodc-osom-2022')],
  countClass: 'primary',
  family: 'time',
  requires: ['time', 'amount'],
  parameters: {
    minGapDays: { value: 2, unit: 'days', meaning: 'Least time between the two payments, inclusive', source: CHOICE },
    maxGapDays: {
      value: 45,
      unit: 'days',
      meaning: 'Greatest time between the two payments, inclusive',
      source: CHOICE,
    },
    minRatio: { value: 1, unit: 'ratio', meaning: 'Least second payment, as a multiple of the first', source: CHOICE },
    maxRatio: {
      value: 4,
      unit: 'ratio',
      meaning: 'Greatest second payment, as a multiple of the first; published fees were split 1 to 1.67 and 1 to 3.71',
      source: CHOICE,
    },
    minFamilies: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of families with such a pair, whose first payments lie apart',
      source: CHOICE,
    },
    minStartGapDays: {
      value: 1,
      unit: 'days',
      meaning: 'Least time between the first payments of two families, inclusive',
      source: CHOICE,
    },
    minPassedShare: {
      value: 0.5,
      unit: 'share',
      meaning: 'Least share of the money of these pairs that goes on in the data',
      source: CHOICE,
    },
    whereChanceDoesAsWell: {
      value: 0,
      unit: 'switch',
      meaning: 'Where chance was tested and does as well: 0 = nothing is reported, 1 = a reduced finding is',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A04', 'A06', 'A09', 'A13', 'A15'],
  locality: { kind: 'whole' },
  detect,
};

function detect({ graph, ties, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const found = findInstalmentPairs(graph, hubFlags(graph.accountCount, hubs), { ...p, ties });
  return evaluated(instalmentPair, complete(found), { maxFindings: p.maxFindings, explain });
}
