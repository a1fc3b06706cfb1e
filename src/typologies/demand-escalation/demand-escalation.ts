import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete } from '../../foundation/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { UNIT_PARAMETERS, type UnitName } from '../receivers/receiving-units.js';
import { findEscalations } from './escalation-search.js';

type Name = 'minPayments' | 'minAmountShare' | UnitName | 'maxFindings';

/**
 * A welfare concern, not an indicator: families that pay one side again and again, ever sooner and no less than at first,
 * as where more is demanded for somebody who is held (I23). Class `welfare`: it never adds to a score, makes nobody an
 * operator, and is counted only. Who is concerned are the payers, who are never named. Who is paid is one account, or a
 * group of accounts that feed one. There is no list of prices here, so four payments are asked for, and the finding is
 * reduced (0.6). Several relatives who travel one after the other, payments by leg and an illness look the same. Accounts
 * that everybody deals with and hubs are left out, as is what is paid by card. O(transfers).
 */
export const demandEscalation: Detector<Name> = {
  id: 'demand-escalation',
  indicator: 'I23',
  version: 1,
  title: 'Families pay again and again, ever sooner: possible coercion, welfare priority',
  question: 'May a family be under extortion?',
  citations: [citation('further-demands'), citation('repeated-demands'), citation('legs-paid-separately')],
  countClass: 'welfare',
  family: 'time',
  requires: ['time', 'amount'],
  parameters: {
    minPayments: {
      value: 4,
      unit: 'count',
      range: [3, Number.MAX_SAFE_INTEGER],
      meaning: 'Least number of payments of a family, all of them with shrinking gaps',
      source: CHOICE,
    },
    minAmountShare: {
      value: 0.8,
      unit: 'share',
      meaning: 'Least later payment, as a share of the first',
      source: CHOICE,
    },
    ...UNIT_PARAMETERS,
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A01', 'A02', 'A08', 'A13'],
  locality: { kind: 'whole' },
  detect,
};

function detect({ graph, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const found = findEscalations(graph, hubFlags(graph.accountCount, hubs), p);
  return evaluated(demandEscalation, complete(found), { maxFindings: p.maxFindings, explain });
}
