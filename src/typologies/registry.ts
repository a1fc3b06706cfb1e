import { funnelAccount } from './funnel-account/funnel-account.js';
import { structuredDeposits } from './structured-deposits/structured-deposits.js';
import { commonBeneficiary } from './common-beneficiary/common-beneficiary.js';
import { rapidPassThrough } from './rapid-pass-through/rapid-pass-through.js';
import { collectorLayer } from './collector-layer/collector-layer.js';
import { type Detector } from './detector.js';
import { escrowHoldRelease } from './escrow-hold-release/escrow-hold-release.js';
import { fanIn } from './fan-in/fan-in.js';
import { fanOut } from './fan-out/fan-out.js';
import { gatherScatter } from './gather-scatter/gather-scatter.js';
import { roundTrip } from './round-trip/round-trip.js';
import { scatterGather } from './scatter-gather/scatter-gather.js';
import { cashForCheque } from './cash-for-cheque/cash-for-cheque.js';
import { branchHop } from './branch-hop/branch-hop.js';
import { cashThenWire } from './cash-then-wire/cash-then-wire.js';
import { cryptoBridge } from './crypto-bridge/crypto-bridge.js';
import { instalmentPair } from './instalment-pair/instalment-pair.js';
import { netSettlement } from './net-settlement/net-settlement.js';
import { refundLoop } from './refund-loop/refund-loop.js';
import { shortLivedAccount } from './short-lived-account/short-lived-account.js';
import { structuredWithdrawals } from './structured-withdrawals/structured-withdrawals.js';
import { synchronisedBurst } from './synchronised-burst/synchronised-burst.js';
import { thirdPartyFanOut } from './third-party-fan-out/third-party-fan-out.js';
import { bipartite } from './bipartite/bipartite.js';
import { stack } from './stack/stack.js';
import { demandEscalation } from './demand-escalation/demand-escalation.js';
import { corridorOrder } from './corridor-order/corridor-order.js';
import { valueTransferLike } from './value-transfer-like/value-transfer-like.js';
import { wageToDebt } from './wage-to-debt/wage-to-debt.js';

/**
 * Every detector of the library, in the order in which they run and are reported. Adding a typology is one folder,
 * one line here, one bibliography key, one example for the shared tests.
 */
export const DETECTORS: readonly Detector[] = Object.freeze([
  // Plain patterns.
  fanIn,
  fanOut,
  gatherScatter,
  scatterGather,
  roundTrip,
  bipartite,
  stack,
  // Indicators of passing through.
  funnelAccount,
  structuredDeposits,
  commonBeneficiary,
  rapidPassThrough,
  collectorLayer,
  escrowHoldRelease,
  instalmentPair,
  cashThenWire,
  shortLivedAccount,
  cryptoBridge,
  // Indicators of how money is paid, split and shared out.
  structuredWithdrawals,
  branchHop,
  netSettlement,
  thirdPartyFanOut,
  refundLoop,
  synchronisedBurst,
  cashForCheque,
  // Context: makes no lead and names nobody.
  corridorOrder,
  valueTransferLike,
  // Welfare concerns: on a list of their own, in no score.
  demandEscalation,
  wageToDebt,
]);
