import { describe, expect, it } from 'vitest';
import { FlowShares } from '../../src/clusters/flow-shares.js';
import { formGroups } from '../../src/clusters/form-groups.js';
import { isConduit } from '../../src/clusters/operator-growth.js';
import { AccountTies, gathersMoney } from '../../src/clusters/operator-ties.js';
import { selectOperators } from '../../src/clusters/operators.js';
import { type Finding } from '../../src/evidence/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { type Channel, createLedger, type TransferInput } from '../../src/ledger/index.js';

/** `payer beneficiary amount [times] [channel]`, one hour apart, in euros. */
function graphOf(lines: readonly string[], usual: Channel = 'wire'): TemporalGraph {
  const transfers: TransferInput[] = [];
  for (const line of lines) {
    const [payer = '', beneficiary = '', amount = '', times = '1', channel = usual] = line.split(' ');
    for (let i = 0; i < Number(times); i++) {
      const timeMs = transfers.length * 3_600_000;
      transfers.push({ payer, beneficiary, amount, currency: 'EUR', channel: channel as Channel, timeMs });
    }
  }
  return buildTemporalGraph(createLedger(transfers).ledger);
}

function pay(payer: string, beneficiary: string, amount: string, day: number): TransferInput {
  return { payer, beneficiary, amount, currency: 'EUR', channel: 'wire', timeMs: day * 86_400_000 };
}

function about(graph: TemporalGraph, names: readonly string[], more: Partial<Finding>): Finding {
  const find = (account: string): number => graph.ledger.accounts.find({ institution: '', account })!;
  return {
    typology: 'any',
    version: 1,
    countClass: 'primary',
    family: 'structure',
    status: 'fired',
    strength: 1,
    subjects: names.map(find),
    payers: [],
    receivers: [],
    rows: [],
    measured: [],
    alternatives: [],
    ...more,
  };
}

function namesOf(graph: TemporalGraph, accounts: Iterable<number>): string[] {
  return [...accounts].map((account) => graph.ledger.accounts.key(account).account).sort();
}

const TWO_FAMILIES = (graph: TemporalGraph, name: string): Finding[] => [
  about(graph, [name], { typology: 'common-beneficiary' }),
  about(graph, [name], { typology: 'funnel-account', family: 'geography' }),
];

/** Four payers of one collector that sends everything to a boss. */
const COLLECTOR = ['p1 c 100 2', 'p2 c 100 2', 'p3 c 100 2', 'p4 c 100 2', 'c boss 95 8'];

describe('selectOperators', () => {
  const select = (graph: TemporalGraph, findings: readonly Finding[], hubs: readonly string[] = []): string[] =>
    namesOf(
      graph,
      selectOperators(graph, findings, new Set(hubs.map((name) => about(graph, [name], {}).subjects[0]!))),
    );

  it('needs two primary indicators, or a primary and another family', () => {
    const graph = graphOf(COLLECTOR);
    expect(select(graph, [about(graph, ['c'], {})])).toEqual([]);
    expect(select(graph, [about(graph, ['c'], {}), about(graph, ['c'], { countClass: 'supporting' })])).toEqual([]);
    expect(
      select(graph, [about(graph, ['c'], {}), about(graph, ['c'], { family: 'time', countClass: 'low' })]),
    ).toEqual([]);
    expect(select(graph, TWO_FAMILIES(graph, 'c'))).toEqual(['boss', 'c']);
    const twoPrimaries = [about(graph, ['c'], { typology: 'one' }), about(graph, ['c'], { typology: 'two' })];
    expect(select(graph, twoPrimaries)).toEqual(['boss', 'c']);
  });

  it('takes in a receiver that operators mostly feed, and leaves a shop that they also use', () => {
    const others = Array.from({ length: 40 }, (_, i) => `x${i} shop 30`);
    const graph = graphOf([...COLLECTOR, 'c shop 60 3', ...others]);
    expect(select(graph, TWO_FAMILIES(graph, 'c'))).toEqual(['boss', 'c']);
  });

  it.each(['cash', 'card'])('takes in nobody for %s alone: the other side is a counter or a till', (channel) => {
    const paid = [...COLLECTOR.slice(0, -1), `c boss 95 8 ${channel}`];
    expect(select(graphOf(paid), TWO_FAMILIES(graphOf(paid), 'c'))).toEqual(['c']);
    const layer = ['a', 'b', 'd'].flatMap((name) => [`p ${name} 100 4`, `${name} k 95 4 ${channel}`]);
    const graph = graphOf(layer);
    const finding = about(graph, ['a', 'b', 'd'], { receivers: about(graph, ['k'], {}).subjects });
    expect(select(graph, [finding])).toEqual([]);
  });

  it('wants a habit: two operators who each pay somebody once have a lawyer in common, no more', () => {
    const two = ['c', 'e'].flatMap((name) => ['1', '2', '3', '4'].map((i) => `${name}p${i} ${name} 100 3`));
    const select2 = (more: readonly string[]): string[] => {
      const graph = graphOf([...two, 'c boss 60 9', 'e boss 60 9', ...more]);
      return select(graph, [...TWO_FAMILIES(graph, 'c'), ...TWO_FAMILIES(graph, 'e')]);
    };
    expect(select2(['c office 400', 'e office 400'])).toEqual(['boss', 'c', 'e']);
    expect(select2(['c office 200 2', 'e office 400'])).toEqual(['boss', 'c', 'e', 'office']);
  });

  it('ties nobody by upkeep: a relative whom an operator helps every month is no operator', () => {
    const HELP_DAYS = [0, 30, 61, 91];
    const world = (days: readonly number[]): TemporalGraph => {
      const fees = ['p1', 'p2', 'p3', 'p4'].map((payer, i) => pay(payer, 'c', '100', 20 + i));
      return buildTemporalGraph(createLedger([...fees, ...days.map((day) => pay('c', 'kin', '90', day))]).ledger);
    };
    const of = (graph: TemporalGraph): string[] => select(graph, TWO_FAMILIES(graph, 'c'));
    expect(of(world(HELP_DAYS))).toEqual(['c']);
    expect(of(world([0, 3, 61, 64]))).toEqual(['c', 'kin']);
  });

  it('counts cash in the whole of what an account pays', () => {
    // 8 x 95 by wire of 8 x 95 + 1,141 is just under 40 %; the boss is then no receiver of one operator alone.
    const graph = graphOf([...COLLECTOR, 'c counter 1141 1 cash']);
    expect(select(graph, TWO_FAMILIES(graph, 'c'))).toEqual(['c']);
    const less = graphOf([...COLLECTOR, 'c counter 1140 1 cash']);
    expect(select(less, TWO_FAMILIES(less, 'c'))).toEqual(['boss', 'c']);
  });

  it('takes in who lives off three accounts with a primary indicator, if one of them is an operator', () => {
    const feeder = (name: string): string[] => [
      ...['1', '2', '3', '4', '5'].map((i) => `${name}p${i} ${name} 100`),
      `${name} hub 95 5`,
    ];
    const graph = graphOf(['c', 'd', 'e'].flatMap(feeder));
    const primary = (name: string): Finding => about(graph, [name], {});
    // The boss alone needs three transfers from one operator that makes half of its inflow; here it makes a third.
    expect(select(graph, TWO_FAMILIES(graph, 'c'))).toEqual(['c']);
    expect(select(graph, [...TWO_FAMILIES(graph, 'c'), primary('d')])).toEqual(['c']);
    expect(select(graph, [...TWO_FAMILIES(graph, 'c'), primary('d'), primary('e')])).toEqual(['c', 'hub']);
    expect(select(graph, [primary('c'), primary('d'), primary('e')])).toEqual([]);
  });

  it('takes nobody for a conduit who pays back to whoever employs it', () => {
    const wage = [0, 30, 60, 90].map((day) => pay('d', 'x', '100', day));
    const others = [1, 31, 61, 91].flatMap((day) => [pay('c', 'x', '300', day), pay('c', 'x', '250', day + 12)]);
    const back = [2, 14, 32, 44].map((day) => pay('x', 'd', '500', day));
    const graph = buildTemporalGraph(createLedger([...wage, ...others, ...back]).ledger);
    const find = (account: string): number => graph.ledger.accounts.find({ institution: '', account })!;
    const operators = new Set([find('c'), find('d')]);
    const ties = new AccountTies(graph);
    expect(isConduit(find('x'), operators, ties)).toBe(false);
    const free = buildTemporalGraph(createLedger([...others, ...back]).ledger);
    const at = (account: string): number => free.ledger.accounts.find({ institution: '', account })!;
    expect(isConduit(at('x'), new Set([at('c'), at('d')]), new AccountTies(free))).toBe(true);
  });

  it('makes nobody an operator for what may be chance', () => {
    const graph = graphOf(COLLECTOR);
    const [first, second] = TWO_FAMILIES(graph, 'c');
    expect(select(graph, [first!, { ...second!, mayBeChance: true }])).toEqual([]);
  });

  it('takes in a feeder with a finding of its own, in more transfers than a protected payer makes', () => {
    const feeder = (times: number): string[] => [
      ...COLLECTOR,
      ...['q1', 'q2', 'q3', 'q4'].map((payer) => `${payer} d 100 3`),
      `d boss 100 ${times}`,
    ];
    for (const [times, expected] of [
      [7, ['boss', 'c', 'd']],
      [6, ['boss', 'c']],
    ] as const) {
      const graph = graphOf(feeder(times));
      const findings = [...TWO_FAMILIES(graph, 'c'), about(graph, ['d'], {})];
      expect(select(graph, findings)).toEqual(expected);
      expect(select(graph, TWO_FAMILIES(graph, 'c'))).toEqual(['boss', 'c']);
    }
  });

  it('takes in no feeder by cash: the payer of cash may be a counter', () => {
    const feeder = (channel: Channel): TemporalGraph =>
      graphOf([
        ...COLLECTOR,
        ...['q1', 'q2', 'q3', 'q4'].map((payer) => `${payer} d 100 3`),
        `d boss 100 7 ${channel}`,
      ]);
    for (const [channel, expected] of [
      ['wire', ['boss', 'c', 'd']],
      ['cash', ['boss', 'c']],
    ] as const) {
      const graph = feeder(channel);
      expect(select(graph, [...TWO_FAMILIES(graph, 'c'), about(graph, ['d'], {})])).toEqual(expected);
    }
  });

  it('takes in who stands between operators, and nobody who gets money back from whom it pays', () => {
    // Only one of the two pays m, and less than 40 % of what it pays goes there: m is no receiver.
    const two = ['c', 'e'].flatMap((name) => ['1', '2', '3', '4'].map((i) => `${name}p${i} ${name} 100 3`));
    const between = (into: string, times: number): TemporalGraph =>
      graphOf([...two, 'c boss 60 9', 'e boss 60 9', 'c m 20 3', 'other m 140', `m ${into} 50 ${times}`]);
    const findings = (graph: TemporalGraph): Finding[] => [...TWO_FAMILIES(graph, 'c'), ...TWO_FAMILIES(graph, 'e')];
    for (const [into, times, expected] of [
      ['boss', 3, ['boss', 'c', 'e', 'm']],
      ['boss', 2, ['boss', 'c', 'e']],
      ['c', 3, ['boss', 'c', 'e']],
      ['stranger', 3, ['boss', 'c', 'e']],
    ] as const) {
      const graph = between(into, times);
      expect(select(graph, findings(graph))).toEqual(expected);
    }
    const little = graphOf([...two, 'c boss 60 9', 'e boss 60 9', 'c m 20 3', 'other m 141', 'm boss 50 3']);
    expect(select(little, findings(little))).toEqual(['boss', 'c', 'e']);
  });

  it('never takes in somebody who lives off one payer and pays operators', () => {
    const graph = graphOf([...COLLECTOR, 'employer w 2000 6', 'f1 w 10', 'f2 w 10', 'f3 w 10', 'w c 900 8']);
    const findings = [
      ...TWO_FAMILIES(graph, 'c'),
      about(graph, ['w'], { typology: 'one' }),
      about(graph, ['w'], { typology: 'two' }),
    ];
    expect(select(graph, findings)).toEqual(['boss', 'c']);
  });

  it('keeps a pass-through account that lives off an account on which a primary indicator fired', () => {
    const lines = ['x1', 'x2', 'x3', 'x4', 'x5'].map((payer) => `${payer} feeder 100`);
    const graph = graphOf([...COLLECTOR, ...lines, 'feeder m 480', 'f1 m 10', 'f2 m 10', 'f3 m 10', 'm c 480 2']);
    const own = [about(graph, ['m'], { typology: 'one' }), about(graph, ['m'], { typology: 'two' })];
    const findings = [...TWO_FAMILIES(graph, 'c'), ...own];
    expect(select(graph, findings)).toEqual(['boss', 'c']);
    expect(select(graph, [...findings, about(graph, ['feeder'], {})])).toEqual(['boss', 'c', 'm']);
  });

  it('takes in a controller and those whose money it mostly takes', () => {
    const lines = ['a', 'b', 'd'].flatMap((name) => [
      ...['1', '2', '3', '4'].map((i) => `${name}p${i} ${name} 100`),
      `${name} k 95 4`,
    ]);
    const graph = graphOf([...lines, 'z k 10']);
    const layer = about(graph, ['a', 'b', 'd'], { receivers: about(graph, ['k'], {}).subjects });
    expect(select(graph, [layer])).toEqual(['a', 'b', 'd', 'k']);
    expect(select(graph, [{ ...layer, subjects: layer.subjects.slice(0, 2) }])).toEqual([]);
    const busy = graphOf([...lines, ...Array.from({ length: 60 }, (_, i) => `z${i} k 100`)]);
    const outweighed = about(busy, ['a', 'b', 'd'], { receivers: about(busy, ['k'], {}).subjects });
    expect(select(busy, [outweighed])).toEqual([]);
    expect(select(busy, [outweighed, about(busy, ['k'], {})])).toEqual(['a', 'b', 'd', 'k']);
  });

  it('leaves out hubs, and accounts that an innocent alternative explains', () => {
    const graph = graphOf(COLLECTOR);
    expect(select(graph, TWO_FAMILIES(graph, 'c'), ['c'])).toEqual([]);
    expect(select(graph, TWO_FAMILIES(graph, 'c'), ['boss'])).toEqual(['c']);
    const explained = about(graph, ['c'], { status: 'explained', typology: 'fan-in' });
    expect(select(graph, [...TWO_FAMILIES(graph, 'c'), explained])).toEqual([]);
  });
});

describe('gathersMoney', () => {
  const gathers = (lines: readonly string[]): boolean => {
    const graph = graphOf(lines);
    return gathersMoney(about(graph, ['a'], {}).subjects[0]!, new FlowShares(graph, 'in'));
  };

  it('wants four senders, none with half of it, no three with four fifths', () => {
    expect(gathers(['p a 25', 'q a 25', 'r a 25', 's a 25'])).toBe(true);
    expect(gathers(['p a 33', 'q a 33', 'r a 34'])).toBe(false);
    expect(gathers(['p a 50', 'q a 14', 'r a 12', 's a 12', 't a 12'])).toBe(false);
    expect(gathers(['p a 49', 'q a 15', 'r a 12', 's a 12', 't a 12'])).toBe(true);
    // A wage, a brother's and a sister's help, and what friends owe for dinner.
    expect(gathers(['p a 40', 'q a 25', 'r a 15', 's a 10', 't a 10'])).toBe(false);
    expect(gathers(['p a 40', 'q a 25', 'r a 14', 's a 11', 't a 10'])).toBe(true);
  });
});

describe('formGroups', () => {
  const OPTIONS = { seed: 1, resolution: 1, stabilityRuns: 3 };
  const groups = (graph: TemporalGraph, names: readonly string[]): string[][] =>
    formGroups(graph, new Set(about(graph, names, {}).subjects), OPTIONS).map(({ members }) => namesOf(graph, members));

  it('keeps together who pays whom, and apart who does not', () => {
    const graph = graphOf(['p a 1', 'a k 9', 'b k 9', 'c m 9', 'd m 9', 'p c 1', 'p b 1', 'p d 1', 'p e 1']);
    expect(groups(graph, ['a', 'b', 'k', 'c', 'd', 'm', 'e'])).toEqual([['a', 'b', 'k'], ['c', 'd', 'm'], ['e']]);
  });

  it('does not join operators through payers or hubs outside', () => {
    const graph = graphOf(['p a 1', 'p b 1', 'a shop 1', 'b shop 1', 'x shop 1', 'y shop 1', 'z shop 1']);
    expect(groups(graph, ['a', 'b'])).toEqual([['a'], ['b']]);
  });

  it('joins operators that both send a good part to an account that mostly lives off operators', () => {
    const shared = (aside: string): TemporalGraph => graphOf(['a o 80', 'b q 80', 'a v 20', 'b v 20', `x v ${aside}`]);
    expect(groups(shared('40'), ['a', 'b'])).toEqual([['a', 'b']]);
    expect(groups(shared('41'), ['a', 'b'])).toEqual([['a'], ['b']]);
    const less = graphOf(['a o 81', 'b q 80', 'a v 20', 'b v 20']);
    expect(groups(less, ['a', 'b'])).toEqual([['a'], ['b']]);
  });

  it.each(['cash', 'card'] as const)('joins nobody by %s: the other side is a counter or a till', (channel) => {
    const graph = graphOf(['a o 80', 'b q 80', 'a v 20', 'b v 20'], channel);
    expect(groups(graph, ['a', 'b'])).toEqual([['a'], ['b']]);
  });

  it('says of every group how stable it is', () => {
    const graph = graphOf(['a k 9', 'b k 9', 'p e 1']);
    for (const { stability } of formGroups(graph, new Set(about(graph, ['a', 'b', 'k', 'e'], {}).subjects), OPTIONS)) {
      expect(stability).toEqual({ runs: 3, meanJaccard: 1, appearsIn: 3 });
    }
  });

  it('gives no groups for no operators', () => {
    expect(formGroups(graphOf(['a b 1']), new Set(), OPTIONS)).toEqual([]);
  });
});

describe('FlowShares', () => {
  const graph = graphOf(['a b 50 2', 'a c 100', 'a a 999', 'd a 1']);
  const [a, b, c] = about(graph, ['a', 'b', 'c'], {}).subjects as [number, number, number];

  it('is exact at the edge and leaves self-transfers out', () => {
    const out = new FlowShares(graph, 'out');
    expect(out.isWith(a, new Set([b]), 50)).toBe(true);
    expect(out.isWith(a, new Set([b]), 51)).toBe(false);
    expect(out.isWith(c, new Set([a]), 0)).toBe(false);
    expect([...out.partners(a)]).toEqual([b, c]);
    expect(out.transfersWith(a, new Set([b]))).toBe(2);
    expect(out.transfersWith(a, new Set([a]))).toBe(0);
  });

  it('counts transfers where there are no amounts', () => {
    const bare = buildTemporalGraph(
      createLedger([
        { payer: 'a', beneficiary: 'b', timeMs: 0 },
        { payer: 'a', beneficiary: 'c', timeMs: 1 },
      ]).ledger,
    );
    expect(new FlowShares(bare, 'out').isWith(0, new Set([1]), 50)).toBe(true);
  });

  it('measures in the currency of most credits, never across currencies', () => {
    const mixed = buildTemporalGraph(
      createLedger([
        { payer: 'p', beneficiary: 'a', timeMs: 0, amount: '100', currency: 'EUR' },
        { payer: 'q', beneficiary: 'a', timeMs: 1, amount: '100', currency: 'EUR' },
        { payer: 'a', beneficiary: 'k', timeMs: 2, amount: '10', currency: 'EUR' },
        { payer: 'a', beneficiary: 's', timeMs: 3, amount: '9000', currency: 'USD' },
        { payer: 'a', beneficiary: 's', timeMs: 4, amount: '9000', currency: 'USD' },
      ]).ledger,
    );
    const [node, k] = about(mixed, ['a', 'k'], {}).subjects as [number, number];
    expect(new FlowShares(mixed, 'out').isWith(node, new Set([k]), 100)).toBe(true);
  });
});
