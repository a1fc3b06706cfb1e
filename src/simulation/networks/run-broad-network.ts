import { between, pick } from '../draws.js';
import { DAY_SECONDS } from '../world-clock.js';
import { type BroadPlan, holderAt, operatorsOf } from './broad-plan.js';
import { runOffRamp } from './crypto-off-ramp.js';
import { tradeAsFirm } from './firm-trade.js';
import { journeyDues } from './journey-dues.js';
import { MoneyTrail } from './money-trail.js';
import { type Slot } from './network-cast.js';
import { type NetworkScene } from './network-scene.js';
import { firmOutlets, headOutlets } from './onward-business.js';
import { liveBeside } from './operator-life.js';
import { type Operator } from './operator.js';
import { type Onward, passOn } from './pass-on.js';
import { type Departure, payFees } from './pay-fees.js';
import { serveThemselves } from './serve-themselves.js';
import { spendProceeds } from './spend-proceeds.js';
import { BULK_EVERY, HEADS_EVERY, rhythmOf } from './spending-rhythm.js';
import { runValueTransferPair } from './value-transfer-pair.js';

/** Moves the money of a planned network from the families to where it ends, and lets its operators live. */
export function runBroadNetwork(scene: NetworkScene, plan: BroadPlan): MoneyTrail {
  const { stage } = scene;
  const { cast } = plan;
  const trail = new MoneyTrail(stage, plan.currency, plan.habits.hidden);
  const departures = payFees(stage, plan, trail);
  takeOn(scene, plan, trail, departures);
  cast.coordinators.forEach((head, i) => {
    const own = departures.filter((_, family) => family % cast.coordinators.length === i);
    const dues = journeyDues(stage, { departures: own, services: cast.services });
    const outlets = headOutlets(scene, plan, head);
    spendProceeds(stage, trail, head, { dues, outlets, everyDays: rhythmOf(plan, head, HEADS_EVERY) });
  });
  for (const node of [...cast.settlement, ...cast.launderer]) {
    const everyDays = rhythmOf(plan, node, BULK_EVERY);
    spendProceeds(stage, trail, node, { dues: [], outlets: firmOutlets(scene, node), everyDays });
  }
  for (const service of cast.services) {
    for (const { time, minor } of trail.lotsOf(service.account)) trail.keep(service.account, time, minor);
  }
  for (const operator of operatorsOf(plan)) liveOn(scene, plan, trail, operator);
  return trail;
}

/** From those who take fees to the coordinator, or as far as the money goes without one. */
function takeOn(scene: NetworkScene, plan: BroadPlan, trail: MoneyTrail, departures: readonly Departure[]): void {
  const { stage } = scene;
  const { random } = stage;
  const { cast, habits } = plan;
  const { coordinators, desks, addresses } = cast;
  const heads = coordinators.map(({ account }) => account);
  switch (habits.topology) {
    case 'flat':
    case 'collector-per-leg':
    case 'counter-cash':
      serveThemselves(scene, plan, trail, departures);
      return;
    case 'value-transfer-pair': {
      handOver(scene, plan, trail, () => ({ to: () => desks[0]!.account, waitingToo: true }));
      runValueTransferPair(scene, trail, { desks: [desks[0]!, desks[1]!], coordinators });
      return;
    }
    case 'escrow-desk':
      if (desks.length > 0) {
        handOver(scene, plan, trail, (slot) => ({ to: () => desks[slot % desks.length]!.account, waitingToo: true }));
      } else handOver(scene, plan, trail, () => ({ to: () => pick(random, heads) }));
      for (const desk of desks) passOn(stage, trail, { ...desk, sweeps: false }, { to: () => pick(random, heads) });
      return;
    case 'crypto-off-ramp':
      handOver(scene, plan, trail, (slot) => ({ to: () => addresses[slot % addresses.length]!.account }));
      runOffRamp(scene, trail, { addresses, coordinators });
      return;
    case 'star':
    case 'layered':
    case 'front-business':
    case 'cells':
      throughRows(scene, plan, trail, heads);
  }
}

/** Collectors pass on to the first row, each row to the next, the last to the head or, in cells, to the own one. */
function throughRows(scene: NetworkScene, plan: BroadPlan, trail: MoneyTrail, heads: readonly number[]): void {
  const rows: (readonly Slot[])[] = [plan.cast.collectors, ...plan.cast.between.filter((row) => row.length > 0)];
  rows.forEach((row, level) => {
    const next = rows[level + 1];
    row.forEach((slot, position) => {
      const to = (time: number): number =>
        next === undefined
          ? heads[position % heads.length]!
          : holderAt(plan, next[position % next.length]!, time / DAY_SECONDS).account;
      for (const holder of slot) passOn(scene.stage, trail, holder, { to });
    });
  });
}

function handOver(scene: NetworkScene, plan: BroadPlan, trail: MoneyTrail, onward: (slot: number) => Onward): void {
  plan.cast.collectors.forEach((slot, position) => {
    for (const holder of slot) passOn(scene.stage, trail, holder, onward(position));
  });
}

/** A firm trades, a person lives; a deposit address does neither. */
function liveOn(scene: NetworkScene, plan: BroadPlan, trail: MoneyTrail, operator: Operator): void {
  const { random } = scene.stage;
  if (scene.settled.has(operator.account)) return;
  scene.settled.add(operator.account);
  if (operator.livelihood !== 'firm') {
    liveBeside(scene, trail, operator);
  } else if (operator.role !== 'mule' && trail.touches(operator.account) > 0) {
    const front = plan.habits.topology === 'front-business' && operator.role === 'collector';
    const customers = front ? between(random, 30, 140) : between(random, 4, 40);
    const price = front ? between(random, 40, 400) : between(random, 20, 200);
    tradeAsFirm(scene, operator.account, { customers, price, also: trail.keptBy(operator.account) });
  }
}
