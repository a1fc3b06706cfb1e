import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete } from '../../foundation/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { findBursts } from './burst-search.js';

type Name =
  | 'minFamilies'
  | 'maxChance'
  | 'maxColdDays'
  | 'minBursts'
  | 'minApartDays'
  | 'minSpanDays'
  | 'maxRepeat'
  | 'maxFindings';

/**
 * Different families pay one side on the same few days, again and again, with little in between, as departures would
 * have it (I27). Who is paid is one account, or a group of accounts that feed one: clusters are not known yet. A day is
 * hot if so many families pay that their own mean per day, taken as Poisson, hardly ever gives as many. There is no
 * calendar of paydays, feasts and terms here: what recurs with the same families (tenants, pupils, a club) is left out
 * instead. Hubs neither pay nor are paid. O(transfers).
 */
export const synchronisedBurst: Detector<Name> = {
  id: 'synchronised-burst',
  indicator: 'I27',
  version: 1,
  title: 'Different families pay in repeated bursts',
  question: 'Do payments come in repeated bursts, like departures?',
  citations: [citation('arizona-vehicles-2008'), citation('small-boats-2024')],
  countClass: 'supporting',
  family: 'time',
  requires: ['time'],
  parameters: {
    minFamilies: { value: 4, unit: 'count', meaning: 'Least number of families on a hot day', source: CHOICE },
    maxChance: {
      value: 0.001,
      unit: 'share',
      meaning: 'Greatest Poisson chance of as many families on a day',
      source: CHOICE,
    },
    maxColdDays: {
      value: 1,
      unit: 'count',
      range: [0, 30],
      meaning: 'Most other days between two hot days of one burst',
      source: CHOICE,
    },
    minBursts: { value: 3, unit: 'count', meaning: 'Least number of bursts', source: CHOICE },
    minApartDays: { value: 5, unit: 'days', meaning: 'Least time between the starts of two bursts', source: CHOICE },
    minSpanDays: {
      value: 30,
      unit: 'days',
      meaning: 'Least time from the first burst to the last: one collection lasts a month, see A08',
      source: CHOICE,
    },
    maxRepeat: {
      value: 0.5,
      unit: 'share',
      meaning: 'Greatest share of the families that pay in more than one burst: a journey is paid once, rent again',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A03', 'A04', 'A06', 'A08', 'A13'],
  locality: { kind: 'whole' },
  detect,
};

function detect({ graph, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const found = findBursts(graph, { ...p, hubFlag: hubFlags(graph.accountCount, hubs) });
  return evaluated(synchronisedBurst, complete(found), { maxFindings: p.maxFindings, explain });
}
