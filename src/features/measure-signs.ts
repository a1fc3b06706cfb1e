import { DAY_MS } from '../foundation/index.js';
import { type AccountFacts, measureFacts, midRanks } from './account-facts.js';
import { type SignColumn } from './account-signs.js';
import { type FlowFeatures } from './flow-features.js';
import { commonReceiverSigns } from './signs/common-receiver.js';
import { dwellSigns } from './signs/dwell.js';
import { measureLooseFlow } from './signs/loose-flow.js';
import { ownFlowSigns } from './signs/own-flow.js';
import { payerSigns } from './signs/payers.js';
import { receiverUseSigns } from './signs/receiver-use.js';
import { receiverSigns } from './signs/receivers.js';

/** Raised whenever a formula changes: a table of weights belongs to one version of the signs. */
export const SIGNS_VERSION = 4;

/**
 * Measures the weak signs of every account from its transfers alone: no place, country, channel, name or text is read. Each
 * is a plain number with a published formula (see the files of `signs/`); none decides anything by itself.
 *
 * O(n log n) in the transfers.
 */
export function measureSigns(features: FlowFeatures, facts: AccountFacts = measureFacts(features)): SignColumn[] {
  const { relations, graph } = features;
  const periodMs = Math.max(relations.endMs - relations.startMs, DAY_MS);
  const basis = { features, facts, accounts: graph.accountCount, periodMs };
  const loose = measureLooseFlow(features, facts);
  const fromPayers = payerSigns(basis).map(({ name, values }) => {
    if (name === 'feeMedian') return { name: 'feePct', values: midRanks(values) };
    if (name === 'feeMax') return { name: 'feeMaxPct', values: midRanks(values) };
    return { name, values };
  });
  return [
    ...ownFlowSigns(basis, loose),
    ...fromPayers,
    ...receiverSigns(basis),
    ...commonReceiverSigns(basis),
    ...receiverUseSigns(basis, loose),
    ...dwellSigns(basis),
  ];
}
