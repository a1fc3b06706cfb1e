import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { DAY_MS } from '../../foundation/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { findSettlements, mayCancelOut, type SettlementRule, usualTurnover } from './settlement-search.js';
import { stepsOfFile } from '../numbers/steps-of-file.js';

type Name =
  | 'windowDays'
  | 'minSpanDays'
  | 'minTransfers'
  | 'maxAccounts'
  | 'maxNetShare'
  | 'minTurnover'
  | 'maxSteps'
  | 'maxFindings';

/**
 * Large flows between two to four accounts that cancel out over weeks: each pays the next, and in the end hardly anybody
 * has paid more than it got (I15). Sums are of one currency. Large means against the file itself: the gross sum is held
 * against the turnover of the median account in a stretch as long as the window. Group companies, exchange houses and
 * trading partners do the same. All accounts of the cycle are subjects; nobody merely pays in. Hubs take no part.
 * O(transfers), plus the cycles among pairs that exchange much.
 */
export const netSettlement: Detector<Name> = {
  id: 'net-settlement',
  indicator: 'I15',
  version: 2,
  title: 'Large flows between a few accounts cancel out',
  question: 'Do brokers’ mutual flows cancel out?',
  citations: [citation('fatf-hawala-2013'), citation('spain-2025')],
  countClass: 'primary',
  family: 'structure',
  requires: ['time', 'amount'],
  parameters: {
    windowDays: { value: 60, unit: 'days', meaning: 'Greatest span of a window, inclusive', source: CHOICE },
    minSpanDays: {
      value: 14,
      unit: 'days',
      meaning: 'Least time from the first to the last transfer: settling goes on, a refund does not',
      source: CHOICE,
    },
    minTransfers: {
      value: 2,
      unit: 'count',
      meaning: 'Least number of transfers from each account to the next: a loan and its return are one each way',
      source: CHOICE,
    },
    maxAccounts: {
      value: 4,
      unit: 'count',
      range: [2, 4],
      meaning: 'Greatest number of accounts in the cycle',
      source: CHOICE,
    },
    maxNetShare: {
      value: 0.1,
      unit: 'share',
      range: [0, 0.24],
      meaning:
        'Greatest difference of an account between what it pays and gets in the cycle, as a share of the gross sum',
      source: CHOICE,
    },
    minTurnover: {
      value: 10,
      unit: 'ratio',
      meaning: 'Least gross sum, as a multiple of what the median account turns over in a window',
      source: CHOICE,
    },
    maxSteps: {
      value: 5_000_000,
      unit: 'count',
      meaning: 'Most steps of search for cycles; of a file of more than 5 million transfers as many more in proportion',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A07', 'A13', 'A16'],
  locality: {
    kind: 'window',
    survey: ({ graph }, { windowDays }) =>
      graph.ledger.currencies.map((_, code) => usualTurnover(graph, code, windowDays * DAY_MS)),
    candidates: { from: 'stars', list: (context, p) => mayCancelOut(context.graph, ruleOf(context, p)) },
  },
  detect,
};

function ruleOf({ graph, hubs }: Pick<DetectionContext, 'graph' | 'hubs'>, p: ParameterValues<Name>): SettlementRule {
  const { minTransfers, maxAccounts, maxNetShare, minTurnover } = p;
  const [windowMs, minSpanMs] = [p.windowDays * DAY_MS, p.minSpanDays * DAY_MS];
  const hubFlag = hubFlags(graph.accountCount, hubs);
  return { windowMs, minSpanMs, minTransfers, maxAccounts, maxNetShare, minTurnover, hubFlag };
}

function detect({ graph, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const budget = stepsOfFile(p.maxSteps, graph);
  const found = findSettlements(graph, ruleOf({ graph, hubs }, p), budget);
  return evaluated(netSettlement, found, { maxFindings: p.maxFindings, explain });
}
