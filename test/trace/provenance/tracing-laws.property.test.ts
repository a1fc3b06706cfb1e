import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  ZERO,
} from '../../../src/foundation/index.js';
import {
  followAccount,
  type OriginPart,
  pariPassu,
  type StatementEntry,
  type StatementOptions,
} from '../../../src/trace/index.js';

// The laws L1 to L14 on one account. L4 (they do not hold downstream) is the example E5.

type Rule = NonNullable<StatementOptions['rule']>;
interface Line {
  readonly name: string;
  readonly amount: number;
  readonly isCredit: boolean;
}

const RULES = ['fifo', 'lifo', 'pro-rata', 'lowest-intermediate-balance', 'taint-first'] as const;
const CLAIM = ['A', 'B'];

/** Statements that are never overdrawn: a debit beyond the balance becomes a credit. */
const statements: fc.Arbitrary<Line[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom('A', 'B', 'x', 'y'),
      amount: fc.integer({ min: 1, max: 9 }),
      isCredit: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((lines) => {
    let balance = 0;
    return lines.map((line) => {
      const isCredit = line.isCredit || line.amount > balance;
      balance += isCredit ? line.amount : -line.amount;
      return { ...line, isCredit };
    });
  });

const entry = ({ name, amount, isCredit }: Line): StatementEntry =>
  isCredit ? { name, credit: String(amount) } : { name, debit: String(amount) };

const left = (lines: readonly Line[], rule: Rule, claim: readonly string[] = CLAIM): readonly OriginPart[] =>
  followAccount(lines.map(entry), { rule, claim }).left;

const sum = (parts: readonly OriginPart[], names?: readonly string[]): Fraction =>
  parts.reduce(
    (total, { origin, amount }) => ((names?.includes(origin) ?? true) ? addFractions(total, amount) : total),
    ZERO,
  );

const claimed = (lines: readonly Line[], rule: Rule, claim: readonly string[] = CLAIM): Fraction =>
  sum(left(lines, rule, claim), claim);

const byOrigin = (parts: readonly OriginPart[]): OriginPart[] =>
  [...parts].sort((a, b) => (a.origin < b.origin ? -1 : 1));

const balance = (lines: readonly Line[]): number =>
  lines.reduce((total, { isCredit, amount }) => total + (isCredit ? amount : -amount), 0);

const forEachStatement = (check: (lines: Line[]) => void, numRuns = 200): void => {
  fc.assert(fc.property(statements, check), { numRuns });
};

describe.each(RULES)('%s', (rule) => {
  it('L1, L2: parts add up to each payment and to the balance; 0 <= claimed <= balance', () => {
    forEachStatement((lines) => {
      const { payments, left: rest } = followAccount(lines.map(entry), { rule, claim: CLAIM });
      const debits = lines.filter(({ isCredit }) => !isCredit);
      expect(payments.map(({ parts }) => sum(parts))).toEqual(debits.map(({ amount }) => fraction(BigInt(amount))));
      expect(sum(rest)).toEqual(fraction(BigInt(balance(lines))));
      for (const { amount } of [...payments.flatMap(({ parts }) => parts), ...rest]) {
        expect(amount.numerator > 0n).toBe(true);
      }
    });
  });

  it('L3: on one account, after every event, taint-first <= claimed <= lowest intermediate balance', () => {
    forEachStatement((lines) => {
      lines.forEach((_, end) => {
        const now = lines.slice(0, end + 1);
        const amount = claimed(now, rule);
        expect(compareFractions(claimed(now, 'taint-first'), amount)).toBeLessThanOrEqual(0);
        expect(compareFractions(amount, claimed(now, 'lowest-intermediate-balance'))).toBeLessThanOrEqual(0);
      });
    }, 60);
  });

  it('L7: splitting a debit in two changes nothing that is left', () => {
    forEachStatement((lines) => {
      const split = lines.flatMap((line) =>
        line.isCredit || line.amount === 1
          ? [line]
          : [
              { ...line, amount: 1 },
              { ...line, amount: line.amount - 1 },
            ],
      );
      expect(left(split, rule)).toEqual(left(lines, rule));
    });
  });

  it('L8: n times all amounts, n times the result', () => {
    forEachStatement((lines) => {
      const threefold = lines.map((line) => ({ ...line, amount: 3 * line.amount }));
      const expected = left(lines, rule).map((part) => ({
        ...part,
        amount: multiplyFractions(part.amount, fraction(3n)),
      }));
      expect(left(threefold, rule)).toEqual(expected);
    });
  });

  it('L11: a clean credit after the last debit changes no claimed amount', () => {
    forEachStatement((lines) => {
      const more = [...lines, { name: 'x', amount: 5, isCredit: true }];
      expect(claimed(more, rule)).toEqual(claimed(lines, rule));
    });
  });

  it('L12: no payment depends on what comes later', () => {
    forEachStatement((lines) => {
      const half = lines.slice(0, lines.length >> 1);
      const all = followAccount(lines.map(entry), { rule, claim: CLAIM }).payments;
      expect(all.slice(0, half.filter(({ isCredit }) => !isCredit).length)).toEqual(
        followAccount(half.map(entry), { rule, claim: CLAIM }).payments,
      );
    });
  });

  it('L13: once the balance is 0 no earlier origin is ever left', () => {
    forEachStatement((lines) => {
      const rest = balance(lines);
      const emptied = rest === 0 ? lines : [...lines, { name: 'w', amount: rest, isCredit: false }];
      const after = [...emptied, { name: 'late', amount: 4, isCredit: true }];
      expect(left(after, rule)).toEqual([{ origin: 'late', amount: fraction(4n) }]);
    });
  });

  it('L14: other names, the same result under other names', () => {
    const rename = (name: string): string => `${name}'`;
    forEachStatement((lines) => {
      const renamed = lines.map((line) => ({ ...line, name: rename(line.name) }));
      const expected = left(lines, rule).map(({ origin, amount }) => ({ origin: rename(origin), amount }));
      expect(left(renamed, rule, CLAIM.map(rename))).toEqual(expected);
    });
  });
});

describe('laws of some rules', () => {
  it.each(['pro-rata', 'lowest-intermediate-balance', 'taint-first'] as const)(
    'L6: %s does not ask which of two neighbouring credits came first',
    (rule) => {
      forEachStatement((lines) => {
        lines.forEach((_, at) => {
          if (at === 0 || !lines[at]!.isCredit || !lines[at - 1]!.isCredit) return;
          const turned = [...lines.slice(0, at - 1), lines[at]!, lines[at - 1]!, ...lines.slice(at + 1)];
          expect(byOrigin(left(turned, rule))).toEqual(byOrigin(left(lines, rule)));
        });
      }, 80);
    },
  );

  it.each(['fifo', 'lifo', 'pro-rata'] as const)('L9: %s adds up over claims', (rule) => {
    forEachStatement((lines) => {
      const parts = addFractions(claimed(lines, rule, ['A']), claimed(lines, rule, ['B']));
      expect(parts).toEqual(claimed(lines, rule, ['A', 'B']));
    });
  });

  it('L10: lowest intermediate balance of a claim is taint-first of all the rest', () => {
    const within = ['proportional', 'fifo'] as const;
    for (const option of within) {
      forEachStatement((lines) => {
        const story = (rule: Rule, claim: string[]): OriginPart[] =>
          byOrigin(followAccount(lines.map(entry), { rule, claim, within: option }).left);
        expect(story('lowest-intermediate-balance', CLAIM)).toEqual(story('taint-first', ['x', 'y', 'opening']));
      });
    }
  });

  it('L5: pari passu equals pro rata while nothing comes in after the first debit', () => {
    forEachStatement((lines) => {
      const first = lines.findIndex(({ isCredit }) => !isCredit);
      const end = lines.findIndex(({ isCredit }, at) => isCredit && at > first && first >= 0);
      const now = end < 0 ? lines : lines.slice(0, end);
      expect(byOrigin(pariPassu(now.map(entry)))).toEqual(byOrigin(left(now, 'pro-rata')));
    });
  });

  it('the least opening balance is least: one unit less would be overdrawn', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -9, max: 9 }).filter((amount) => amount !== 0),
          { maxLength: 10 },
        ),
        (amounts) => {
          const lines = amounts.map((amount) => ({ name: 'A', amount: Math.abs(amount), isCredit: amount > 0 }));
          const { opening } = followAccount(lines.map(entry));
          const lowest = Math.min(0, ...lines.map((_, end) => balance(lines.slice(0, end + 1))));
          expect(opening).toEqual(subtractFractions(ZERO, fraction(BigInt(lowest))));
        },
      ),
    );
  });
});
