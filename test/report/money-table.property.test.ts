import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMinor, toMinor } from '../../src/foundation/index.js';
import { moneyCell, moneyTable } from '../../src/report/money-table.js';

const PARTS = ['toCounted', 'stayed', 'otherIn', 'movedPaid', 'onward', 'otherOut', 'inCash', 'paidBack'] as const;

/** A line as a case holds it: what went out in two ways is the same money as what went out in four. */
const line = fc
  .record({
    parts: fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: PARTS.length, maxLength: PARTS.length }),
    exchanged: fc.bigInt({ min: 0n, max: 1000n }),
    held: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    digits: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ parts, exchanged, held, digits }) => {
    const [toCounted, stayed, otherIn, movedPaid, onward, otherOut, cash, back] = parts as [
      ...[bigint, bigint, bigint, bigint],
      ...[bigint, bigint, bigint, bigint],
    ];
    const out = onward + otherOut;
    const inCash = cash > out ? out : cash;
    const paidBack = back > out - inCash ? out - inCash : back;
    const text = (minor: bigint): string => formatMinor(minor, digits);
    return {
      digits,
      held: text(held),
      line: {
        exceptional: text(toCounted + stayed),
        toCounted: text(toCounted),
        arrived: text(stayed + exchanged),
        otherIn: text(otherIn),
        movedPaid: text(movedPaid),
        movedReceived: text(movedPaid + exchanged),
        onward: text(onward),
        otherOut: text(otherOut),
        inCash: text(inCash),
        paidBack: text(paidBack),
        toOtherLeads: text(0n),
        elsewhere: text(out - inCash - paidBack),
      },
    };
  });

describe('the table of money', () => {
  it('adds up: terms to the sum under them, parts to the sum above, in less out to what is not seen leaving', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (made) => {
        const lead = {
          money: made.map((one, i) => ({ currency: `C${String(i)}`, ...one.line })),
          held: [{ rule: 'fifo', sums: made.map(({ held }, i) => ({ currency: `C${String(i)}`, amount: held })) }],
        };
        const { currencies, rows } = moneyTable(lead);
        expect(currencies).toEqual(lead.money.map(({ currency }) => currency));
        currencies.forEach((_, i) => {
          const minor = (amount: string): bigint => toMinor(amount, 20);
          const [sums, terms]: [bigint[], bigint[]] = [[], []];
          let [open, parts, isSplit] = [0n, 0n, false];
          for (const { kind, amounts } of rows) {
            const amount = minor(amounts[i]!);
            if (kind === 'term') open += amount;
            if (kind === 'part') [parts, isSplit] = [parts + amount, true];
            if (kind !== 'sum') continue;
            sums.push(amount);
            terms.push(open);
            open = 0n;
          }
          const [into, out, left] = sums as [bigint, bigint, bigint];
          expect(terms).toEqual([into, out, left - into + out]);
          if (isSplit) expect(parts).toBe(out);
          const moved = rows.find(({ title }) => title === 'Moved between its accounts');
          expect(minor(moved?.amounts[i] ?? '0')).toBe(minor(lead.money[i]!.movedPaid));
          expect(minor(rows.at(-1)!.amounts[i]!)).toBe(minor(made[i]!.held));
        });
      }),
    );
  });

  it('leaves out lines that say nothing, and none of its sums', () => {
    const none = { arrived: '0', otherIn: '0', movedPaid: '0', movedReceived: '0', onward: '0', otherOut: '0' };
    const ways = { inCash: '0', paidBack: '0', toOtherLeads: '0', elsewhere: '0' };
    const { rows } = moneyTable({
      money: [{ currency: 'EUR', exceptional: '0', toCounted: '0', ...none, ...ways }],
      held: [],
    });
    expect(rows.map(({ title }) => title)).toEqual([
      'Exceptional payments into the lead',
      'Came into its accounts',
      'Went out of its accounts',
      'In less out: not seen leaving',
    ]);
    expect(moneyTable({ money: [], held: [] })).toMatchObject({ currencies: [] });
    expect(moneyCell('-1234.50')).toBe('−1,234.50');
  });
});
