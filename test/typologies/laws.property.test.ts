import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../src/foundation/index.js';
import { runDetectors } from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';
import { findingsOf } from '../support/detector-contract.js';
import { ALL_TRANSFERS, PLAIN_FAN, PLAIN_ROUND_TRIP } from '../support/plain-patterns.js';
import { type OracleEdge } from '../support/oracles/temporal-cycles.js';

const accounts = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const graphs = fc.array(fc.tuple(accounts, accounts, fc.nat(14)), { minLength: 1, maxLength: 18 });

/** Who is found: subjects by name, or payer and receiver where the way between them does not matter. */
function anchors(edges: readonly OracleEdge[], id: string, parameters: Record<string, number>): Set<string> {
  const context = contextOf(
    edges.map(([payer, beneficiary, hour]) => ({ payer, beneficiary, timeMs: hour * HOUR_MS, amount: '10' })),
  );
  const name = (account: number): string => context.graph.ledger.accounts.key(account).account;
  const [run] = runDetectors(context, { only: [id], parameters: { [id]: parameters } });
  return new Set(
    findingsOf(run!).map(({ subjects, payers, rows }) => {
      if (id !== 'scatter-gather') return subjects.map(name).join();
      // Which accounts lie in between may change with the window; payer and receiver, who pays nobody, may not.
      const paying = new Set(rows.map((row) => context.graph.payer[row]!));
      const receiver = rows.map((row) => context.graph.beneficiary[row]!).find((account) => !paying.has(account));
      return `${payers.map(name).join()} > ${name(receiver ?? -1)}`;
    }),
  );
}

const missing = (before: Set<string>, after: Set<string>): string[] => [...before].filter((key) => !after.has(key));

describe('a wider search', () => {
  it.each([
    ['fan-in', { ...PLAIN_FAN, minPayers: 3 }, { ...PLAIN_FAN, minPayers: 2 }],
    ['fan-out', { ...PLAIN_FAN, minReceivers: 3 }, { ...PLAIN_FAN, minReceivers: 2 }],
    [
      'gather-scatter',
      { ...ALL_TRANSFERS, mode: 0, minPayers: 2, minReceivers: 2 },
      { ...ALL_TRANSFERS, mode: 0, minPayers: 1, minReceivers: 2 },
    ],
    [
      'gather-scatter',
      { ...ALL_TRANSFERS, mode: 1, minPayers: 2, minReceivers: 2 },
      { ...ALL_TRANSFERS, mode: 1, minPayers: 2, minReceivers: 1 },
    ],
    ['scatter-gather', { minBetween: 3 }, { minBetween: 2 }],
    ['round-trip', { ...PLAIN_ROUND_TRIP, minAccounts: 4 }, { ...PLAIN_ROUND_TRIP, minAccounts: 3 }],
  ])('never loses what %s found: %j, then %j', (id, narrow, wide) => {
    fc.assert(
      fc.property(graphs, fc.nat(8), fc.nat(6), (edges, windowHours, more) => {
        const before = anchors(edges, id, { ...narrow, windowHours });
        expect(missing(before, anchors(edges, id, { ...narrow, windowHours: windowHours + more }))).toEqual([]);
        expect(missing(before, anchors(edges, id, { ...wide, windowHours }))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

describe('another transfer', () => {
  it.each([
    ['fan-in', { ...PLAIN_FAN, minPayers: 2 }],
    ['fan-out', { ...PLAIN_FAN, minReceivers: 2 }],
    ['gather-scatter', { ...ALL_TRANSFERS, mode: 0, minPayers: 1, minReceivers: 1 }],
    ['round-trip', { ...PLAIN_ROUND_TRIP }],
  ])('never removes what %s found', (id, parameters) => {
    fc.assert(
      fc.property(graphs, fc.tuple(accounts, accounts, fc.nat(14)), fc.nat(8), (edges, extra, windowHours) => {
        const before = anchors(edges, id, { ...parameters, windowHours });
        expect(missing(before, anchors([...edges, extra], id, { ...parameters, windowHours }))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

describe('the future', () => {
  it('has no say in cycles that are over', () => {
    fc.assert(
      fc.property(graphs, fc.nat(14), fc.nat(10), (edges, now, windowHours) => {
        const past = edges.filter(([, , hour]) => hour <= now);
        fc.pre(past.length > 0);
        expect(
          missing(
            anchors(past, 'round-trip', { ...PLAIN_ROUND_TRIP, windowHours }),
            anchors(edges, 'round-trip', { ...PLAIN_ROUND_TRIP, windowHours }),
          ),
        ).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
