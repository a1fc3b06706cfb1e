import { describe, expect, it } from 'vitest';
import { roleDrift } from '../../src/questions/index.js';
import { type Told, toldLead, withoutClock } from './asked-lead.js';

/** Thirds of 1 Jan to 31 Mar (90 days): 1 to 30 Jan, 31 Jan to 29 Feb, 1 to 31 Mar. */
const TOLD: readonly Told[] = [
  ['2024-01-01', -1, 0, '60.00'],
  ['2024-01-02', -2, 0, '40.00'],
  ['2024-01-30', 0, 1, '80.00'],
  ['2024-01-30', 0, -2, '20.00'],
  ['2024-01-31', -1, 0, '10.00'],
  ['2024-02-29', 0, 1, '10.00'],
  ['2024-03-01', 1, 0, '75.00'],
  ['2024-03-02', -1, 0, '25.00'],
  ['2024-03-03', 0, -2, '50.00'],
  ['2024-03-31', 0, -2, '50.00'],
];

describe('roleDrift', () => {
  const lead = toldLead(TOLD, { operators: 2 });
  const { days, operators } = roleDrift(lead);

  it('gives the shares of thirds, half open, as counted by hand', () => {
    expect(days).toEqual(['2024-01-01', '2024-01-31', '2024-03-01', '2024-03-31']);
    const [first] = operators;
    expect(first!.operator).toBe(0);
    expect(first!.thirds).toEqual([
      {
        transfers: 4,
        fromPayers: 0.6,
        fromOperators: 0,
        toOperators: 0.8,
        out: 0.2,
        position: { paidBy: 'others', pays: 'operators' },
      },
      { transfers: 2, fromPayers: null, fromOperators: null, toOperators: null, out: null, position: null },
      {
        transfers: 4,
        fromPayers: 0.25,
        fromOperators: 0.75,
        toOperators: 0,
        out: 1,
        position: { paidBy: 'operators', pays: 'others' },
      },
    ]);
    expect(first!.changed).toBe(true);
    expect(first!.sentence).toContain('BANK0 C001-0 changed its position: first third paid mostly by others');
  });

  it('says nothing of an account with fewer than three transfers in a third', () => {
    expect(operators[1]).toMatchObject({ operator: 1, changed: false });
    expect(operators[1]!.sentence).toContain('shows too little for a position');
  });

  it('goes by the currency of most transfers, and counts where no amount is stated', () => {
    const foreign = TOLD.map(([day, from, to, amount], i): Told => [
      day,
      from,
      to,
      amount,
      { currency: i < 2 ? 'USD' : 'EUR' },
    ]);
    expect(roleDrift(toldLead(foreign, { operators: 2 })).operators[0]!.thirds[0].transfers).toBe(2);
    const bare = TOLD.map(([day, from, to]): Told => [day, from, to, null]);
    const counted = roleDrift(toldLead(bare, { operators: 2 })).operators[0]!;
    expect([counted.currency, counted.thirds[0].fromPayers, counted.thirds[0].toOperators]).toEqual([null, 0.5, 0.5]);
    expect(counted.thirds[0].position).toEqual({ paidBy: 'others', pays: 'both' });
  });

  it('cannot be told without clock times', () => {
    expect(roleDrift(withoutClock(lead))).toMatchObject({ days: null, operators: [] });
  });

  it('puts all transfers of one instant into the first third', () => {
    const told = TOLD.map(([, from, to, amount]): Told => ['2024-01-01', from, to, amount]);
    const { thirds } = roleDrift(toldLead(told, { operators: 2 })).operators[0]!;
    expect(thirds.map(({ transfers }) => transfers)).toEqual([10, 0, 0]);
  });
});
