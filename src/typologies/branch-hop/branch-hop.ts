import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete } from '../../foundation/index.js';
import { channelCode } from '../../ledger/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { isFilledInAll } from '../place-level.js';
import { findHops, type HopRule } from './hop-search.js';

type Name = 'minBranches' | 'maxDayGap' | 'minFamilies' | 'maxFindings';

/**
 * One party receives, or sends, wires at several places on the same or on following days (I05). Somebody on the move whose
 * relatives send money from stage to stage looks exactly so: hence the wires must come from at least three families, and
 * what a party sends must have been paid in by as many, by first in, first out. Places are as fine as the data has them;
 * a branch finer than a town shows more. Seasonal workers, drivers and market traders look the same. Hubs are left out.
 * O(transfers).
 */
export const branchHop: Detector<Name> = {
  id: 'branch-hop',
  indicator: 'I05',
  version: 1,
  title: 'Wires at several places on following days',
  question: 'Does one party send or receive wires at different branches on the same or following days?',
  citations: [citation('FIN-2014-A008')],
  countClass: 'supporting',
  family: 'geography',
  requires: ['time', 'channel'],
  parameters: {
    minBranches: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of wires, and of places they are sent or paid out at',
      source: CHOICE,
    },
    maxDayGap: {
      value: 1,
      unit: 'days',
      meaning: 'Greatest difference of calendar days between one wire and the next',
      source: CHOICE,
    },
    minFamilies: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of families whose money it is; fewer may be one’s own relatives',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A01', 'A05', 'A13'],
  locality: { kind: 'senders', survey: placedWires },
  detect,
};

const WIRES: ReadonlySet<number> = new Set([channelCode('wire'), channelCode('value-transfer')]);

/** Which transfers are wires, and the columns in which enough of them have a place. */
function placedWires({ graph, columns }: DetectionContext): Pick<HopRule, 'isWire' | 'sentAt' | 'paidOutAt'> {
  const { placeFrom, placeTo, channel } = graph.ledger.columns;
  const isWire = (row: number): boolean => WIRES.has(channel[row]!) && graph.payer[row] !== graph.beneficiary[row];
  const all = { looksAt: isWire, columns };
  const sentAt = isFilledInAll(graph, 'branch-hop placeFrom', placeFrom, all) ? placeFrom : undefined;
  const paidOutAt = isFilledInAll(graph, 'branch-hop placeTo', placeTo, all) ? placeTo : undefined;
  return { isWire, sentAt, paidOutAt };
}

function detect(context: DetectionContext, p: ParameterValues<Name>): Detection {
  const { graph, ties, hubs, explain } = context;
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const { isWire, sentAt, paidOutAt } = placedWires(context);
  if (sentAt === undefined && paidOutAt === undefined) {
    return { status: 'notEvaluable', missing: ['placeFrom or placeTo'] };
  }
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const found = findHops(graph, { ...p, ties, hubFlag, isWire, sentAt, paidOutAt });
  return evaluated(branchHop, complete(found), { maxFindings: p.maxFindings, explain });
}
