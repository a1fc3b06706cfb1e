import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Account } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { LedgerBuilder } from '../../../src/ledger/index.js';
import { moneyEvents } from '../../../src/trace/whole-ledger/money-events.js';
import { originsOf } from '../../../src/trace/whole-ledger/origins-of.js';
import { type ProvenancePolicy } from '../../../src/trace/holdings/tracing-rules.js';
import { traceLots } from '../../../src/trace/whole-ledger/trace-lots.js';
import {
  type LedgerProvenance,
  type ProvenanceOptions,
  traceProvenance,
} from '../../../src/trace/whole-ledger/whole-ledger-provenance.js';
import { ledgerOf } from '../../support/small-ledgers.js';

/** The authors' graph.txt: payer, beneficiary, time, quantity. Accounts 0 to 3 are nodes 0 to 3. */
const GRAPH = `2 3 1 2 · 0 1 2 5 · 1 2 3 7 · 0 1 4 3 · 1 2 5 2 · 2 3 6 5 · 2 1 7 4 · 0 1 8 1 · 2 0 9 4 · 2 1 10 2 · 0 2 11 3
  · 3 0 15 6 · 1 3 17 9 · 0 3 18 1 · 3 0 19 2`;

function graphTxt(amount: (quantity: string) => string): TemporalGraph {
  const lines = GRAPH.split('·').map((line) => {
    const [payer, beneficiary, time, quantity] = line.trim().split(/\s+/);
    return `${payer}>${beneficiary}@${time} ${amount(quantity!)} EUR`;
  });
  return buildTemporalGraph(ledgerOf(...lines));
}

function originsAt(provenance: LedgerProvenance, account: Account): string {
  const shares = originsOf(provenance, account).map(({ origin, amountMinor }) => `${origin}:${amountMinor}`);
  return shares.sort().join(' ');
}

function lotsAt({ starts, origin, amountMinor }: LedgerProvenance, account: Account): string {
  const lots: string[] = [];
  for (let at = starts[account]!; at < starts[account + 1]!; at++) lots.push(`${origin[at]}:${amountMinor[at]}`);
  return lots.join(' ');
}

function traceGraph(options: ProvenanceOptions, amount = (quantity: string): string => quantity): LedgerProvenance {
  return traceProvenance(graphTxt(amount), { shortfall: 'born-now', ...options })[0]!;
}

describe('the published small graph', () => {
  it.each<[ProvenancePolicy, string, string]>([
    ['fifo', '0:6 2:2', '0:3 1:3 2:3'],
    ['lifo', '0:3 1:3 2:2', '0:6 2:3'],
    ['least-recently-born', '0:5 2:3', '0:4 1:3 2:2'],
    ['most-recently-born', '0:3 1:3 2:2', '0:6 2:3'],
  ])('ends under %s as in the table', (policy, account0, account3) => {
    const provenance = traceGraph({ policy });
    expect([...provenance.balanceMinor].map(Number)).toEqual([8, 0, 3, 9, 0]);
    expect([0, 1, 2, 3].map((account) => originsAt(provenance, account))).toEqual([account0, '', '2:3', account3]);
    expect(provenance).toMatchObject({ rounded: false, merged: false, outside: 4, policy });
  });

  it('keeps the queues of FIFO in order', () => {
    const provenance = traceGraph({ policy: 'fifo' });
    expect(lotsAt(provenance, 0)).toBe('2:2 0:4 0:1 0:1');
    expect(lotsAt(provenance, 3)).toBe('1:2 0:2 0:1 2:2 1:1 2:1');
  });

  it('ends in proportion as in the table, in cents', () => {
    const provenance = traceGraph({ policy: 'pro-rata' }, (quantity) => `${quantity}00`);
    expect(provenance).toMatchObject({ rounded: true, merged: false, birthRow: undefined });
    expect(originsAt(provenance, 0)).toBe('0:398 1:121 2:281');
    expect(originsAt(provenance, 2)).toBe('2:300');
    expect(originsAt(provenance, 3)).toBe('0:502 1:179 2:219');
  });

  it.each(['000000000', '0000000000000'])('comes to the exact fractions in finer units: times 1%s', (zeros) => {
    // At 10^13 the products are beyond 2^53.
    const provenance = traceGraph({ policy: 'pro-rata' }, (quantity) => quantity + zeros);
    const unit = Number(`1${zeros}`);
    const expected = [
      [0, { 0: 306 / 77, 1: 654 / 539, 2: 1516 / 539 }],
      [3, { 0: 387 / 77, 1: 963 / 539, 2: 1179 / 539 }],
    ] as const;
    for (const [account, shares] of expected) {
      for (const { origin, amountMinor } of originsOf(provenance, account)) {
        const exact = shares[origin as 0 | 1 | 2];
        expect(Math.abs(Number(amountMinor) / unit - exact)).toBeLessThan(1e-8);
      }
    }
  });
});

const g1m = `${process.env['ILLICIT_FLOWS_DATA'] ?? '../shared/data'}/bench/g1m.txt.gz`;

/** Lines `payer beneficiary seconds amount`, kept in the order of the file by a sequence. */
function readInFileOrder(path: string): TemporalGraph {
  const builder = new LedgerBuilder();
  const file = builder.addSource({ name: 'g1m.txt', sha256: '' });
  const currency = builder.currencies.intern('EUR');
  const lines = gunzipSync(readFileSync(path)).toString('latin1').trimEnd().split('\n');
  lines.forEach((line, at) => {
    const [payer, beneficiary, seconds, amount] = line.split(' ') as [string, string, string, string];
    const cents = Math.round(100 * Number(amount));
    const [from, to] = [builder.accounts.intern('', payer), builder.accounts.intern('', beneficiary)];
    builder.appendRow(from, to, 1000 * Number(seconds), 4, cents, 2, currency, 2, file, at + 1);
  });
  return buildTemporalGraph(builder.finish().ledger);
}

describe.skipIf(!existsSync(g1m))('the reference graph G1M (skipped where its file is absent)', () => {
  it('takes the published number of lot moves under FIFO in the order of its lines', () => {
    const graph = readInFileOrder(g1m);
    const { sourceLine } = graph.ledger.columns;
    const order = Int32Array.from(sourceLine.keys()).sort((a, b) => sourceLine[a]! - sourceLine[b]!);
    const { moves } = traceLots(moneyEvents(graph, 0, order), 'fifo', new Int32Array(graph.accountCount + 1), 1);
    expect(moves).toBe(2_189_963);
  });
});
