import { between, chance, pick, wholeBetween } from './draws.js';
import { payFees, type Receipt } from './network-fees.js';
import { type NetworkPlan, type Operator } from './network-plan.js';
import { type Stage } from './stage.js';
import { DAY_SECONDS, HOUR_SECONDS } from './world-clock.js';

/**
 * Moves the money of a planned network: fees in, collectors pass on within two days and keep a few per cent,
 * coordinators pay for the journey and hand value to a value-transfer node, escrow is released after arrival.
 *
 * @returns the rows of all its transfers
 */
export function runNetwork(stage: Stage, plan: NetworkPlan): number[] {
  const rows: number[] = [];
  const receipts = payFees(stage, plan, rows);
  const [escrow] = plan.valueTransfers;
  const above = plan.mode === 'escrow' ? [escrow!] : plan.coordinators;
  for (const [i, collector] of plan.collectors.entries()) {
    // Even in a layered network some collectors know the coordinator.
    const direct = plan.mules.length === 0 || i % 4 === 3;
    const target = (time: number): number => (direct ? above[i % above.length]! : muleAt(plan, i, time).account);
    forward(stage, plan, collector, target, rows, receipts);
  }
  for (const mule of plan.mules) forward(stage, plan, mule, () => pick(stage.random, above), rows, receipts);
  if (plan.mode === 'escrow') releaseEscrow(stage, plan, rows, receipts);
  for (const coordinator of plan.coordinators) payJourney(stage, plan, coordinator, rows, receipts);
  settle(stage, plan, rows, receipts);
  return rows;
}

/** A collector's own mule, or the one whose turn it is. */
function muleAt(plan: NetworkPlan, collector: number, time: number): Operator {
  const { mules, muleDays, firstDay } = plan;
  if (muleDays === Infinity) return mules[collector % mules.length]!;
  const turn = Math.floor((time / DAY_SECONDS - firstDay) / muleDays);
  return mules[Math.min(mules.length - 1, Math.max(0, turn))]!;
}

/** Empties an operator's account again and again, soon after money came in. */
function forward(
  stage: Stage,
  plan: NetworkPlan,
  operator: Operator,
  target: (time: number) => number,
  rows: number[],
  receipts: Map<number, Receipt[]>,
): void {
  const { random } = stage;
  const incoming = inOrder(receipts, operator.account);
  let cut = 0;
  for (let i = 0; i < incoming.length;) {
    const lag = Math.floor(between(random, 2, operator.patienceHours) * HOUR_SECONDS);
    const time = incoming[i]!.time + lag;
    let received = 0;
    for (; i < incoming.length && incoming[i]!.time <= time; i++) received += incoming[i]!.amountMinor;
    const value = Math.floor(received * (1 - operator.kept * between(random, 0.8, 1.2)));
    cut = drawCut(stage, plan, operator, cut + received - value, time);
    const cash = Math.floor((value * operator.cashShare * between(random, 0.5, 1.5)) / 1000) * 1000;
    if (cash > 5000)
      pay(stage, plan, operator, stage.economy.counter(operator.cashTown), cash, time + 1200, rows, undefined);
    pay(stage, plan, operator, target(time), value - cash, time, rows, receipts);
  }
}

/**
 * What an operator keeps is income, and is spent: most of the time it is taken out in cash at home within days, in
 * round sums. Ordinary life, so not among the network's transfers.
 *
 * @returns what is left of the cut
 */
function drawCut(stage: Stage, plan: NetworkPlan, operator: Operator, cut: number, time: number): number {
  const { random, sheet, book, economy } = stage;
  const minor = Math.floor(cut / 1000) * 1000;
  if (minor === 0 || !chance(random, 0.7)) return cut;
  const home = book.townOf(operator.account);
  const when = time + Math.floor(between(random, 12, 144) * HOUR_SECONDS);
  const detail = { channel: 'cash', currency: plan.currency, from: home } as const;
  return sheet.add(when, operator.account, economy.counter(home), minor, detail) < 0 ? cut : cut - minor;
}

/** Pays an amount, in pieces below the operator's ceiling. `receipts` undefined = taken out in cash. */
function pay(
  stage: Stage,
  plan: NetworkPlan,
  operator: Operator,
  target: number,
  amountMinor: number,
  time: number,
  rows: number[],
  receipts: Map<number, Receipt[]> | undefined,
): void {
  const { random, sheet } = stage;
  let left = amountMinor;
  for (let piece = 0; left > 0; piece++) {
    const most = Math.floor(operator.ceiling === Infinity ? left : operator.ceiling * between(random, 88, 99.5));
    const minor = Math.min(left, receipts === undefined ? Math.ceil(most / 1000) * 1000 : most);
    left -= minor;
    const when = time + piece * Math.floor(between(random, 0.5, 5) * HOUR_SECONDS);
    const channel = receipts === undefined ? 'cash' : chance(random, 0.55) ? 'wire' : 'p2p';
    const { currency } = plan;
    const detail =
      receipts === undefined
        ? ({ channel, currency, from: operator.cashTown } as const)
        : ({ channel, currency } as const);
    const row = sheet.add(when, operator.account, target, minor, detail);
    if (row < 0) continue;
    rows.push(row);
    if (receipts !== undefined) note(receipts, target, when, minor);
  }
}

/** Each receipt waits out a journey of 3 to 30 days and is released less commission, whole or in two parts. */
function releaseEscrow(stage: Stage, plan: NetworkPlan, rows: number[], receipts: Map<number, Receipt[]>): void {
  const { random, sheet } = stage;
  const holder = plan.valueTransfers[0]!;
  const commission = between(random, 0.02, 0.06);
  for (const receipt of inOrder(receipts, holder)) {
    const released = Math.floor(receipt.amountMinor * (1 - commission));
    const coordinator = pick(random, plan.coordinators);
    const parts = chance(random, 0.15) ? [Math.floor(released / 2), Math.ceil(released / 2)] : [released];
    let time = receipt.time + Math.floor(between(random, 3, 30) * DAY_SECONDS);
    for (const part of parts) {
      const row = sheet.add(time, holder, coordinator, part, { channel: 'wire', currency: plan.currency });
      if (row >= 0) {
        rows.push(row);
        note(receipts, coordinator, time, part);
      }
      time += Math.floor(between(random, 1, 4) * DAY_SECONDS);
    }
  }
}

/** About half of what a coordinator receives goes on: transport, lodging, documents; part of the rest to value transfer. */
function payJourney(
  stage: Stage,
  plan: NetworkPlan,
  coordinator: number,
  rows: number[],
  receipts: Map<number, Receipt[]>,
): void {
  const { random, sheet, clock, economy } = stage;
  const incoming = inOrder(receipts, coordinator);
  const settlement = plan.valueTransfers[plan.valueTransfers.length - 1]!;
  for (let i = 0; i < incoming.length;) {
    const until = incoming[i]!.time + wholeBetween(random, 3, 8) * DAY_SECONDS;
    let value = 0;
    for (; i < incoming.length && incoming[i]!.time <= until; i++) value += incoming[i]!.amountMinor;
    const day = Math.floor(until / DAY_SECONDS);
    const send = (target: number, share: number, by: 'transfer' | 'cash' = 'transfer'): void => {
      const minor = Math.floor((value * share) / 1000) * 1000;
      if (minor < 2000) return;
      const time = clock.moment(day + wholeBetween(random, 0, 2), random);
      const transfer = chance(random, 0.6) ? 'wire' : 'p2p';
      const channel = by === 'cash' ? by : transfer;
      const row = sheet.add(time, coordinator, target, minor, { channel, currency: plan.currency });
      if (row < 0) return;
      rows.push(row);
      note(receipts, target, time, minor);
    };
    const paid = wholeBetween(random, 1, plan.services.length);
    for (let s = 0; s < paid; s++) send(pick(random, plan.services), between(random, 0.3, 0.6) / paid);
    // A fixed escrow holder is paid by families; handing money back to it would only go round.
    if (plan.mode !== 'escrow' || settlement !== plan.valueTransfers[0]) send(settlement, between(random, 0.2, 0.35));
    if (chance(random, 0.5)) {
      send(economy.counter(stage.book.townOf(coordinator)), between(random, 0.05, 0.12), 'cash');
    }
  }
}

/** Value-transfer nodes even out in bulk every week or two; services spend what they earn in shops and at wholesalers. */
function settle(stage: Stage, plan: NetworkPlan, rows: number[], receipts: Map<number, Receipt[]>): void {
  const { random, sheet, economy, clock } = stage;
  const settlement = plan.valueTransfers[plan.valueTransfers.length - 1]!;
  const partner = pick(random, economy.in(pick(random, plan.corridor.route)).wholesalers);
  if (plan.mode !== 'escrow' || settlement !== plan.valueTransfers[0]) {
    let held = 0;
    let next = plan.firstDay * DAY_SECONDS;
    for (const receipt of inOrder(receipts, settlement)) {
      held += receipt.amountMinor;
      if (receipt.time < next) continue;
      const minor = Math.floor((held * between(random, 0.85, 0.97)) / 10_000) * 10_000;
      next = receipt.time + wholeBetween(random, 6, 15) * DAY_SECONDS;
      if (minor <= 0) continue;
      const time = clock.officeMoment(Math.floor(receipt.time / DAY_SECONDS) + 1, random);
      const row = sheet.add(time, settlement, partner, minor, { channel: 'wire', currency: plan.currency });
      if (row < 0) continue;
      held -= minor;
      rows.push(row);
    }
  }
  for (const service of plan.services) {
    for (const receipt of inOrder(receipts, service)) {
      let left = receipt.amountMinor * between(random, 0.4, 0.95);
      const purchases = wholeBetween(random, 1, 3);
      for (let i = 0; i < purchases; i++) {
        const minor = Math.floor((left * between(random, 0.3, 0.8)) / 100) * 100;
        if (minor < 500) break;
        left -= minor;
        const time = receipt.time + Math.floor(between(random, 2, 140) * HOUR_SECONDS);
        const row = sheet.add(time, service, economy.shopFor(service, random), minor, {
          channel: 'card',
          currency: plan.currency,
        });
        if (row >= 0) rows.push(row);
      }
    }
  }
}

function note(receipts: Map<number, Receipt[]>, account: number, time: number, amountMinor: number): void {
  const known = receipts.get(account);
  if (known === undefined) receipts.set(account, [{ time, amountMinor }]);
  else known.push({ time, amountMinor });
}

function inOrder(receipts: Map<number, Receipt[]>, account: number): Receipt[] {
  return (receipts.get(account) ?? []).slice().sort((left, right) => left.time - right.time);
}
