import { describe, expect, it } from 'vitest';
import { addFractions, formatFraction, type Fraction, fraction, ZERO } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { compositionOf, type CompositionOptions, type MoneyOrigin, type OriginRule } from '../../../src/trace/index.js';
import { ledgerOf } from '../../support/small-ledgers.js';

/** The small graph of Kosyfaki and Mamoulis: payer, beneficiary, time, quantity. */
const INTERACTIONS =
  '2 3 1 2 · 0 1 2 5 · 1 2 3 7 · 0 1 4 3 · 1 2 5 2 · 2 3 6 5 · 2 1 7 4 · 0 1 8 1 · 2 0 9 4 · 2 1 10 2 · 0 2 11 3 · 3 0 15 6 · 1 3 17 9 · 0 3 18 1 · 3 0 19 2';

/** All that accounts 0 and 3 hold in the end, paid out to a till of their own. */
function withTills(cents: string): TemporalGraph {
  const transfers = INTERACTIONS.split(' · ').map((line) => {
    const [from, to, time, quantity] = line.split(' ');
    return `${from}>${to}@${time} ${quantity}${cents} EUR`;
  });
  return buildTemporalGraph(ledgerOf(...transfers, `0>till0@100 8${cents} EUR`, `3>till3@100 9${cents} EUR`));
}

const tills = (graph: TemporalGraph): number[] =>
  ['till0', 'till3'].map((name) => {
    for (let row = 0; row < graph.transferCount; row++) {
      if (graph.ledger.accounts.key(graph.beneficiary[row]!).account === name) return row;
    }
    throw new Error(name);
  });

const show = (graph: TemporalGraph, origins: readonly MoneyOrigin[]): string =>
  [...origins]
    .sort((a, b) => a.account - b.account)
    .map(({ account, amount }) => `${graph.ledger.accounts.key(account).account}:${formatFraction(amount)}`)
    .join(' ');

const sum = (origins: readonly MoneyOrigin[]): Fraction =>
  origins.reduce((total, { amount }) => addFractions(total, amount), ZERO);

describe('the published small graph', () => {
  it.each([
    ['fifo', '0:6 2:2', '0:3 1:3 2:3'],
    ['lifo', '0:3 1:3 2:2', '0:6 2:3'],
    ['least-recently-born', '0:5 2:3', '0:4 1:3 2:2'],
    ['most-recently-born', '0:3 1:3 2:2', '0:6 2:3'],
    ['pro-rata', '0:306/77 1:654/539 2:1516/539', '0:387/77 1:963/539 2:1179/539'],
  ] as const)('%s', (rule, zero, three) => {
    const graph = withTills('');
    const found = compositionOf(graph, tills(graph), { rule, shortfall: 'born-now' });
    expect(found).toMatchObject({ rounded: false, complete: true });
    expect(found.purchases.map(({ origins }) => show(graph, origins))).toEqual([zero, three]);
  });

  it('pro rata in cents', () => {
    const graph = withTills('00');
    const options = { rule: 'pro-rata', shortfall: 'born-now', arithmetic: 'minor-units' } as const;
    const found = compositionOf(graph, tills(graph), options);
    expect(found.rounded).toBe(true);
    expect(found.purchases.map(({ origins }) => show(graph, origins))).toEqual([
      '0:398 1:121 2:281',
      '0:502 1:179 2:219',
    ]);
  });
});

describe('compositionOf', () => {
  const chain = buildTemporalGraph(ledgerOf('A>B@1 10 EUR', 'B>C@2 10 EUR', 'X>C@3 5 EUR', 'C>car@4 12 EUR'));

  it.each(['fifo', 'lifo', 'pro-rata', 'least-recently-born', 'most-recently-born'] as const)('adds up: %s', (rule) => {
    const { purchases } = compositionOf(chain, [3], { rule });
    expect(sum(purchases[0]!.origins)).toEqual(fraction(12n));
  });

  it('counts the transfers from each origin', () => {
    const { origins } = compositionOf(chain, [3]).purchases[0]!;
    expect(origins.map(({ account: at, kind, amount, hops }) => [at, kind, formatFraction(amount), hops])).toEqual([
      [chain.payer[0], 'opening', '10', 3],
      [chain.payer[2], 'opening', '2', 2],
    ]);
  });

  it.each([
    [1, ['C hop-limit 12 1']],
    [2, ['B hop-limit 10 2', 'X hop-limit 2 2']],
    [3, ['A hop-limit 10 3', 'X opening 2 2']],
  ])('goes back %d transfers at most', (maxHops, expected) => {
    const { origins } = compositionOf(chain, [3], { maxHops }).purchases[0]!;
    const name = (at: number): string => chain.ledger.accounts.key(at).account;
    expect(
      origins.map((part) => `${name(part.account)} ${part.kind} ${formatFraction(part.amount)} ${part.hops}`),
    ).toEqual(expected);
  });

  it('stops at cash that was handed in', () => {
    const { ledger } = createLedger([
      { payer: 'A', beneficiary: 'B', timeMs: 1, amount: '9' },
      { payer: 'B', beneficiary: 'C', timeMs: 2, amount: '9', channel: 'cash' },
      { payer: 'C', beneficiary: 'D', timeMs: 3, amount: '9' },
    ]);
    const graph = buildTemporalGraph(ledger);
    const { origins } = compositionOf(graph, [2]).purchases[0]!;
    expect(origins).toEqual([{ account: graph.payer[1], kind: 'handed-in', amount: fraction(9n), hops: 2 }]);
  });

  it('says so when it stops for its budget', () => {
    const found = compositionOf(chain, [3], { maxLotMoves: 1 });
    expect(found).toMatchObject({ complete: false, stoppedBy: 'maxLotMoves 1' });
    expect(found.purchases[0]!.origins).toEqual([]);
  });

  it.each([
    [{ rule: 'taint-first' as OriginRule }, [3], 'tracing-rule'],
    [{ maxHops: 0 }, [3], 'option-range'],
    [{}, [4], 'trace-claim'],
  ])('%j of %j: %s', (options: CompositionOptions, rows, code) => {
    expect(() => compositionOf(chain, rows, options)).toThrow(expect.objectContaining({ code }));
  });
});
