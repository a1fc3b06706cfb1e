import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete, HOUR_MS } from '../../foundation/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { findDebts } from './debt-search.js';

type Name = 'minPays' | 'minShare' | 'maxShare' | 'maxHours' | 'minWorkers' | 'maxFindings';

/**
 * A welfare concern, not an indicator: several people each pass a good part of every wage to one and the same account
 * within a day, as where a debt is worked off (I24). Class `welfare`: it never adds to a score, makes nobody an operator,
 * and is counted only. Who is concerned are the workers, who are payers and never named. A wage is what one payer pays
 * regularly. A rent, help for relatives, a lender and child support look the same. Accounts that everybody deals with and
 * hubs collect nothing here. O(transfers).
 */
export const wageToDebt: Detector<Name> = {
  id: 'wage-to-debt',
  indicator: 'I24',
  version: 1,
  title: 'Several people pass part of every wage to one account: possible coercion, welfare priority',
  question: 'May people be working off a debt?',
  citations: [citation('debt-to-trafficking')],
  countClass: 'welfare',
  family: 'structure',
  requires: ['time', 'amount'],
  parameters: {
    minPays: { value: 4, unit: 'count', meaning: 'Least number of wages of a worker', source: CHOICE },
    minShare: {
      value: 0.3,
      unit: 'share',
      meaning: 'Least share of each wage that goes on, inclusive',
      source: CHOICE,
    },
    maxShare: {
      value: 0.8,
      unit: 'share',
      meaning: 'Greatest share of each wage that goes on, inclusive',
      source: CHOICE,
    },
    maxHours: {
      value: 24,
      unit: 'hours',
      meaning: 'Greatest time from the wage to the payment, inclusive',
      source: CHOICE,
    },
    minWorkers: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of workers of different families who pay one account so',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A01', 'A02', 'A04', 'A05', 'A11'],
  locality: { kind: 'pairs', relaxed: { minWorkers: 1 } },
  detect,
};

function detect({ graph, hubs, alternatives: habits, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  const { precision } = graph.ledger;
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const withinMs = precision === 'day' ? Math.ceil(p.maxHours / 24) * 24 * HOUR_MS : p.maxHours * HOUR_MS;
  const found = findDebts(graph, { ...p, withinMs, habits, hubFlag: hubFlags(graph.accountCount, hubs) });
  return evaluated(wageToDebt, complete(found), { maxFindings: p.maxFindings, explain });
}
