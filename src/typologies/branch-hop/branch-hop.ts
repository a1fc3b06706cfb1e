import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete } from '../../foundation/index.js';
import { channelCode } from '../../ledger/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { isFilled } from '../place-level.js';
import { findHops } from './hop-search.js';

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
  detect,
};

const WIRES: ReadonlySet<number> = new Set([channelCode('wire'), channelCode('value-transfer')]);

function detect({ graph, ties, hubs, columns, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  const { ledger } = graph;
  if (!hasClock(ledger)) return NO_CLOCK;
  const { placeFrom, placeTo, channel } = ledger.columns;
  const isWire = (row: number): boolean => WIRES.has(channel[row]!) && graph.payer[row] !== graph.beneficiary[row];
  const sentAt = isFilled(placeFrom, isWire, columns) ? placeFrom : undefined;
  const paidOutAt = isFilled(placeTo, isWire, columns) ? placeTo : undefined;
  if (sentAt === undefined && paidOutAt === undefined) {
    return { status: 'notEvaluable', missing: ['placeFrom or placeTo'] };
  }
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const found = findHops(graph, { ...p, ties, hubFlag, isWire, sentAt, paidOutAt });
  return evaluated(branchHop, complete(found), { maxFindings: p.maxFindings, explain });
}
