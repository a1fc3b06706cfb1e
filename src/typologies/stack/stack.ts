import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { type Account, complete } from '../../foundation/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { evaluated } from '../findings/fired-finding.js';
import { countedRows, PATTERN_PARAMETERS, type PatternName } from '../patterns/pattern-parameters.js';
import { linkedAccounts } from '../patterns/linked-accounts.js';
import { windowLength, windowRemarks } from '../time/window-length.js';
import { findLayers } from './layer-search.js';

type Name = 'minLayers' | 'dwellHours' | 'minLegMatch' | PatternName | 'maxFindings';

/**
 * Money that strangers pay on from layer to layer: an account is paid by a stranger and within three days pays about that
 * amount to another stranger, who does the same. Transfers that follow each other so, over at least two accounts in
 * between, form one finding with all others they hang together with, side by side or one after the other; so complete
 * layers are found as well as a single path. Where a hop changes the currency, amounts are not compared. The accounts in
 * between are the subjects; who pays into the first layer is a payer, who is paid by the last a receiver. A way that
 * returns to its start is a round trip, not this. A good sold on through several hands looks the same. Dust does not
 * count, hubs take no part. O(pairs of transfers that follow each other at an account within the stay).
 */
export const stack: Detector<Name> = {
  id: 'stack',
  indicator: undefined,
  version: 1,
  title: 'Strangers pass money on from layer to layer',
  question:
    'Where could money have gone through several layers of accounts that otherwise do not deal with each other?',
  citations: [citation('altman-2023'), citation('amlsim')],
  countClass: 'supporting',
  family: 'structure',
  requires: ['time', 'amount'],
  parameters: {
    minLayers: {
      value: 2,
      unit: 'count',
      meaning: 'Least number of accounts in between, one after the other: one that pays on is everyday life',
      source: CHOICE,
    },
    dwellHours: {
      value: 72,
      unit: 'hours',
      meaning: 'Greatest time from being paid to paying on, inclusive',
      source: CHOICE,
    },
    minLegMatch: {
      value: 0.8,
      unit: 'share',
      meaning: 'Least ratio of the smaller to the larger of the two amounts of an account in between, in one currency',
      source: CHOICE,
    },
    ...PATTERN_PARAMETERS,
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A13', 'A16'],
  // Where the last layer pays the first, an account lies in between that is paid after it has paid, and pays nobody on: it
  // is no candidate, but a partner of some. Whoever is a link of a way is one, so that nothing else can be found.
  locality: {
    kind: 'window',
    reach: 'pairs',
    judged: () => [],
    candidates: { from: 'stars', list: mayLieBetween },
  },
  detect,
};

/** Accounts that pay on what they are paid: every account between two layers does. */
function mayLieBetween(context: DetectionContext, p: ParameterValues<Name>): Account[] {
  const { graph, ties } = context;
  const dwell = windowLength(p.dwellHours, graph.ledger.precision);
  return linkedAccounts(graph, countedRows(context, p, { span: (p.minLayers + 1) * dwell }), {
    dwell,
    sameInstant: ties === 'same-instant-allowed',
    minLegMatch: p.minLegMatch,
  });
}

function detect(context: DetectionContext, p: ParameterValues<Name>): Detection {
  const { graph, ties, explain } = context;
  const { precision } = graph.ledger;
  const dwell = windowLength(p.dwellHours, precision);
  const found = findLayers(graph, {
    minLayers: p.minLayers,
    dwell,
    sameInstant: ties === 'same-instant-allowed',
    minLegMatch: p.minLegMatch,
    counted: countedRows(context, p, { span: (p.minLayers + 1) * dwell }),
  });
  const remarks = windowRemarks(precision);
  return evaluated(stack, complete(found), { maxFindings: p.maxFindings, remarks, explain });
}
