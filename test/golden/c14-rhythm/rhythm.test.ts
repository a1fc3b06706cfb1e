import { describe, expect, it } from 'vitest';
import { askAccount } from '../../../src/investigation/index.js';
import { weekdayWords } from '../../../src/questions/index.js';
import { type AssertedLink, type ForwardTrace, traceForward } from '../../../src/trace/index.js';
import { contextOf } from '../../support/detection-context.js';
import { describeCase } from '../support/describe-case.js';
import { LEDGER_LINES, RHYTHM } from './transfers.js';

describeCase(RHYTHM);

describe('C14 in detail', () => {
  const { graph } = contextOf(RHYTHM.story.transfers);
  const name = (account: number): string => graph.ledger.accounts.key(account).account;
  const rowsTo = (prefix: string): number[] =>
    Array.from(graph.beneficiary, (account, row) => (name(account).startsWith(prefix) ? row : -1)).filter(
      (row) => row >= 0,
    );

  it('has two peaks a week', () => {
    const shop = graph.ledger.accounts.find({ institution: '', account: 'C14-shop' })!;
    const { received, operators, named } = askAccount(graph, shop);
    expect(received.weekdays).toMatchObject({
      payments: [0, 0, 26, 0, 0, 26, 0],
      days: [0, 0, 26, 0, 0, 26, 0],
      peaks: 2,
    });
    expect(received.weekdays!.strengths.map((one) => (2 * one).toFixed(3))).toEqual(['0.445', '1.802', '1.247']);
    expect(weekdayWords(received.weekdays!)).toBe(
      '52 payments on 52 days, 26 on Wednesdays and 26 on Saturdays: two peaks a week (strength 0.90, chance below 0.01 %)',
    );
    expect([named, operators, received.others]).toEqual([null, [], null]);
  });

  it('has them in the twin as well: a rhythm says nothing by itself', () => {
    const stalls = contextOf(RHYTHM.twin.transfers).graph;
    const stall = stalls.ledger.accounts.find({ institution: '', account: 'C14-stall' })!;
    const { received, notes } = askAccount(stalls, stall);
    expect(received.weekdays!.peaks).toBe(2);
    expect(notes.join(' ')).toContain('By itself it says nothing');
  });

  it('follows the money abroad by the lines of the ledger that was found, and by nothing else', () => {
    const [taken, brought] = [rowsTo('machine-0'), rowsTo('C14-counterpart')];
    const asserted = taken.map((fromRow, line): AssertedLink => ({
      fromRow,
      toRow: brought[line]!,
      author: 'analyst',
      reason: 'ledger found',
    }));
    const claim = { rows: rowsTo('C14-shop') };
    const abroad = ({ destinations }: ForwardTrace): [string, boolean][] =>
      destinations
        .filter(({ account }) => name(account).startsWith('C14-counterpart'))
        .map((one): [string, boolean] => [name(one.account), one.asserted])
        .sort();
    expect(asserted.length).toBe(LEDGER_LINES);
    expect(abroad(traceForward(graph, claim, { rules: ['fifo'] }))).toEqual([]);
    expect(abroad(traceForward(graph, claim, { rules: ['fifo'], asserted }))).toEqual([
      ['C14-counterpart-0', true],
      ['C14-counterpart-1', true],
    ]);
  });
});
