import { describe, expect, it } from 'vitest';
import { originLines, protectPaths, protectTrace, type TraceParty } from '../../src/disclosure/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { findPaths, traceBackward, traceForward } from '../../src/trace/index.js';
import { ledgerOf } from '../support/small-ledgers.js';

function nodeOf({ ledger }: TemporalGraph, account: string): number {
  return ledger.accounts.find({ institution: '', account })!;
}

function called(party: TraceParty): string {
  return party.kind === 'named' ? party.accounts.map(({ account }) => account).join('+') : party.label;
}

/** What a trace forward from one account calls each of some accounts. */
function calledForward(from: string, accounts: readonly string[], ...transfers: string[]): string[] {
  const graph = buildTemporalGraph(ledgerOf(...transfers));
  const trace = traceForward(graph, { accounts: [nodeOf(graph, from)] }, { rules: ['fifo', 'pro-rata'] });
  const { names } = protectTrace(trace);
  return accounts.map((account) => called(names.partyOf(nodeOf(graph, account))));
}

/** Six customers of its own make an account one that gathers money. */
function gathering(account: string, at: number, amount: string): string[] {
  return ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((customer) => `${customer}>${account}@${at} ${amount} EUR`);
}

const DEPOSITS = ['anna>collector@1 1000 EUR', 'boris>collector@2 1000 EUR'];

describe('a trace forward', () => {
  it('names the accounts that value came to and that gather money, and nobody else', () => {
    const names = calledForward(
      'collector',
      ['hotel', 'keeper', 'anna', 'collector', 'far'],
      ...DEPOSITS,
      ...gathering('hotel', 1, '300'),
      ...gathering('far', 1, '300'),
      'collector>hotel@3 500 EUR',
      'collector>keeper@3 500 EUR',
      'far>away@4 1 EUR',
    );
    expect(names).toEqual(['hotel', 'account-0001', 'account', 'from-0001', 'account']);
  });

  it('keeps a payer unnamed who got a part back', () => {
    expect(calledForward('collector', ['anna'], ...DEPOSITS, 'collector>anna@3 400 EUR')).toEqual(['payer-0001']);
  });

  it('keeps a payer unnamed whose money came back whole, if somebody else pays their living', () => {
    const wages = 'employer>anna@0 1001 EUR';
    expect(calledForward('collector', ['anna'], wages, ...DEPOSITS, 'collector>anna@3 1000 EUR')).toEqual([
      'payer-0001',
    ]);
  });

  it('does not take for a payer who got back at least what they paid and has no other living, nor name them', () => {
    expect(calledForward('collector', ['anna'], ...DEPOSITS, 'collector>anna@3 1000 EUR')).toEqual(['account-0001']);
    expect(calledForward('collector', ['anna'], ...DEPOSITS, 'collector>anna@3 999.99 EUR')).toEqual(['payer-0001']);
  });

  it('keeps a payer of a later hop unnamed, also when their employer lies on the way of the money', () => {
    const flows = [
      'collector>keeper@3 1500 EUR',
      'collector>shop@4 100 EUR',
      ...gathering('shop', 4, '500'),
      'shop>carla@5 2100 EUR',
      'carla>keeper@6 500 EUR',
    ];
    // The shop gathers, and pays more than anybody out of what it took: it may have paid for somebody, and is not named.
    expect(calledForward('collector', ['keeper', 'shop', 'carla'], ...DEPOSITS, ...flows)).toEqual([
      'account-0001',
      'account-0002',
      'payer-0001',
    ]);
  });

  it('does not take for a payer who passes on what it got, nor names who is paid by the account it pays', () => {
    const passing = ['collector>broker@3 900 EUR', 'broker>collector@4 800 EUR'];
    expect(calledForward('collector', ['broker'], ...DEPOSITS, ...passing)).toEqual(['account-0001']);
    expect(calledForward('collector', ['broker'], ...DEPOSITS, ...gathering('broker', 1, '300'), ...passing)).toEqual([
      'account-0001',
    ]);
  });

  it('keeps a payer unnamed who has customers, and got all of it back', () => {
    const fee = ['anna>collector@1 1500 EUR', 'collector>anna@8 1500 EUR'];
    const small = ['x', 'y', 'z', 'u', 'v'].flatMap((one) => [1, 2, 3].map((at) => `${one}>market@${at} ${at} EUR`));
    expect(calledForward('collector', ['anna'], ...gathering('anna', 2, '500'), ...fee, ...small)).toEqual([
      'account-0001',
    ]);
  });

  it('names nobody for a wage, wherever its money comes from', () => {
    const workers = ['w1', 'w2', 'w3'].flatMap((worker) => [
      ...[1, 2, 3].map((month) => `employer>${worker}@${month} 2000 EUR`),
      ...['f1', 'f2', 'f3', 'f4', 'f5'].map((friend) => `${friend}>${worker}@2 900 EUR`),
      `${worker}>collector@4 900 EUR`,
    ]);
    expect(calledForward('employer', ['w1', 'w2', 'w3', 'f1', 'collector'], ...workers)).toEqual([
      ...['account-0001', 'account-0002', 'account-0003'],
      ...['account', 'account-0004'],
    ]);
  });

  it('leaves unnamed whom less than a hundredth of the claim reaches, also if they gather money', () => {
    const flows = (amount: string, rest: string): string[] => [
      `collector>keeper@3 ${rest} EUR`,
      `collector>many@4 ${amount} EUR`,
      ...gathering('many', 5, '500'),
    ];
    expect(calledForward('collector', ['many'], ...DEPOSITS, ...flows('14.99', '1485.01'))).toEqual(['account-0002']);
    expect(calledForward('collector', ['many'], ...DEPOSITS, ...flows('15', '1485'))).toEqual(['many']);
  });

  it('takes another least share, and no other than from 0 to 1', () => {
    const graph = buildTemporalGraph(
      ledgerOf('collector>keeper@3 900 EUR', 'collector>many@4 100 EUR', ...gathering('many', 5, '500')),
    );
    const trace = traceForward(graph, { accounts: [nodeOf(graph, 'collector')] });
    const named = (nameShare: number): string =>
      called(protectTrace(trace, { nameShare }).names.partyOf(nodeOf(graph, 'many')));
    expect([0, 0.1, 0.1001, 1].map(named)).toEqual(['many', 'many', 'account-0002', 'account-0002']);
    for (const share of [-0.01, 1.01, NaN]) expect(() => named(share)).toThrow('nameShare');
  });

  it('names fewer where `gathering` asks for more, and cannot be told to name more', () => {
    const graph = buildTemporalGraph(ledgerOf('collector>many@4 500 EUR', ...gathering('many', 5, '500')));
    const many = nodeOf(graph, 'many');
    const trace = traceForward(graph, { accounts: [nodeOf(graph, 'collector')] });
    const named = (values: Record<string, number>): string[] => {
      const forward = protectTrace(trace, { gathering: values });
      expect(forward.gathering).toMatchObject(values);
      const along = protectPaths(graph, { from: [], to: [many] }, [], { gathering: values });
      return [called(forward.names.partyOf(many)), called(along.partyOf(many))];
    };
    expect(named({})).toEqual(['many', 'many']);
    for (const values of [{ families: 7 }, { mainShare: 0.1 }, { fewShare: 0.3 }])
      expect(named(values)).not.toContain('many');
    for (const weaker of [
      { families: 3 },
      { givenShare: 0.4 },
      { mainShare: 0.6 },
      { fewShare: 0.9 },
      { upkeepShare: 0.6 },
    ]) {
      expect(() => named(weaker)).toThrow(expect.objectContaining({ code: 'option-range' }));
    }
  });

  it('measures what was exchanged by what the claim is worth in the other currency', () => {
    const exchanged = (amount: string, received: string): string => {
      const { ledger } = createLedger([
        { payer: 'from', beneficiary: 'keeper', timeMs: 1, amount: '1000', currency: 'EUR' },
        {
          ...{ payer: 'keeper', beneficiary: 'changer', timeMs: 2, amount, currency: 'EUR' },
          ...{ receivedAmount: received, receivedCurrency: 'USD' },
        },
        { payer: 'changer', beneficiary: 'many', timeMs: 3, amount: received, currency: 'USD' },
        ...['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((payer) => ({
          ...{ payer, beneficiary: 'many', timeMs: 4, amount: '30', currency: 'USD' },
        })),
      ]);
      const graph = buildTemporalGraph(ledger);
      const trace = traceForward(graph, { accounts: [nodeOf(graph, 'from')] }, { rules: ['fifo'] });
      return called(protectTrace(trace).names.partyOf(nodeOf(graph, 'many')));
    };
    expect(exchanged('9.99', '19.98')).toBe('account-0003');
    expect(exchanged('10', '20')).toBe('many');
  });

  it('numbers payers by the order in which value reached them, not by their names', () => {
    const names = calledForward(
      'collector',
      ['anna', 'boris'],
      ...DEPOSITS,
      'collector>boris@3 10 EUR',
      'collector>anna@4 10 EUR',
    );
    expect(names).toEqual(['payer-0002', 'payer-0001']);
  });

  it('never names a source, also one that gathers money and is typed as destination too', () => {
    const senders = ['a', 'b', 'c', 'd', 'e', 'f'].map((sender) => `${sender}>collector@1 10 EUR`);
    const graph = buildTemporalGraph(ledgerOf(...senders, 'collector>keeper@2 40 EUR', 'keeper>collector@3 40 EUR'));
    const collector = nodeOf(graph, 'collector');
    const trace = traceForward(graph, { accounts: [collector] }, { to: [collector] });
    expect(protectTrace(trace, { to: [collector] }).names.partyOf(collector)).toEqual({
      kind: 'unnamed',
      label: 'from-0001',
      end: 'from',
    });
  });

  it('says which account that was typed is which, in the order of typing, and names none for it', () => {
    const graph = buildTemporalGraph(
      ledgerOf(
        ...[...DEPOSITS, ...gathering('hotel', 1, '800')],
        ...['collector>boris@3 10 EUR', 'collector>anna@4 10 EUR', 'collector>hotel@5 1500 EUR'],
      ),
    );
    const to = ['hotel', 'anna', 'boris', 'anna'].map((one) => nodeOf(graph, one));
    const trace = traceForward(graph, { accounts: [nodeOf(graph, 'collector')] }, { to });
    const { names } = protectTrace(trace, { to });
    expect(to.slice(0, 3).map((one) => called(names.partyOf(one)))).toEqual(['hotel', 'to-0002', 'to-0003']);
    expect(names.partyOf(to[1]!).kind).toBe('protected-payer');
    expect(names.payerCount).toBe(2);
  });

  it('throws on an option that it does not know', () => {
    const trace = traceForward(buildTemporalGraph(ledgerOf('a>b@1 1 EUR')), { rows: [0] });
    expect(() => protectTrace(trace, { nameTyped: true } as object)).toThrow('protectTrace');
  });

  it('masks every account of a holder of whom one is masked', () => {
    const { ledger } = createLedger([
      { payer: 'anna-1', payerHolder: 'A', payerHolderId: 'A', beneficiary: 'collector', timeMs: 1, amount: '1000' },
      {
        payer: 'collector',
        beneficiary: 'anna-2',
        beneficiaryHolder: 'A',
        beneficiaryHolderId: 'A',
        timeMs: 2,
        amount: '300',
      },
      { payer: 'collector', beneficiary: 'anna-1', timeMs: 3, amount: '300' },
    ]);
    const graph = buildTemporalGraph(ledger, { joinHolders: false });
    const { names } = protectTrace(traceForward(graph, { accounts: [nodeOf(graph, 'collector')] }));
    expect(['anna-1', 'anna-2'].map((one) => names.partyOf(nodeOf(graph, one)).kind)).toEqual([
      'protected-payer',
      'protected-payer',
    ]);
    expect(names.payerCount).toBe(1);
  });
});

describe('a trace backward', () => {
  const senders = ['a', 'b', 'c', 'd', 'e', 'f'].map((sender) => `${sender}>gatherer@1 10 EUR`);

  it('names origins that gather money and merges the others; being asked about names nobody', () => {
    const graph = buildTemporalGraph(ledgerOf(...senders, 'anna>target@2 10 EUR', 'gatherer>target@3 80 EUR'));
    const { names } = protectTrace(traceBackward(graph, { accounts: [nodeOf(graph, 'target')] }));
    expect(['target', 'gatherer', 'anna', 'a'].map((one) => names.partyOf(nodeOf(graph, one)).kind)).toEqual([
      'unnamed',
      'named',
      'protected-payer',
      'protected-payer',
    ]);
  });

  it('lists an account asked about where the money came from under its own label, or by name if it gathers', () => {
    const graph = buildTemporalGraph(
      ledgerOf(
        ...senders,
        ...['mia>zed@1 5 EUR', 'zed>gatherer@2 5 EUR'],
        ...['gatherer>mia@3 85 EUR', 'mia>zed@4 30 EUR', 'zed>gatherer@5 30 EUR'],
      ),
    );
    const [gatherer, mia] = ['gatherer', 'mia'].map((one) => nodeOf(graph, one)) as [number, number];
    const trace = traceBackward(graph, { accounts: [gatherer, mia] }, { rules: ['fifo'] });
    const linesOf = (...to: number[]): string[] =>
      originLines(protectTrace(trace, { to })).map(({ party, accounts }) =>
        party === undefined ? `${accounts} payers` : called(party),
      );
    expect(linesOf(mia).sort()).toEqual(['6 payers', 'gatherer', 'to-0001']);
    expect(linesOf(gatherer, mia).sort()).toEqual(['6 payers', 'gatherer', 'to-0002']);
    expect(protectTrace(trace).names.payerCount).toBe(6);
  });

  it('numbers accounts asked about by their first transfer where no order is given', () => {
    const graph = buildTemporalGraph(ledgerOf('a>zoe@1 1 EUR', 'a>bea@2 1 EUR', 'bea>zoe@3 1 EUR'));
    const [zoe, bea] = ['zoe', 'bea'].map((one) => nodeOf(graph, one)) as [number, number];
    for (const accounts of [
      [zoe, bea],
      [bea, zoe],
    ]) {
      const { names } = protectTrace(traceBackward(graph, { accounts }));
      expect([zoe, bea].map((one) => called(names.partyOf(one)))).toEqual(['to-0001', 'to-0002']);
    }
  });

  it('names an origin that gathers only if it brought a hundredth of what came', () => {
    for (const [amount, kind] of [
      ['0.99', 'protected-payer'],
      ['1', 'named'],
    ]) {
      const paid = [
        `gatherer>goal@2 ${amount} EUR`,
        'gatherer>shop@3 60 EUR',
        `anna>goal@4 ${100 - Number(amount)} EUR`,
      ];
      const graph = buildTemporalGraph(ledgerOf(...senders, ...paid));
      const trace = traceBackward(graph, { accounts: [nodeOf(graph, 'goal')] }, { rules: ['fifo'] });
      expect(protectTrace(trace).names.partyOf(nodeOf(graph, 'gatherer')).kind).toBe(kind);
    }
  });

  it('does not take three senders, or one who pays half, for gathering', () => {
    for (const paid of [senders.slice(3), [...senders, 'a>gatherer@1 50 EUR']]) {
      const graph = buildTemporalGraph(ledgerOf(...paid, 'gatherer>target@3 200 EUR'));
      const { names } = protectTrace(traceBackward(graph, { accounts: [nodeOf(graph, 'target')] }));
      expect(names.partyOf(nodeOf(graph, 'gatherer')).kind).toBe('protected-payer');
    }
  });
});

describe('paths', () => {
  it('name who gathers money, and their ends by what they are', () => {
    const senders = ['a', 'b', 'c', 'd', 'e', 'f'].map((sender) => `${sender}>hub@1 10 EUR`);
    const graph = buildTemporalGraph(ledgerOf(...senders, 'from>mia@2 9 EUR', 'mia>hub@3 9 EUR', 'hub>to@4 9 EUR'));
    const ends = { from: [nodeOf(graph, 'from')], to: [nodeOf(graph, 'to')] };
    const { items } = findPaths(graph, ends);
    const names = protectPaths(graph, ends, items);
    expect(items[0]!.accounts.map((account) => called(names.partyOf(account)))).toEqual([
      'from-0001',
      'account-0001',
      'hub',
      'to-0001',
    ]);
  });

  it('name an end that gathers money', () => {
    const senders = ['a', 'b', 'c', 'd', 'e', 'f'].map((sender) => `${sender}>hub@1 10 EUR`);
    const graph = buildTemporalGraph(ledgerOf(...senders, 'hub>mia@2 9 EUR'));
    const ends = { from: [nodeOf(graph, 'hub')], to: [nodeOf(graph, 'mia')] };
    const names = protectPaths(graph, ends, findPaths(graph, ends).items);
    expect([...ends.from, ...ends.to].map((one) => called(names.partyOf(one)))).toEqual(['hub', 'to-0001']);
  });

  it('take a holder whose accounts are joined for one end, whichever of them was typed', () => {
    const senders = ['a', 'b', 'c', 'd', 'e', 'f'].map((payer) => ({
      payer,
      beneficiary: 'hub-1',
      timeMs: 1,
      amount: '10',
    }));
    const { ledger } = createLedger([
      ...senders.map((transfer) => ({ ...transfer, beneficiaryHolder: 'H', beneficiaryHolderId: 'H' })),
      { payer: 'hub-2', payerHolder: 'H', payerHolderId: 'H', beneficiary: 'mia', timeMs: 2, amount: '9' },
    ]);
    const graph = buildTemporalGraph(ledger, { joinHolders: true });
    for (const typed of ['hub-1', 'hub-2']) {
      const ends = { from: [nodeOf(graph, typed)], to: [nodeOf(graph, 'mia')] };
      const { items } = findPaths(graph, ends);
      const names = protectPaths(graph, ends, items);
      expect(items[0]!.accounts.map((one) => called(names.partyOf(one)))).toEqual(['hub-1+hub-2', 'to-0001']);
    }
  });

  it('keep two ends of one holder apart, and neither named if one of them gathers no money', () => {
    const senders = ['a', 'b', 'c', 'd', 'e', 'f'].map((payer) => ({
      payer,
      beneficiary: 'mia-1',
      timeMs: 1,
      amount: '10',
    }));
    const { ledger } = createLedger([
      ...senders,
      {
        payer: 'mia-1',
        payerHolder: 'M',
        payerHolderId: 'M',
        beneficiary: 'mia-2',
        beneficiaryHolder: 'M',
        beneficiaryHolderId: 'M',
        timeMs: 2,
        amount: '9',
      },
    ]);
    const graph = buildTemporalGraph(ledger, { joinHolders: false });
    const ends = { from: [nodeOf(graph, 'mia-1')], to: [nodeOf(graph, 'mia-2')] };
    const names = protectPaths(graph, ends, findPaths(graph, ends).items);
    expect([...ends.from, ...ends.to].map((one) => called(names.partyOf(one)))).toEqual(['from-0001', 'to-0001']);
  });
});
