import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAYMENT_MODES } from '../../src/simulation/index.js';
import { operatorsOf } from '../../src/simulation/networks/broad-plan.js';
import { broadNetworks } from '../../src/simulation/networks/index.js';
import { TOPOLOGIES } from '../../src/simulation/networks/topologies.js';
import { type Stage } from '../../src/simulation/stage.js';
import { type StagedNetwork, stageNetworks } from '../support/network-stage.js';

const HOUR = 3600;

interface Booking {
  readonly time: number;
  readonly from: number;
  readonly to: number;
  readonly minor: number;
}

function ordinaryRows(stage: Stage, networks: readonly StagedNetwork[]): Booking[] {
  const { sheet } = stage;
  const own = new Set(networks.flatMap(({ trail }) => trail.rows));
  const found: Booking[] = [];
  for (let row = 0; row < sheet.length; row++) {
    if (own.has(row)) continue;
    found.push({
      time: sheet.time.array[row]!,
      from: sheet.payer.array[row]!,
      to: sheet.beneficiary.array[row]!,
      minor: sheet.amountMinor.array[row]!,
    });
  }
  return found;
}

/** Lowest balance that each account ever has, money that comes in a second counted before what goes out in it. */
function lowestBalances(bookings: readonly Booking[]): Map<number, number> {
  const sides = bookings
    .flatMap(({ time, from, to, minor }) => [
      { time, account: to, change: minor },
      { time, account: from, change: -minor },
    ])
    .sort((left, right) => left.time - right.time || right.change - left.change);
  const balance = new Map<number, number>();
  const lowest = new Map<number, number>();
  for (const { account, change } of sides) {
    const now = (balance.get(account) ?? 0) + change;
    balance.set(account, now);
    lowest.set(account, Math.min(lowest.get(account) ?? 0, now));
  }
  return lowest;
}

const many = Array.from({ length: 60 }, (_, i) =>
  stageNetworks({ seed: 100 + i, disguise: (i % 5) / 4, networks: 2, people: 1500 }),
);
const everyNetwork = many.flatMap(({ networks }) => networks);

describe('broad networks', () => {
  it('are the same for the same seed and others for another', () => {
    const rowsOf = (seed: number): Booking[] => ordinaryRows(stageNetworks({ seed, networks: 3 }).stage, []);
    const first = rowsOf(4);
    expect(first.length).toBeGreaterThan(100);
    expect(rowsOf(4)).toEqual(first);
    expect(rowsOf(5)).not.toEqual(first);
  });

  it('forget an attempt that the frame took back', () => {
    const { stage } = stageNetworks({ seed: 3, networks: 0 });
    const plant = broadNetworks();
    const { length } = stage.sheet;
    const people = stage.people.mark();
    plant(stage, 0);
    stage.sheet.rewind(length);
    stage.people.restore(people);
    const again = plant(stage, 1)!;
    const next = plant(stage, 1)!;
    const both = [...again.members, ...next.members].map(({ account }) => account);
    const families = [...again.payers, ...next.payers];
    expect(new Set(families).size).toBe(families.length);
    expect(both.some((account) => families.includes(account))).toBe(false);
  });

  it('use every topology and every way of paying, and every role', () => {
    expect(new Set(everyNetwork.map(({ plan }) => plan.habits.topology))).toEqual(new Set(TOPOLOGIES));
    expect(new Set(everyNetwork.map(({ plan }) => plan.habits.mode))).toEqual(new Set(PAYMENT_MODES));
    const roles = new Set(everyNetwork.flatMap(({ planted }) => planted.members.map(({ role }) => role)));
    expect(roles.size).toBe(5);
  });

  it('have few or many payers, and one collector or fifteen', () => {
    const payers = everyNetwork.map(({ planted }) => planted.payers.length);
    const collectors = everyNetwork.map(({ plan }) => plan.cast.collectors.length);
    expect(Math.min(...payers)).toBeLessThan(15);
    expect(Math.max(...payers)).toBeGreaterThan(120);
    expect(Math.max(...payers)).toBeLessThanOrEqual(400);
    expect(collectors).toContain(1);
    expect(Math.max(...collectors)).toBe(15);
  });

  it('hide up to a third of their transfers, and none where nothing is disguised', () => {
    const shares = everyNetwork.map(({ trail }) => 1 - trail.rows.length / trail.moves.length);
    expect(Math.max(...shares)).toBeGreaterThan(0.15);
    expect(Math.max(...shares)).toBeLessThan(0.4);
    expect(Math.min(...shares)).toBe(0);
  });

  it('list a collector, a desk or a head that the data shows', () => {
    for (const [i, { stage, networks }] of many.entries()) {
      for (const { planted } of networks) {
        const seen = new Set(
          planted.rows.flatMap((row) => [stage.sheet.payer.array[row]!, stage.sheet.beneficiary.array[row]!]),
        );
        const core = planted.members.filter(({ role, account }) => role !== 'journey-service' && seen.has(account));
        expect(core.length, `world ${i}`).toBeGreaterThan(0);
        expect(new Set(planted.members.map(({ account }) => account)).size).toBe(planted.members.length);
      }
    }
  });

  it('keep payers and members apart, and no operator pays a family but to give a fee back', () => {
    for (const { stage, networks } of many) {
      const payers = new Set(networks.flatMap(({ planted }) => planted.payers));
      const members = new Set(networks.flatMap(({ planted }) => planted.members.map(({ account }) => account)));
      for (const member of members) expect(payers.has(member)).toBe(false);
      for (const { from, to } of ordinaryRows(stage, networks)) {
        if (members.has(from)) expect(payers.has(to)).toBe(false);
      }
      for (const { trail } of networks) {
        for (const back of trail.moves.filter(({ to }) => payers.has(to))) {
          const paid = trail.moves.some(
            ({ from, to, time, minor }) =>
              from === back.to && to === back.from && time <= back.time && minor >= back.minor,
          );
          expect(paid).toBe(true);
        }
      }
    }
  });

  it('give some fees back, and press some families for more', () => {
    const refunds = everyNetwork.filter(({ plan, trail }) => {
      const payers = new Set(plan.families.flat());
      return trail.moves.some(({ to }) => payers.has(to));
    });
    expect(refunds.length).toBeGreaterThan(3);
    const often = everyNetwork.filter(({ plan, trail }) => {
      const days = new Map<number, Set<number>>();
      for (const { from, time } of trail.moves) {
        days.set(from, (days.get(from) ?? new Set()).add(Math.floor(time / 86_400)));
      }
      return plan.habits.pressed > 0 && plan.families.flat().some((payer) => (days.get(payer)?.size ?? 0) >= 5);
    });
    expect(often.length).toBeGreaterThan(3);
  });

  it('never let an operator pay out more than came in, the hidden and the ordinary counted', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, disguise) => {
        const { stage, networks } = stageNetworks({ seed, disguise, networks: 2, people: 900 });
        const moves = networks.flatMap(({ trail }) => trail.moves);
        const lowest = lowestBalances([...moves, ...ordinaryRows(stage, networks)]);
        for (const { plan } of networks) {
          for (const { account } of operatorsOf(plan)) expect(lowest.get(account) ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40, seed: 9 },
    );
  });

  it('share a launderer now and then', () => {
    const shared = many.filter(({ networks: [first, second] }) => {
      const accounts = new Set(first?.planted.members.map(({ account }) => account));
      return second?.planted.members.some(({ account }) => accounts.has(account)) === true;
    });
    expect(shared.length).toBeGreaterThan(0);
  });

  it('cast nobody once all people have a story', () => {
    const { networks } = stageNetworks({ seed: 6, networks: 60, people: 400 });
    expect(networks.length).toBeGreaterThan(2);
    expect(networks.length).toBeLessThan(60);
  });
});

describe('stress on broad networks', () => {
  const seeds = Array.from({ length: 12 }, (_, i) => 700 + i);
  const stressed = (stress: Parameters<typeof stageNetworks>[0]['stress']): StagedNetwork[] =>
    seeds.flatMap((seed) => stageNetworks({ seed, disguise: 0.6, stress: { layers: 1, ...stress } }).networks);

  it('keeps the margin that is asked for', () => {
    for (const marginKept of [0, 0.05, 0.2]) {
      for (const { plan, trail } of stressed({ marginKept })) {
        let received = 0;
        let kept = 0;
        for (const { account } of plan.cast.collectors.flat()) {
          received += trail.lotsOf(account).reduce((sum, { minor, refundTo }) => sum + (refundTo < 0 ? minor : 0), 0);
          kept += trail.keptBy(account).reduce((sum, { minor }) => sum + minor, 0);
        }
        // Remainders too small to send and fees partly given back stay as well.
        expect(kept / received).toBeGreaterThanOrEqual(marginKept * 0.7);
        expect(kept / received).toBeLessThanOrEqual(marginKept * 1.27 + 0.04);
      }
    }
  });

  it('holds no longer than asked for, but for a night and the pieces of a sum', () => {
    for (const holdHours of [0.5, 24, 400]) {
      const dwells: number[] = [];
      for (const { plan, trail } of stressed({ holdHours, marginKept: 0 })) {
        for (const { account } of plan.cast.collectors.flat()) {
          const out = trail.moves.filter(({ from }) => from === account).map(({ time }) => time);
          for (const { time, waitsUntil, refundTo } of trail.lotsOf(account)) {
            const next = Math.min(...out.filter((moment) => moment >= Math.max(time, waitsUntil)));
            if (refundTo < 0 && waitsUntil === 0 && next < Infinity) dwells.push((next - time) / HOUR);
          }
        }
      }
      dwells.sort((left, right) => left - right);
      expect(dwells.length).toBeGreaterThan(50);
      expect(dwells[Math.floor(dwells.length * 0.95)]!).toBeLessThan(holdHours + 10);
      if (holdHours >= 24) expect(dwells[Math.floor(dwells.length / 2)]!).toBeGreaterThan(holdHours / 20);
    }
  });

  it('has the layers and collectors that are asked for', () => {
    for (const layers of [1, 2, 3]) {
      for (const { plan } of stressed({ layers, collectors: 7 })) {
        expect(plan.cast.between).toHaveLength(layers - 1);
        expect(plan.cast.collectors).toHaveLength(7);
        expect(plan.cast.coordinators.length).toBeGreaterThan(0);
      }
    }
    for (const seed of seeds) {
      const [network] = stageNetworks({ seed, stress: { collectors: 15 } }).networks;
      expect(network!.plan.cast.collectors).toHaveLength(15);
    }
  });

  it('exchanges the share of accounts that is asked for', () => {
    for (const { plan } of stressed({ exchangedAccounts: 0, collectors: 8 })) {
      expect(plan.cast.collectors.every((slot) => slot.length === 1)).toBe(true);
    }
    for (const { plan } of stressed({ exchangedAccounts: 0.5, collectors: 8 })) {
      expect(plan.cast.collectors.filter((slot) => slot.length > 1)).toHaveLength(4);
    }
  });

  it('lets operators live on their accounts as much as asked for', () => {
    for (const livedIn of [0, 0.3, 0.6]) {
      let ordinary = 0;
      let all = 0;
      for (const seed of seeds) {
        const { stage, networks } = stageNetworks({ seed, disguise: 0, stress: { layers: 2, livedIn } });
        const touched = (booking: Booking): number =>
          networks
            .flatMap(({ plan }) => plan.cast.collectors.flat())
            .filter(({ account }) => account === booking.from || account === booking.to).length;
        const beside = ordinaryRows(stage, networks).reduce((sum, booking) => sum + touched(booking), 0);
        ordinary += beside;
        all += beside + networks.flatMap(({ trail }) => trail.moves).reduce((sum, move) => sum + touched(move), 0);
      }
      expect(ordinary / all).toBeGreaterThanOrEqual(livedIn * 0.6);
      expect(ordinary / all).toBeLessThanOrEqual(livedIn * 1.05);
    }
  });
});
