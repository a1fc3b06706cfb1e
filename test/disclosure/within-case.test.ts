import { describe, expect, it } from 'vitest';
import { type KnownAccounts, originLines, protectPaths, protectTrace } from '../../src/disclosure/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { findPaths, traceBackward, traceForward } from '../../src/trace/index.js';
import { ledgerOf } from '../support/small-ledgers.js';

/** Two families pay a collector, which pays a keeper and pays one family back; the keeper pays a hotel with six guests. */
const graph: TemporalGraph = buildTemporalGraph(
  ledgerOf(
    ...['g1', 'g2', 'g3', 'g4', 'g5', 'g6'].map((guest) => `${guest}>hotel@0 300 EUR`),
    'anna>collector@1 1000 EUR',
    'boris>collector@2 1000 EUR',
    'collector>keeper@3 1500 EUR',
    'collector>anna@3 400 EUR',
    'keeper>hotel@4 1000 EUR',
  ),
);
const nodes = (...accounts: readonly string[]): number[] =>
  accounts.map((account) => graph.ledger.accounts.find({ institution: '', account })!);

/** Of everybody, whom the trace or the paths name. */
function named(names: ReturnType<typeof protectPaths>): string[] {
  return Array.from({ length: graph.accountCount }, (_, account) => names.partyOf(account)).flatMap((party) =>
    party.kind === 'named' ? party.accounts.map(({ account }) => account) : [],
  );
}

const operators = nodes('collector', 'keeper');
const forward = (known: KnownAccounts): string[] =>
  named(protectTrace(traceForward(graph, { accounts: nodes('anna', 'boris') }), { known }).names);

describe('a question asked within a case', () => {
  it('names its operators wherever they occur, and nobody else: also not who would be named without a case', () => {
    expect(forward({})).toEqual(['hotel']);
    expect(forward({ operators })).toEqual(['collector', 'keeper']);
    expect(forward({ operators: nodes('hotel', 'g1') })).toEqual(['hotel']);
    expect(forward({ operators: [] })).toEqual([]);
  });

  it('names an operator that the claim comes from, and tells payers and others apart as before', () => {
    const trace = traceForward(graph, { accounts: nodes('collector') });
    const { names, withinCase } = protectTrace(trace, { known: { operators } });
    expect(withinCase).toBe(true);
    expect(named(names)).toEqual(['collector', 'keeper']);
    const [anna, hotel] = nodes('anna', 'hotel').map((account) => names.partyOf(account).kind);
    expect([anna, hotel]).toEqual(['protected-payer', 'unnamed']);
  });

  it('names operators looking back, and merges everybody else into one line', () => {
    const trace = protectTrace(traceBackward(graph, { accounts: nodes('hotel') }), { known: { operators } });
    expect(named(trace.names)).toEqual([]);
    const lines = originLines(trace).map(({ party, accounts }) => [party?.kind, accounts]);
    expect(lines).toEqual([[undefined, 8]]);
    const back = protectTrace(traceBackward(graph, { accounts: nodes('keeper') }), { known: { operators } });
    expect(named(back.names)).toEqual(['keeper']);
  });

  it('names operators on paths', () => {
    const [from, to] = nodes('anna', 'hotel') as [number, number];
    const { items } = findPaths(graph, { from: [from], to: [to] });
    const names = protectPaths(graph, { from: [from], to: [to] }, items, { known: { operators } });
    expect(named(names)).toEqual(['collector', 'keeper']);
    expect(names.partyOf(to)).toMatchObject({ kind: 'unnamed', label: 'to-0001' });
  });

  it('never names whom the user vouches for, in a case or not', () => {
    const vouched = nodes('hotel', 'collector');
    expect(forward({ vouched })).toEqual([]);
    expect(forward({ operators, vouched })).toEqual(['keeper']);
  });

  it('names a holder whose accounts are joined only if the case has all of them', () => {
    const { ledger } = createLedger([
      { payer: 'one', payerHolder: 'H', payerHolderId: 'H', beneficiary: 'other', timeMs: 1, amount: '1' },
      { payer: 'two', payerHolder: 'H', payerHolderId: 'H', beneficiary: 'other', timeMs: 2, amount: '1' },
    ]);
    const joined = buildTemporalGraph(ledger, { joinHolders: true });
    const nodeOf = (account: string): number => ledger.accounts.find({ institution: '', account })!;
    const kindOf = (...listed: string[]): string =>
      protectPaths(joined, { from: [nodeOf('one')], to: [nodeOf('other')] }, [], {
        known: { operators: listed.map(nodeOf) },
      }).partyOf(ledger.accounts.unit[nodeOf('one')]!).kind;
    expect([kindOf('one'), kindOf('two'), kindOf('one', 'two')]).toEqual(['unnamed', 'unnamed', 'named']);
  });
});
