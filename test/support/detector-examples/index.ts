import { type DetectorExample } from '../detector-contract.js';
import { fanInExample } from './fan-in.js';
import { fanOutExample } from './fan-out.js';
import { gatherScatterExample } from './gather-scatter.js';
import { roundTripExample } from './round-trip.js';
import { scatterGatherExample } from './scatter-gather.js';
import { funnelAccountExample } from './funnel-account.js';
import { structuredDepositsExample } from './structured-deposits.js';
import { commonBeneficiaryExample } from './common-beneficiary.js';
import { rapidPassThroughExample } from './rapid-pass-through.js';
import { collectorLayerExample } from './collector-layer.js';
import { escrowHoldReleaseExample } from './escrow-hold-release.js';
import { branchHopExample } from './branch-hop.js';
import { cashThenWireExample } from './cash-then-wire.js';
import { cryptoBridgeExample } from './crypto-bridge.js';
import { instalmentPairExample } from './instalment-pair.js';
import { netSettlementExample } from './net-settlement.js';
import { refundLoopExample } from './refund-loop.js';
import { shortLivedAccountExample } from './short-lived-account.js';
import { structuredWithdrawalsExample } from './structured-withdrawals.js';
import { synchronisedBurstExample } from './synchronised-burst.js';
import { thirdPartyFanOutExample } from './third-party-fan-out.js';
import { bipartiteExample } from './bipartite.js';
import { stackExample } from './stack.js';
import { demandEscalationExample } from './demand-escalation.js';
import { corridorOrderExample } from './corridor-order.js';
import { cashForChequeExample } from './cash-for-cheque.js';
import { valueTransferLikeExample } from './value-transfer-like.js';
import { wageToDebtExample } from './wage-to-debt.js';

/** One example per registered detector, by id. */
export const DETECTOR_EXAMPLES: ReadonlyMap<string, DetectorExample> = new Map([
  ['fan-in', fanInExample],
  ['fan-out', fanOutExample],
  ['gather-scatter', gatherScatterExample],
  ['scatter-gather', scatterGatherExample],
  ['round-trip', roundTripExample],
  ['funnel-account', funnelAccountExample],
  ['structured-deposits', structuredDepositsExample],
  ['common-beneficiary', commonBeneficiaryExample],
  ['rapid-pass-through', rapidPassThroughExample],
  ['collector-layer', collectorLayerExample],
  ['escrow-hold-release', escrowHoldReleaseExample],
  ['branch-hop', branchHopExample],
  ['cash-then-wire', cashThenWireExample],
  ['crypto-bridge', cryptoBridgeExample],
  ['instalment-pair', instalmentPairExample],
  ['net-settlement', netSettlementExample],
  ['refund-loop', refundLoopExample],
  ['short-lived-account', shortLivedAccountExample],
  ['structured-withdrawals', structuredWithdrawalsExample],
  ['synchronised-burst', synchronisedBurstExample],
  ['third-party-fan-out', thirdPartyFanOutExample],
  ['bipartite', bipartiteExample],
  ['stack', stackExample],
  ['demand-escalation', demandEscalationExample],
  ['corridor-order', corridorOrderExample],
  ['cash-for-cheque', cashForChequeExample],
  ['value-transfer-like', valueTransferLikeExample],
  ['wage-to-debt', wageToDebtExample],
]);
