import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete, DAY_MS } from '../../foundation/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { everybodysAccounts } from '../relations/everybodys-accounts.js';
import { exactShare } from '../numbers/exact-share.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { findRefundLoops } from './refund-search.js';

type Name = 'minRefund' | 'maxDays' | 'minPersons' | 'minRateRatio' | 'fewOthers' | 'maxFindings';

/**
 * People pay an institution, most of all they ever paid it comes back within half a year, to them or to an intermediary
 * whom they paid as well, and that happens to the intermediary's clients far oftener than to others who pay the institution (I25). Who sent
 * a client is not in the data: an account that at least five of those refunded also paid stands for the agent. Refused
 * visas are spread over all agents, a cancelled term reaches all clients at once; both leave the rates alike. The agent
 * is the subject, and the institution too unless everybody deals with it; the people are payers. With fewer than twenty
 * other clients the finding is reduced (0.6). Hubs are no agents. O(transfers), plus the transfers of the institutions'
 * clients.
 */
export const refundLoop: Detector<Name> = {
  id: 'refund-loop',
  indicator: 'I25',
  version: 1,
  title: 'Fees go to an institution and are handed back, for people who share one agent',
  question: 'Are fees paid to an institution and handed back, for people who share one agent?',
  citations: [citation('refunds-2024'), citation('fatf-2022-charter')],
  countClass: 'primary',
  family: 'structure',
  requires: ['time', 'amount'],
  parameters: {
    minRefund: {
      value: 0.7,
      unit: 'share',
      meaning: 'Least share of a payment that must come back to count as refunded',
      source: CHOICE,
    },
    maxDays: {
      value: 180,
      unit: 'days',
      meaning: 'Greatest time from payment to refund, inclusive',
      source: CHOICE,
    },
    minPersons: {
      value: 5,
      unit: 'count',
      meaning: 'Least number of people with a refund who also paid the agent',
      source: CHOICE,
    },
    minRateRatio: {
      value: 3,
      unit: 'ratio',
      meaning: 'Least refund rate of the agent’s clients, as a multiple of that of the other clients',
      source: CHOICE,
    },
    fewOthers: {
      value: 20,
      unit: 'count',
      meaning: 'With fewer other clients the rates are hardly comparable: the finding is reduced',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A06', 'A09', 'A13'],
  locality: { kind: 'whole' },
  detect,
};

function detect({ graph, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const found = findRefundLoops(graph, {
    minRefund: exactShare(p.minRefund),
    maxMs: p.maxDays * DAY_MS,
    minPersons: p.minPersons,
    minRateRatio: p.minRateRatio,
    fewOthers: p.fewOthers,
    hubFlag,
    everybodys: everybodysAccounts(graph, hubFlag),
  });
  return evaluated(refundLoop, complete(found), { maxFindings: p.maxFindings, explain });
}
