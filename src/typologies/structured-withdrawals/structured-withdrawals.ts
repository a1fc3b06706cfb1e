import { askWhole } from '../../graph/index.js';
import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete } from '../../foundation/index.js';
import { channelCode } from '../../ledger/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { isFilledInAll } from '../place-level.js';
import { ruledWithdrawals } from './ruled-withdrawals.js';
import { findWithdrawals, type WithdrawalRule } from './withdrawal-search.js';

type Name = 'minBranchesADay' | 'minBranches' | 'windowDays' | 'minSenders' | 'maxFindings';

/**
 * Cash that several families paid in is taken out in pieces (I03): at several places within 24 hours, or within some days
 * at two or more places, each piece below a reporting threshold and all of them together above it. Whose money is taken
 * out is settled by first in, first out; money of fewer families is a household's own and no finding. Places are as fine
 * as the data has them. Traders who bank in several towns, daily limits of machines and travellers look the same. Without
 * a threshold for the country only the first form is looked at. Hubs are left out. O(transfers).
 */
export const structuredWithdrawals: Detector<Name> = {
  id: 'structured-withdrawals',
  indicator: 'I03',
  version: 1,
  title: 'Gathered cash is taken out in pieces at several places',
  question: 'Is cash taken out in pieces, at several branches, each under the threshold?',
  citations: [citation('fincen-p2p-trend'), citation('austrac-branches')],
  countClass: 'primary',
  family: 'amount',
  requires: ['time', 'amount', 'channel'],
  parameters: {
    minBranchesADay: {
      value: 3,
      unit: 'count',
      meaning: 'First form: least number of places within 24 hours',
      source: citation('austrac-branches'),
    },
    minBranches: {
      value: 2,
      unit: 'count',
      meaning: 'Second form: least number of places in a window',
      source: CHOICE,
    },
    windowDays: {
      value: 7,
      unit: 'days',
      meaning: 'Second form: greatest span of a window, inclusive',
      source: CHOICE,
    },
    minSenders: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of families whose money is taken out; fewer are a household',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A05', 'A06', 'A13'],
  locality: { kind: 'senders', survey: placedCash },
  detect,
};

const CASH = channelCode('cash');

/** Where cash is taken out, and which rules are in force; undefined if too little of the cash has a place. */
function placedCash({
  graph,
  columns,
}: DetectionContext):
  (Pick<WithdrawalRule, 'placeTo' | 'ruled'> & { readonly remarks: readonly string[] }) | undefined {
  const { placeTo, channel } = graph.ledger.columns;
  const looksAt = (row: number): boolean => channel[row] === CASH;
  const isPlaced = isFilledInAll(graph, 'structured-withdrawals placeTo', placeTo, { looksAt, columns });
  if (placeTo === undefined || !isPlaced) return undefined;
  const ruled = ruledWithdrawals(graph);
  const remarks = askWhole(graph, 'structured-withdrawals rules', () =>
    ruled.length === 0
      ? ['No reporting threshold is valid for the country, currency and date of any withdrawal: pieces not looked at.']
      : ruled.map(({ rule }) => `${rule.id}: ${rule.rule}. ${rule.note}`),
  );
  return { placeTo, ruled, remarks };
}

function detect(context: DetectionContext, p: ParameterValues<Name>): Detection {
  const { graph, ties, hubs, explain } = context;
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const cash = placedCash(context);
  if (cash === undefined) return { status: 'notEvaluable', missing: ['placeTo'] };
  const { placeTo, ruled, remarks } = cash;
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const found = findWithdrawals(graph, { ...p, ties, hubFlag, placeTo, ruled });
  return evaluated(structuredWithdrawals, complete(found), { maxFindings: p.maxFindings, remarks, explain });
}
