import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOfTypology } from '../../support/named-findings.js';

const START = 1_700_000_000_000;

interface Term {
  readonly students: number;
  readonly clients: number;
  /** Numbers of the students who get 80 of 100 back. */
  readonly refunded: readonly number[];
  /** Who gets it. */
  readonly to?: (student: number) => string;
}
function term({ students, clients, refunded, to = (i) => `student-${i}` }: Term): TransferInput[] {
  return [
    ...Array.from({ length: students }, (_, i) => pay(`student-${i}>college`, START + (i % 20) * DAY_MS, '100.00')),
    ...Array.from({ length: clients }, (_, i) => pay(`student-${i}>agent`, START, '15.00')),
    ...refunded.map((i) => pay(`college>${to(i)}`, START + (100 + i) * DAY_MS, '80.00')),
  ];
}
const found = (transfers: readonly TransferInput[]): ReturnType<typeof findingsOfTypology> =>
  findingsOfTypology('refund-loop', transfers);
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

describe('I25, refund loops', () => {
  it('names agent and institution, never the people', () => {
    const [finding] = found(term({ students: 24, clients: 5, refunded: range(0, 5) }));
    expect(finding?.subjects).toEqual(['agent', 'college']);
    expect(finding?.payers).toEqual(range(0, 5).map((i) => `student-${i}`));
  });

  it('does not name an institution that everybody deals with', () => {
    const [finding] = found(term({ students: 60, clients: 6, refunded: range(0, 6) }));
    expect(finding).toMatchObject({ subjects: ['agent'], strength: 1 });
  });

  it('finds refunds that go to two agents, neither of whom gets enough alone', () => {
    const toTwo = term({ students: 24, clients: 5, refunded: range(0, 5), to: (i) => (i < 3 ? 'agent' : 'second') });
    const both = [...toTwo, ...range(0, 5).map((i) => pay(`student-${i}>second`, START, '15.00'))];
    expect(found(both).map(({ subjects }) => subjects)).toEqual([
      ['agent', 'college'],
      ['college', 'second'],
    ]);
  });

  it('compares rates: three times that of the others', () => {
    // All five clients, and 8 of 24 others: exactly three times; 9 of 24 are more.
    expect(found(term({ students: 29, clients: 5, refunded: range(0, 13) }))).toHaveLength(1);
    expect(found(term({ students: 29, clients: 5, refunded: range(0, 14) }))).toEqual([]);
  });

  it('leaves a cancelled term alone, and refusals spread over all', () => {
    expect(found(term({ students: 24, clients: 5, refunded: range(0, 24) }))).toEqual([]);
  });

  it('is reduced with fewer than twenty others', () => {
    const [finding] = found(term({ students: 24, clients: 5, refunded: range(0, 5) }));
    expect(finding?.strength).toBe(0.6);
    expect(found(term({ students: 25, clients: 5, refunded: range(0, 5) }))[0]?.strength).toBe(1);
  });

  it('adds up who got money back in person and through the agent', () => {
    const mixed = (student: number): string => (student < 3 ? `student-${student}` : 'agent');
    expect(found(term({ students: 24, clients: 6, refunded: range(0, 5), to: mixed }))).toHaveLength(1);
  });

  it('finds refunds that go to the agent', () => {
    const [finding] = found(term({ students: 24, clients: 6, refunded: range(0, 5), to: () => 'agent' }));
    expect(finding?.measured.get('refundsToTheAgent')).toBe(5);
  });

  it('takes nobody for refunded who goes on paying', () => {
    const more = range(0, 5).map((i) => pay(`student-${i}>college`, START + 200 * DAY_MS, '100.00'));
    expect(found([...term({ students: 24, clients: 5, refunded: range(0, 5) }), ...more])).toEqual([]);
  });
});
