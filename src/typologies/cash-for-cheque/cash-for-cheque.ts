import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete, stopped } from '../../foundation/index.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { evaluated } from '../findings/fired-finding.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { findExchanges } from './exchange-search.js';
import { stepsOfFile } from '../numbers/steps-of-file.js';

type Name = 'minPairs' | 'windowDays' | 'maxDwellDays' | 'minChequeShare' | 'strangerDays' | 'maxSteps' | 'maxFindings';

/**
 * An account that takes cash from a stranger and within days writes a cheque of like amount to another stranger, more than
 * once (I13). Somebody is a stranger without any transfer with the account in the half year before. Each transfer is in one
 * pair, and pairs are made so that a window holds as many as can be. Whether the account is that of a business is not in the data.
 * A cheque back to the one who paid in is a refund and no pair. Cheque-cashing offices, deposits that are passed on and sales
 * for somebody else look the same. Hubs are left out. O(transfers) beside the pairs.
 */
export const cashForCheque: Detector<Name> = {
  id: 'cash-for-cheque',
  indicator: 'I13',
  version: 2,
  title: 'Cash from strangers becomes cheques of like amount to other strangers',
  question: 'Does an account take cash from a stranger and write a cheque of like amount to a stranger?',
  citations: [citation('texas-straw-2025')],
  countClass: 'supporting',
  family: 'structure',
  requires: ['time', 'amount', 'channel'],
  parameters: {
    minPairs: {
      value: 2,
      unit: 'count',
      meaning: 'Least number of pairs of cash and cheque in a window',
      source: CHOICE,
    },
    windowDays: {
      value: 90,
      unit: 'days',
      meaning: 'Greatest time from the first cash to the last cheque of a window, inclusive',
      source: CHOICE,
    },
    maxDwellDays: {
      value: 7,
      unit: 'days',
      meaning: 'Greatest time from the cash to its cheque, inclusive',
      source: CHOICE,
    },
    minChequeShare: {
      value: 0.9,
      unit: 'share',
      meaning: 'Least amount of the cheque, as a share of the cash; it is never more than the cash',
      source: CHOICE,
    },
    strangerDays: {
      value: 180,
      unit: 'days',
      meaning: 'So long before, a stranger had no transfer with the account; history before the data is not known',
      source: CHOICE,
    },
    maxSteps: {
      value: 5_000_000,
      unit: 'count',
      meaning:
        'Most comparisons of cash and cheques; of a file of more than 5 million transfers as many more in proportion',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A07', 'A13'],
  locality: { kind: 'star' },
  detect,
};

function detect({ graph, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const budget = stepsOfFile(p.maxSteps, graph);
  const items = findExchanges(graph, { ...p, hubFlag: hubFlags(graph.accountCount, hubs), budget });
  const found = budget.exhausted ? stopped(items, budget.describe()) : complete(items);
  return evaluated(cashForCheque, found, { maxFindings: p.maxFindings, explain });
}
