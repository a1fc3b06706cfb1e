import { spanOfData } from '../../graph/index.js';
import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete, DAY_MS } from '../../foundation/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { findShortLived } from './short-lived-search.js';

type Name =
  | 'minCredits'
  | 'minSenders'
  | 'activeDays'
  | 'minEarlyShare'
  | 'maxBalance'
  | 'quietDays'
  | 'minDaysBefore'
  | 'maxFindings';

/**
 * An account that several families pay within three months of when it is first seen, and that is then left empty and
 * without any movement (I16). When accounts were opened is not in the data: "first seen" stands for it, findings count as
 * reduced (0.6), and an account that is there when the data begin is left open. The balance is rebuilt with the smallest
 * possible opening. Closed student or project accounts and a change of bank look the same. Hubs are left out. O(transfers).
 */
export const shortLivedAccount: Detector<Name> = {
  id: 'short-lived-account',
  indicator: 'I16',
  version: 1,
  title: 'An account is used hard for a short time and then left empty',
  question: 'Was the account used hard for a short time and then left empty?',
  citations: [citation('arizona-2008'), citation('remote-cash-2015')],
  countClass: 'supporting',
  family: 'time',
  requires: ['time', 'amount'],
  parameters: {
    minCredits: { value: 5, unit: 'count', meaning: 'Least number of credits', source: CHOICE },
    minSenders: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of families that pay in; fewer are a household',
      source: CHOICE,
    },
    activeDays: {
      value: 90,
      unit: 'days',
      meaning: 'Length of the busy time from when it is first seen',
      source: CHOICE,
    },
    minEarlyShare: {
      value: 0.8,
      unit: 'share',
      meaning: 'Least share of all that was ever paid in that came in the busy time',
      source: CHOICE,
    },
    maxBalance: {
      value: 0.01,
      unit: 'share',
      meaning: 'What is left at the end stays below this share of all credits',
      source: CHOICE,
    },
    quietDays: {
      value: 30,
      unit: 'days',
      meaning: 'Least time without any movement up to the end of the data',
      source: CHOICE,
    },
    minDaysBefore: {
      value: 30,
      unit: 'days',
      meaning: 'An account seen earlier after the start of the data may be older, and is left open',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A05', 'A08', 'A10', 'A13'],
  locality: { kind: 'senders' },
  detect,
};

function detect({ graph, ties, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  const { ledger } = graph;
  if (!hasClock(ledger)) return NO_CLOCK;
  const { firstMs, lastMs } = spanOfData(graph);
  const days = (lastMs - firstMs) / DAY_MS;
  if (days < p.minDaysBefore + p.quietDays) {
    return { status: 'notEvaluable', missing: [`data of at least ${p.minDaysBefore + p.quietDays} days`] };
  }
  const found = findShortLived(graph, { ...p, ties, hubFlag: hubFlags(graph.accountCount, hubs) });
  const remarks = ['When accounts were opened is not in the data: first seen counts, and findings as reduced.'];
  return evaluated(shortLivedAccount, complete(found), { maxFindings: p.maxFindings, remarks, explain });
}
