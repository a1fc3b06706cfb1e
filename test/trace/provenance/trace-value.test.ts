import { describe, expect, it } from 'vitest';
import { formatFraction } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { type TraceOptions, traceByRules, traceValue, type ValueTrace } from '../../../src/trace/index.js';
import { transferOf } from '../../support/small-ledgers.js';

const graphOf = (...transfers: (string | TransferInput)[]): TemporalGraph =>
  buildTemporalGraph(createLedger(transfers.map((one) => (typeof one === 'string' ? transferOf(one) : one))).ledger);

const name = (graph: TemporalGraph, account: number): string => graph.ledger.accounts.key(account).account;

const ends = (graph: TemporalGraph, trace: ValueTrace): string[] =>
  trace.ends.map(({ state, account, currency, amount, row, asserted }) =>
    [
      state,
      name(graph, account),
      formatFraction(amount),
      graph.ledger.currencies[currency]!.code,
      ...(row === undefined ? [] : [`row ${row}`]),
      ...(asserted ? ['asserted'] : []),
    ].join(' '),
  );

const steps = ({ steps: list }: ValueTrace): string[] =>
  list.map(
    ({ row, amount, hops, asserted }) => `${row}: ${formatFraction(amount)} ${hops}${asserted ? ' asserted' : ''}`,
  );

describe('where a trace ends', () => {
  it('in cash, unless a person links it on', () => {
    const graph = graphOf(
      'P>C@1 10 EUR',
      { ...transferOf('C>Till@2 8 EUR'), channel: 'cash' },
      { ...transferOf('Runner>D@3 5 EUR'), channel: 'cash' },
      'D>E@4 5 EUR',
    );
    const claim = { rows: [0] };
    expect(ends(graph, traceValue(graph, claim))).toEqual(['held C 2 EUR', 'cash-out C 8 EUR row 1']);
    const link = { fromRow: 1, toRow: 2, reason: 'seen at the counter', author: 'analyst 7' };
    for (const rule of ['fifo', 'pro-rata'] as const) {
      const linked = traceValue(graph, claim, { rule, asserted: [link] });
      expect(ends(graph, linked)).toEqual(['held C 2 EUR', 'held E 5 EUR asserted', 'cash-out C 3 EUR row 1']);
      expect(steps(linked)).toEqual(['0: 10 1', '1: 8 2', '2: 5 3 asserted', '3: 5 4 asserted']);
      expect(linked.assumptions.map(({ kind }) => kind)).toContain('asserted-link');
    }
    const reach = traceValue(graph, claim, { rule: 'poison', asserted: [link] });
    expect(steps(reach)).toEqual(['0: 10 1', '1: 8 2', '2: 5 3 asserted', '3: 5 4 asserted']);
    expect(steps(traceValue(graph, claim, { rule: 'poison' }))).toEqual(['0: 10 1', '1: 8 2']);
  });

  it('links a claimed withdrawal, and one that brings back less than it carried away', () => {
    const graph = graphOf({ ...transferOf('C>Till@1 8 EUR'), channel: 'cash' }, 'Runner>D@2 9 EUR', 'D>E@3 9 EUR');
    const link = { fromRow: 0, toRow: 1, reason: 'r', author: 'a' };
    const trace = traceValue(graph, { rows: [0] }, { asserted: [link] });
    expect(ends(graph, trace)).toEqual(['held E 8 EUR asserted']);
    expect(steps(trace)).toEqual(['0: 8 1', '1: 8 2 asserted', '2: 8 3 asserted']);
  });

  it('outside the data, for crypto in a ledger that also has other channels', () => {
    const coin = { ...transferOf('C>Wallet@2 8 EUR'), channel: 'crypto' as const };
    const mixed = graphOf('P>C@1 10 EUR', coin, 'Wallet>D@3 8 EUR');
    expect(ends(mixed, traceValue(mixed, { rows: [0] }))).toEqual(['held C 2 EUR', 'left-data C 8 EUR row 1']);
    const chain = graphOf({ ...transferOf('P>C@1 10 EUR'), channel: 'crypto' }, coin, {
      ...transferOf('Wallet>D@3 8 EUR'),
      channel: 'crypto',
    });
    expect(ends(chain, traceValue(chain, { rows: [0] }))).toEqual(['held C 2 EUR', 'held D 8 EUR']);
    const through = traceValue(mixed, { rows: [0] }, { endChannels: [] });
    expect(ends(mixed, through)).toEqual(['held C 2 EUR', 'held D 8 EUR']);
  });

  it('where it started from: what comes back to a claimed account has returned', () => {
    const graph = graphOf('A>B@1 10 EUR', 'B>A@2 4 EUR', 'A>C@3 4 EUR');
    const trace = traceValue(graph, { accounts: [graph.payer[0]!] });
    expect(ends(graph, trace)).toEqual(['held B 6 EUR', 'held C 4 EUR', 'returned A 4 EUR']);
    expect(formatFraction(trace.claimed[0]!.amount)).toBe('14');
  });

  it('at a debt that it repays', () => {
    const graph = graphOf('C>X@1 6 EUR', 'P>C@2 10 EUR', 'C>D@3 10 EUR');
    const trace = traceValue(graph, { rows: [1] }, { shortfall: 'repay' });
    expect(ends(graph, trace)).toEqual(['held D 4 EUR', 'absorbed-by-overdraft C 6 EUR row 1']);
    expect(trace.assumptions.map(({ kind, amount }) => [kind, formatFraction(amount!)])).toEqual([['overdraft', '12']]);
  });

  it('at a debt, which leaves the rest in the order in which it came', () => {
    const graph = graphOf('P>B@1 2 EUR', 'Q>B@2 2 EUR', 'C>X@3 1 EUR', 'B>C@4 4 EUR', 'C>D@5 1 EUR');
    const trace = traceValue(graph, { rows: [0] }, { rule: 'lifo', shortfall: 'repay' });
    expect(ends(graph, trace)).toEqual(['held D 1 EUR', 'absorbed-by-overdraft C 1 EUR row 3']);
  });

  it('in the price of a transfer', () => {
    const fee = { ...transferOf('C>D@2 10 EUR'), receivedAmount: '9', receivedCurrency: 'EUR' };
    const graph = graphOf('P>C@1 10 EUR', fee);
    expect(ends(graph, traceValue(graph, { rows: [0] }))).toEqual(['held D 9 EUR', 'fee C 1 EUR row 1']);
    const more = graphOf('P>C@1 10 EUR', {
      ...transferOf('C>D@2 10 EUR'),
      receivedAmount: '12',
      receivedCurrency: 'EUR',
    });
    expect(ends(more, traceValue(more, { rows: [0] }))).toEqual(['held D 10 EUR']);
    const arrives = traceValue(more, { rows: [1] });
    expect(ends(more, arrives)).toEqual(['held D 12 EUR']);
  });

  it('in another currency, at the exact rate of the two booked amounts', () => {
    const swap = { ...transferOf('C>D@3 20 EUR'), receivedAmount: '7', receivedCurrency: 'USD' };
    const graph = graphOf('P>C@1 10 EUR', 'Q>C@2 10 EUR', swap);
    const trace = traceValue(graph, { rows: [0] }, { rule: 'pro-rata' });
    expect(ends(graph, trace)).toEqual(['held D 7/2 USD']);
    expect(trace.assumptions.map(({ kind, currency }) => [kind, currency])).toEqual([['currency-change', 1]]);
    const rounded = traceValue(graph, { rows: [0] }, { rule: 'pro-rata', arithmetic: 'minor-units' });
    expect([rounded.rounded, ends(graph, rounded)]).toEqual([true, ['held D 3 USD']]);
  });
});

describe('limits of a trace', () => {
  const graph = graphOf('P>C@0 8 EUR', 'C>D@10 8 EUR', 'D>E@30 2 EUR', 'D>F@31 6 EUR');
  const at = (options: TraceOptions): string[] => ends(graph, traceValue(graph, { rows: [0] }, options));

  it('hops: exactly as many as allowed', () => {
    expect(at({ maxHops: 3 })).toEqual(['held E 2 EUR', 'held F 6 EUR']);
    expect(at({ maxHops: 2 })).toEqual(['hop-limit D 2 EUR row 2', 'hop-limit D 6 EUR row 3']);
    expect(at({ maxHops: 1 })).toEqual(['hop-limit C 8 EUR row 1']);
    expect(steps(traceValue(graph, { rows: [0] }, { rule: 'poison', maxHops: 2 }))).toEqual(['0: 8 1', '1: 8 2']);
  });

  it('least share: an equal share goes on, one below does not', () => {
    expect(at({ minShare: 0.25 })).toEqual(['held E 2 EUR', 'held F 6 EUR']);
    expect(at({ minShare: 0.2500001 })).toEqual(['held F 6 EUR', 'below-min-share D 2 EUR row 2']);
  });

  it('wait: inclusive', () => {
    expect(at({ maxWaitMs: 21 })).toEqual(['held E 2 EUR', 'held F 6 EUR']);
    expect(at({ maxWaitMs: 20 })).toEqual(['held E 2 EUR', 'max-wait D 6 EUR row 3']);
  });
});

describe('claims', () => {
  const graph = graphOf('P>C@1 5 EUR', 'C>D@2 5 EUR', 'C>D@2 3 EUR', 'X>X@3 9 EUR');

  it('claim nothing twice: what is claimed already stays the claim of its origin', () => {
    const trace = traceValue(graph, { rows: [0, 1, 2] }, { perOrigin: true, shortfall: 'born-now' });
    const first = trace.ends.reduce((sum, { origin, amount }) => sum + (origin === 0 ? amount.numerator : 0n), 0n);
    expect([first, trace.claimed[0]!.amount.numerator]).toEqual([5n, 8n]);
  });

  it('may be a condition on rows', () => {
    const { ledger } = graph;
    const where = (row: number): boolean => ledger.amountMinor(row) === 3n;
    expect(ends(graph, traceValue(graph, { where }))).toEqual(['held D 3 EUR']);
  });

  it('move nothing where there is nothing to move', () => {
    for (const claim of [{ rows: [] }, { rows: [3] }, { accounts: [graph.beneficiary[1]!] }]) {
      for (const rule of ['fifo', 'pro-rata', 'poison'] as const) {
        expect(traceValue(graph, claim, { rule })).toMatchObject({ claimed: [], steps: [], ends: [], complete: true });
      }
    }
    const { traces, rangeByDestination } = traceByRules(graph, { rows: [] });
    expect([traces.length, rangeByDestination]).toEqual([5, []]);
  });

  it.each<[object, TraceOptions, string]>([
    [{ rows: [4] }, {}, 'trace-claim'],
    [{ accounts: [-1] }, {}, 'trace-claim'],
    [{ rows: [0] }, { rule: 'tiho' } as unknown as TraceOptions, 'tracing-rule'],
    [{ rows: [0] }, { maxHops: 0 }, 'option-range'],
    [{ rows: [0] }, { minShare: 2 }, 'option-range'],
    [{ rows: [0] }, { maxHop: 1 } as TraceOptions, 'unknown-option'],
    [{ rows: [0] }, { asserted: [{ fromRow: 2, toRow: 0, reason: '', author: '' }] }, 'asserted-link'],
    [{ rows: [0] }, { asserted: [{ fromRow: 0, toRow: 99, reason: '', author: '' }] }, 'asserted-link'],
    [{ rows: [0] }, { openings: [{ account: 1, currency: 0, amountMinor: -1n }] }, 'opening-balance'],
  ])('%j with %o: %s', (claim, options, code) => {
    expect(() => traceValue(graph, claim as { rows: number[] }, options)).toThrow(expect.objectContaining({ code }));
  });
});

describe('what had to be supposed', () => {
  it('opening balances: the least that will do, or the ones that are known', () => {
    const graph = graphOf('P>C@1 5 EUR', 'C>D@2 8 EUR', 'C>E@3 4 EUR');
    const opening = (options: TraceOptions): unknown =>
      traceValue(graph, { rows: [0] }, options).assumptions.map(({ kind, amount }) => [kind, formatFraction(amount!)]);
    expect(opening({})).toEqual([['opening-balance', '7']]);
    const openings = [{ account: graph.payer[1]!, currency: 0, amountMinor: 4n }];
    expect(opening({ openings })).toEqual([
      ['opening-balance', '4'],
      ['overdraft', '3'],
    ]);
    expect(opening({ shortfall: 'born-now' })).toEqual([]);
  });

  it('the order of one instant, where it changes a figure', () => {
    const graph = graphOf('A>C@1 100 EUR', 'B>C@1 100 EUR', 'C>W@2 100 EUR');
    const tie = (rule: TraceOptions['rule'] & string): boolean =>
      traceValue(graph, { rows: [0] }, { rule }).tieSensitive;
    expect([tie('fifo'), tie('lifo')]).toEqual([true, true]);
    expect([tie('pro-rata'), tie('lowest-intermediate-balance'), tie('taint-first'), tie('poison')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(traceValue(graph, { rows: [0] }, { checkTies: false }).tieSensitive).toBe(false);
    const poison = graphOf('A>B@1 100 EUR', 'B>C@1 100 EUR');
    expect(traceValue(poison, { rows: [0] }, { rule: 'poison' })).toMatchObject({ tieSensitive: true });
  });

  it('rounding, once exact amounts grow beyond the digits allowed', () => {
    const names = ['B', 'C', 'D', 'E', 'F', 'G'];
    const graph = graphOf(
      ...names.flatMap((to, at) => [
        `own${to}>${to}@${2 * at} 7 EUR`,
        `${names[at - 1] ?? 'A'}>${to}@${2 * at + 1} 6 EUR`,
      ]),
    );
    const claim = { rows: [1] };
    const options = { rule: 'pro-rata', exactDigits: 3 } as const;
    expect(traceValue(graph, claim, options)).toMatchObject({ rounded: true, complete: true });
    const stopped = traceValue(graph, claim, { ...options, arithmetic: 'exact' });
    expect(stopped).toMatchObject({ rounded: false, complete: false, stoppedBy: 'exactDigits 3' });
    expect(traceValue(graph, claim, { rule: 'pro-rata' })).toMatchObject({ rounded: false, complete: true });
  });
});
