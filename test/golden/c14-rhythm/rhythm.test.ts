import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type AssertedLink, type ForwardTrace, traceForward } from '../../../src/trace/index.js';
import { contextOf } from '../../support/detection-context.js';
import { describeCase } from '../support/describe-case.js';
import { LEDGER_LINES, RHYTHM, START } from './transfers.js';

describeCase(RHYTHM);

describe('C14 in detail', () => {
  const { graph } = contextOf(RHYTHM.story.transfers);
  const name = (account: number): string => graph.ledger.accounts.key(account).account;
  const rowsTo = (prefix: string): number[] =>
    Array.from(graph.beneficiary, (account, row) => (name(account).startsWith(prefix) ? row : -1)).filter(
      (row) => row >= 0,
    );

  it('has two peaks a week', () => {
    const days = rowsTo('C14-shop').map((row) => (graph.ledger.columns.timeMs[row]! - START) / DAY_MS);
    const amplitude = (perWeek: number): number => {
      const angles = days.map((day) => (2 * Math.PI * perWeek * day) / 7);
      const sum = (of: (angle: number) => number): number => angles.reduce((all, angle) => all + of(angle), 0);
      return Math.hypot(sum(Math.cos), sum(Math.sin)) / 26;
    };
    expect([1, 2, 3].map((k) => amplitude(k).toFixed(3))).toEqual(['0.445', '1.802', '1.247']);
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
