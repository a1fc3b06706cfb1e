import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { type Account } from '../../foundation/index.js';
import { isWhole, rowsOf } from '../../graph/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { evaluated } from '../findings/fired-finding.js';
import { countedRows, PATTERN_PARAMETERS, type PatternName } from '../patterns/pattern-parameters.js';
import { windowLength, windowRemarks } from '../time/window-length.js';
import { findBipartite } from './bipartite-search.js';
import { stepsOfFile } from '../numbers/steps-of-file.js';

type Name = 'minPayers' | 'minReceivers' | 'windowHours' | PatternName | 'maxSteps' | 'maxFindings';

/**
 * Several accounts each pay every one of several others, all strangers to each other, within one window: money spread so
 * that no pair stands out. Each account on the receiving side is a subject; those who pay are payers. Reported are the
 * greatest such sets: nobody can be added on either side. A set whose payments are spread over more than the window is
 * not looked at in parts. Pairs that pay each other once, side by side, are no such set, though some generators call them
 * bipartite: nothing in the data ties one pair to the next. Friends who share the bills of a journey look the same. Dust
 * does not count, hubs take no part. Exponential in the worst case, hence the budget; O(transfers) where strangers are few.
 */
export const bipartite: Detector<Name> = {
  id: 'bipartite',
  indicator: undefined,
  version: 2,
  title: 'Several strangers each pay every one of several others',
  question: 'Which accounts are all paid by the same several others within a short time?',
  citations: [citation('altman-2023'), citation('amlsim')],
  countClass: 'supporting',
  family: 'structure',
  requires: ['time'],
  parameters: {
    minPayers: {
      value: 3,
      unit: 'count',
      range: [2, Number.MAX_SAFE_INTEGER],
      meaning: 'Least number of accounts that each pay all: two may be a couple',
      source: CHOICE,
    },
    minReceivers: {
      value: 3,
      unit: 'count',
      range: [2, Number.MAX_SAFE_INTEGER],
      meaning: 'Least number of accounts that all of them pay',
      source: CHOICE,
    },
    windowHours: {
      value: 144,
      unit: 'hours',
      meaning: 'Greatest span of the payments, inclusive: that of a fan',
      source: CHOICE,
    },
    ...PATTERN_PARAMETERS,
    maxSteps: {
      value: 5_000_000,
      unit: 'count',
      meaning: 'Most steps of search; of a file of more than 5 million transfers as many more in proportion',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A05', 'A13', 'A16'],
  locality: { kind: 'window', candidates: { from: 'stars', list: paidByEnough } },
  detect,
};

/** Accounts that strangers enough pay, at whatever time: nobody else is on a receiving side, or could be added to one. */
function paidByEnough(context: DetectionContext, p: ParameterValues<Name>): Account[] {
  const { graph } = context;
  const span = windowLength(p.windowHours, graph.ledger.precision);
  const counted = countedRows(context, p, { span });
  const found: Account[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    if (!isWhole(graph, account)) continue;
    const rows = rowsOf(graph.in, account).filter((row) => counted[row] === 1);
    if (new Set(Array.from(rows, (row) => graph.payer[row]!)).size >= p.minPayers) found.push(account);
  }
  return found;
}

function detect(context: DetectionContext, p: ParameterValues<Name>): Detection {
  const { graph, explain } = context;
  const { precision } = graph.ledger;
  const span = windowLength(p.windowHours, precision);
  const counted = countedRows(context, p, { span });
  const budget = stepsOfFile(p.maxSteps, graph);
  const found = findBipartite(graph, { ...p, span, counted }, budget);
  return evaluated(bipartite, found, { maxFindings: p.maxFindings, remarks: windowRemarks(precision), explain });
}
