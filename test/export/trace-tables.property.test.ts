import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mintTrace, protectTrace, traceSteps } from '../../src/disclosure/index.js';
import { destinationsTable, originsTable, stepsTable, traceJsonText } from '../../src/export/index.js';
import { buildTemporalGraph, rowsOf, type TemporalGraph } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import {
  describeTrace,
  type ForwardTrace,
  listedDestinations,
  traceBackward,
  traceForward,
  TRACING_RULES,
} from '../../src/trace/index.js';
import { renamed, transfersArbitrary } from '../support/small-ledgers.js';

/** Names that occur nowhere else in an output. */
const NAMES = new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, `distinctive-${name}`]));

function bytesOf(...parts: Iterable<string>[]): string {
  return parts.flatMap((part) => [...part]).join('');
}

function textOf(graph: TemporalGraph, account: number): string {
  return graph.ledger.accounts.key(account).account;
}

/** What an account paid the accounts of the claim beyond everything that came to it from anybody, in some currency. */
function onlyPays({ graph, sources, claimedRows }: ForwardTrace, account: number): boolean {
  const { ledger, payer, beneficiary } = graph;
  const ofClaim = new Set([...sources, ...claimedRows.map((row) => beneficiary[row]!)]);
  const balance = new Map<number, bigint>();
  const add = (row: number, sign: bigint): void => {
    const currency = ledger.columns.currency[row]!;
    balance.set(currency, (balance.get(currency) ?? 0n) + sign * ledger.amountMinor(row)!);
  };
  for (const row of rowsOf(graph.out, account)) {
    if (beneficiary[row] !== account && ofClaim.has(beneficiary[row]!)) add(row, 1n);
  }
  for (const row of rowsOf(graph.in, account)) if (payer[row] !== account) add(row, -1n);
  return [...balance.values()].some((minor) => minor > 0n);
}

describe('no byte of a trace names', () => {
  it('a source, an account that value did not reach, or one that pays the claim more than it ever got', () => {
    fc.assert(
      fc.property(transfersArbitrary, fc.nat(), (transfers, pick) => {
        const graph = buildTemporalGraph(createLedger(renamed(transfers, NAMES)).ledger);
        if (graph.transferCount === 0) return;
        const rows = [pick % graph.transferCount];
        const trace = traceForward(graph, { rows }, { rules: TRACING_RULES });
        const traceCase = protectTrace(trace);
        const document = mintTrace(traceCase);
        const text = bytesOf(
          destinationsTable(document),
          stepsTable(document, traceSteps(traceCase)),
          traceJsonText(document),
          describeTrace(trace),
        );
        const reached = new Set(trace.reached.map(({ account }) => account));
        for (let account = 0; account < graph.accountCount; account++) {
          const mayBeNamed = reached.has(account) && !trace.sources.includes(account) && !onlyPays(trace, account);
          if (!mayBeNamed) expect(text).not.toContain(textOf(graph, account));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('an origin that fewer than four others pay, also where it was asked about', () => {
    fc.assert(
      fc.property(transfersArbitrary, fc.nat(), (transfers, pick) => {
        const graph = buildTemporalGraph(createLedger(renamed(transfers, NAMES)).ledger);
        if (graph.transferCount === 0) return;
        const target = graph.beneficiary[pick % graph.transferCount]!;
        const trace = traceBackward(graph, { accounts: [target] });
        const traceCase = protectTrace(trace, { to: [target] });
        const document = mintTrace(traceCase);
        const text = bytesOf(
          originsTable(document),
          stepsTable(document, traceSteps(traceCase)),
          traceJsonText(document),
          describeTrace(trace),
        );
        for (let account = 0; account < graph.accountCount; account++) {
          const payers = new Set([...rowsOf(graph.in, account)].map((row) => graph.payer[row]!));
          payers.delete(account);
          if (payers.size < 4) expect(text).not.toContain(textOf(graph, account));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('destinations and ends', () => {
  it('add up to the claim under every rule, whatever the order of the input', () => {
    fc.assert(
      fc.property(transfersArbitrary, fc.nat(), (transfers, pick) => {
        const graph = buildTemporalGraph(createLedger(transfers).ledger);
        if (graph.transferCount === 0) return;
        const trace = traceForward(graph, { rows: [pick % graph.transferCount] });
        const { listed, unlisted } = listedDestinations(trace);
        const total = (rule: number, of: 'destinations' | 'endsAtSources'): number =>
          of === 'destinations'
            ? [...listed, ...unlisted].reduce((sum, { ended }) => sum + toNumber(ended.byRule[rule]!), 0)
            : trace.endsAtSources.reduce((sum, { amounts }) => sum + toNumber(amounts.byRule[rule]!), 0);
        trace.traces.forEach(({ claimed }, rule) => {
          const claim = claimed.reduce((sum, { amount }) => sum + toNumber(amount), 0);
          expect(total(rule, 'destinations') + total(rule, 'endsAtSources')).toBeCloseTo(claim, 6);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a destination pays on', () => {
  it('is that of the whole data from its first arrival on, and what passed through left it in a step', () => {
    fc.assert(
      fc.property(transfersArbitrary, fc.nat(), fc.infiniteStream(fc.nat(3)), (transfers, pick, dice) => {
        const withCash = transfers.map(
          (one) => ({ ...one, channel: dice.next().value === 0 ? 'cash' : 'wire' }) as const,
        );
        const graph = buildTemporalGraph(createLedger(withCash).ledger);
        if (graph.transferCount === 0) return;
        const { ledger, payer, beneficiary } = graph;
        const { timeMs, currency } = ledger.columns;
        const trace = traceForward(graph, { rows: [pick % graph.transferCount] }, { rules: ['fifo', 'lifo'] });
        for (const one of trace.destinations) {
          const rows = Array.from({ length: graph.transferCount }, (_, row) => row).filter(
            (row) => timeMs[row]! >= timeMs[one.firstArrival]! && payer[row] !== beneficiary[row],
          );
          const sum = (of: Int32Array): bigint =>
            rows
              .filter((row) => of[row] === one.account && currency[row] === one.currency)
              .reduce((total, row) => total + ledger.amountMinor(row)!, 0n);
          const pays = rows.some((row) => payer[row] === one.account);
          expect(one.paysOn).toBe(!pays ? 'nothing' : sum(payer) >= sum(beneficiary) ? 'all' : 'part');
          if (!pays) for (const amount of one.passedOn.byRule) expect(amount.numerator).toBe(0n);
          trace.rules.forEach((_, rule) => {
            const [came, ended, passed] = [one.received, one.ended, one.passedOn].map((of) =>
              toNumber(of.byRule[rule]!),
            );
            const left = came! - ended! - passed!;
            const takesCash = trace.traces[rule]!.ends.some(
              ({ state, row }) => state === 'cash-out' && beneficiary[row!] === one.account,
            );
            if (takesCash) expect(left).toBeGreaterThan(-1e-6);
            else expect(left).toBeCloseTo(0, 6);
          });
        }
      }),
      { numRuns: 500 },
    );
  });
});

function toNumber({ numerator, denominator }: { readonly numerator: bigint; readonly denominator: bigint }): number {
  return Number(numerator) / Number(denominator);
}
