import { describe, expect, it } from 'vitest';
import { formatFraction, fraction } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import {
  addUp,
  describeTrace,
  frontier,
  printAmount,
  printsExactly,
  residual,
  traceBackward,
  traceForward,
  TRACE_NOTICE,
} from '../../../src/trace/index.js';
import { ledgerOf } from '../../support/small-ledgers.js';

function nodeOf({ ledger }: TemporalGraph, account: string): number {
  return ledger.accounts.find({ institution: '', account })!;
}

/** O7 of the reference: all five rules differ on what is left of T. */
const O7 = buildTemporalGraph(ledgerOf('c1>x@1 2 EUR', 'T>x@2 6 EUR', 'c2>x@3 4 EUR', 'x>shop@4 7 EUR'));

describe('traceForward', () => {
  const trace = traceForward(O7, { accounts: [nodeOf(O7, 'T')] });

  it('gives one amount per rule and destination, with the range', () => {
    const left = trace.destinations.find(({ account }) => account === nodeOf(O7, 'x'))!;
    expect(trace.rules).toEqual(['fifo', 'lifo', 'pro-rata', 'lowest-intermediate-balance', 'taint-first']);
    expect(left.ended.byRule.map(formatFraction)).toEqual(['1', '3', '5/2', '5', '0']);
    expect([left.ended.lowest, left.ended.highest].map(formatFraction)).toEqual(['0', '5']);
    expect(left.received.byRule.map(formatFraction)).toEqual(['6', '6', '6', '6', '6']);
    expect(left).toMatchObject({ hops: 1, firstArrival: 1, states: ['held'], asserted: false });
  });

  it('narrows destinations without changing the trace', () => {
    const narrowed = traceForward(O7, { accounts: [nodeOf(O7, 'T')] }, { to: [nodeOf(O7, 'shop')] });
    expect(narrowed.destinations.map(({ account }) => account)).toEqual([nodeOf(O7, 'shop')]);
    expect(narrowed.reached).toEqual(trace.destinations);
    expect(narrowed.ends).toEqual(trace.ends);
  });

  it('takes transfers or a condition for a claim, and says which were claimed', () => {
    for (const claim of [{ rows: [1, 1] }, { where: (row: number) => row === 1 }]) {
      const found = traceForward(O7, claim, { rules: ['fifo'] });
      expect(found.claimedRows).toEqual([1]);
      expect(found.sources).toEqual([nodeOf(O7, 'T')]);
      expect(found.destinations[0]!.ended.byRule).toEqual([fraction(1n)]);
    }
  });

  it('gives poison a place but no part in the range', () => {
    const [left] = traceForward(O7, { rows: [1] }, { rules: ['poison', 'fifo'] }).destinations;
    expect([left!.ended.lowest, left!.ended.highest].map(formatFraction)).toEqual(['1', '1']);
  });

  it('says what came back to the accounts of the claim, which are no destinations', () => {
    const graph = buildTemporalGraph(ledgerOf('a>b@1 10 EUR', 'b>a@2 4 EUR'));
    const found = traceForward(graph, { rows: [0] }, { rules: ['fifo'] });
    expect(found.destinations.map(({ account }) => account)).toEqual([nodeOf(graph, 'b')]);
    expect(found.endsAtSources.map(({ amounts }) => formatFraction(amounts.highest))).toEqual(['4']);
    expect(describeTrace(found).some((line) => line.includes('at the accounts that the claim came from: EUR 4'))).toBe(
      true,
    );
  });

  it('follows value through an exchange in the currency received', () => {
    const { ledger } = createLedger([
      {
        payer: 'a',
        beneficiary: 'b',
        timeMs: 1,
        amount: '10',
        currency: 'EUR',
        receivedAmount: '12',
        receivedCurrency: 'USD',
      },
    ]);
    const graph = buildTemporalGraph(ledger);
    const [b] = traceForward(graph, { rows: [0] }, { rules: ['fifo'] }).destinations;
    expect(graph.ledger.currencies[b!.currency]!.code).toBe('USD');
    expect(formatFraction(b!.received.highest)).toBe('12');
  });

  it('refuses an empty list of rules', () => {
    expect(() => traceForward(O7, { rows: [1] }, { rules: [] })).toThrow(
      expect.objectContaining({ code: 'rules-missing' }),
    );
  });
});

describe('describeTrace', () => {
  const lines = describeTrace(traceForward(O7, { accounts: [nodeOf(O7, 'T')] }), { nameOf: () => 'somebody', most: 1 });

  it('prints claim, rules, ends, destinations with their range, order and the sentence', () => {
    expect(lines[0]).toBe('Followed 1 transfer of 1 account forward. Claimed, nothing twice: EUR 6.');
    expect(lines).toContain('taint-first: claimed money is spent first');
    expect(lines).toContain('still held when the data end: EUR 6');
    expect(lines.some((line) => line.startsWith('ended at somebody: EUR 1 to 6'))).toBe(true);
    expect(lines).toContain('and 1 more');
    expect(lines.at(-1)).toBe(TRACE_NOTICE);
  });

  it('looks back as well', () => {
    const back = describeTrace(traceBackward(O7, { rows: [3] }));
    expect(back[0]).toBe('Looked back from 1 transfer: EUR 7.');
    expect(back.filter((line) => line.includes('never seen coming in')).length).toBe(3);
  });
});

describe('traceBackward', () => {
  it('splits a purchase by origin under each rule', () => {
    const { origins } = traceBackward(O7, { rows: [3] }, { rules: ['fifo', 'lifo', 'pro-rata'] });
    const of = (account: string): string[] =>
      origins.find((one) => one.account === nodeOf(O7, account))!.amounts.byRule.map(formatFraction);
    expect([of('c1'), of('T'), of('c2')]).toEqual([
      ['2', '0', '7/6'],
      ['5', '3', '7/2'],
      ['0', '4', '7/3'],
    ]);
  });

  it('looks at all that came to an account, itself aside', () => {
    const { targetRows, targets } = traceBackward(O7, { accounts: [nodeOf(O7, 'x')] });
    expect([targetRows, targets]).toEqual([[0, 1, 2], [nodeOf(O7, 'x')]]);
  });

  it('refuses rules that need a claim, and none', () => {
    const rules = ['taint-first'] as unknown as ['fifo'];
    expect(() => traceBackward(O7, { rows: [3] }, { rules })).toThrow(
      expect.objectContaining({ code: 'rule-needs-claim' }),
    );
    expect(() => traceBackward(O7, { rows: [3] }, { rules: [] })).toThrow(
      expect.objectContaining({ code: 'rules-missing' }),
    );
  });
});

describe('residual', () => {
  it('lists what is still held, per rule, most first', () => {
    const { holders, totals } = residual(O7, { rows: [1] });
    expect(holders.map(({ account }) => account)).toEqual([nodeOf(O7, 'shop'), nodeOf(O7, 'x')]);
    expect(totals.map(({ amounts }) => formatFraction(amounts.lowest))).toEqual(['6']);
  });
});

describe('frontier', () => {
  it('says where the data stop and who keeps the next records', () => {
    const { ledger } = createLedger([
      { payer: 'a', beneficiary: { institution: 'BANK', account: 'b' }, timeMs: 1, amount: '9', countryTo: 'TR' },
      {
        payer: { institution: 'BANK', account: 'b' },
        beneficiary: { institution: 'OTHER', account: 'c' },
        timeMs: 2,
        amount: '5',
      },
    ]);
    const graph = buildTemporalGraph(ledger);
    const found = frontier(graph, traceForward(graph, { rows: [0] }, { rules: ['fifo'] }));
    expect(found.map(({ institution, country, reason, rows }) => [institution, country, reason, rows])).toEqual([
      ['BANK', 'TR', 'holds-value', [0]],
      ['OTHER', undefined, 'no-outgoing', [1]],
    ]);
  });

  it('takes accounts as well, and sees that money came in after the last payment out', () => {
    const graph = buildTemporalGraph(
      ledgerOf('b>a@1 1 EUR', 'a>b@2 1 EUR', 'b>c@2 1 EUR', 'a>d@5 1 EUR', 'd>a@1 1 EUR'),
    );
    const found = frontier(
      graph,
      ['a', 'b', 'c', 'd'].map((account) => nodeOf(graph, account)),
    );
    expect(
      found.map(({ reason, accounts }) => [reason, accounts.map((one) => graph.ledger.accounts.key(one).account)]),
    ).toEqual([
      ['no-outgoing', ['c']],
      ['none-after-arrival', ['d']],
    ]);
  });
});

describe('printed amounts', () => {
  it('are exact to four decimals more than the currency has, else rounded to the nearest, halves up', () => {
    expect(printAmount(fraction(125n), 2)).toBe('1.25');
    expect(printAmount(fraction(5n, 2n), 0)).toBe('2.5');
    expect(printAmount(fraction(1n, 10_000n), 2)).toBe('0.000001');
    expect(printAmount(fraction(1n, 20_000n), 2)).toBe('0.00');
    expect(printAmount(fraction(8n, 3n), 2)).toBe('0.03');
    expect([
      printsExactly(fraction(1n, 16n)),
      printsExactly(fraction(1n, 32n)),
      printsExactly(fraction(1n, 3n)),
    ]).toEqual([true, false, false]);
  });

  it('add up exactly until the denominators run away', () => {
    expect(addUp(fraction(1n, 3n), fraction(1n, 6n))).toEqual(fraction(1n, 2n));
    const long = addUp(fraction(1n, 10n ** 150n + 1n), fraction(1n, 10n ** 149n + 7n));
    expect(long).toEqual(fraction(0n));
  });
});
