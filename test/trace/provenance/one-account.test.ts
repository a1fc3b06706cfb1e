import { describe, expect, it } from 'vitest';
import { formatFraction } from '../../../src/foundation/index.js';
import {
  followAccount,
  type OriginPart,
  pariPassu,
  roundParts,
  type StatementEntry,
  type StatementOptions,
} from '../../../src/trace/index.js';

/** `P +10` is a credit, `w1 -10` a debit; `@3` behind it a time. */
function statement(text: string): StatementEntry[] {
  return text.split(', ').map((entry) => {
    const [name = '', amount = '', time] = entry.split(/[ @]/);
    const at = time === undefined ? {} : { time: Number(time) };
    return amount.startsWith('+') ? { name, credit: amount.slice(1), ...at } : { name, debit: amount.slice(1), ...at };
  });
}

const show = (parts: readonly OriginPart[]): string =>
  parts.map(({ origin, amount }) => `${origin} ${formatFraction(amount)}`).join(', ');

/** Every payment and what is left, as text. */
function story(text: string, rule: NonNullable<StatementOptions['rule']>, claim: string[] = []): string[] {
  const { payments, left } = followAccount(statement(text), { rule, claim });
  return [...payments.map(({ parts }) => show(parts)), show(left)];
}

describe('O1', () => {
  const text = 'P +10, M +10, w1 -10, K +10, w2 -10';
  it.each([
    ['fifo', ['P 10', 'M 10', 'K 10']],
    ['lifo', ['M 10', 'K 10', 'P 10']],
    ['pro-rata', ['P 5, M 5', 'P 5/2, M 5/2, K 5', 'P 5/2, M 5/2, K 5']],
    ['lowest-intermediate-balance', ['M 10', 'K 10', 'P 10']],
    ['taint-first', ['P 10', 'M 5, K 5', 'M 5, K 5']],
  ] as const)('%s', (rule, expected) => {
    expect(story(text, rule, ['P'])).toEqual(expected);
  });

  it('pari passu, at the end and before w2', () => {
    expect(show(pariPassu(statement(text)))).toBe('P 10/3, M 10/3, K 10/3');
    const timed = statement('P +10@1, M +10@2, w1 -10@3, K +10@4, w2 -10@5');
    expect(show(pariPassu(timed, { until: 4 }))).toBe('P 20/3, M 20/3, K 20/3');
  });

  it('E1: prints 10.00 as parts that add up', () => {
    const parts = pariPassu(statement(text)).map(({ amount }) => amount);
    expect(roundParts(parts, 100n)).toEqual([334n, 333n, 333n]);
  });
});

describe('O2', () => {
  const text = 'own +100000, trust +200000, car -75000, other -179500';
  const trust = (rule: NonNullable<StatementOptions['rule']>): string[] => {
    const { payments, left } = followAccount(statement(text), { rule, claim: ['trust'] });
    return [...payments.map(({ parts }) => parts), left].map((parts) => {
      const part = parts.find(({ origin }) => origin === 'trust');
      return part === undefined ? '0' : formatFraction(part.amount);
    });
  };
  it.each([
    ['lowest-intermediate-balance', ['0', '154500', '45500']],
    ['fifo', ['0', '154500', '45500']],
    ['pro-rata', ['50000', '359000/3', '91000/3']],
    ['lifo', ['75000', '125000', '0']],
    ['taint-first', ['75000', '125000', '0']],
  ] as const)('%s', (rule, expected) => {
    expect(trust(rule)).toEqual(expected);
  });

  it('pari passu equals pro rata, as nothing came in after the first debit', () => {
    expect(show(pariPassu(statement(text)))).toBe('own 45500/3, trust 91000/3');
  });
});

describe('O3: no refill', () => {
  const text = 'own +200, T +1000, w -1100, clean +900';
  it.each([
    ['fifo', ['own 200, T 900', 'T 100, clean 900']],
    ['lowest-intermediate-balance', ['own 200, T 900', 'clean 900, T 100']],
    ['pro-rata', ['own 550/3, T 2750/3', 'own 50/3, T 250/3, clean 900']],
    ['lifo', ['T 1000, own 100', 'own 100, clean 900']],
    ['taint-first', ['T 1000, own 100', 'own 100, clean 900']],
  ] as const)('%s', (rule, expected) => {
    expect(story(text, rule, ['T'])).toEqual(expected);
  });

  it('pari passu gives more than the account had held of it', () => {
    expect(show(pariPassu(statement(text)))).toBe('own 2000/21, T 10000/21, clean 3000/7');
  });
});

describe('O5: zero crossing', () => {
  const text = 'A +500, w -500, B +300';
  it.each(['fifo', 'lifo', 'pro-rata', 'lowest-intermediate-balance', 'taint-first'] as const)('%s', (rule) => {
    for (const claim of [['A'], ['B']]) expect(story(text, rule, claim)).toEqual(['A 500', 'B 300']);
  });

  it('pari passu looks past it', () => {
    expect(show(pariPassu(statement(text)))).toBe('A 375/2, B 225/2');
  });
});

describe('O6: ties', () => {
  const left = (text: string, rule: NonNullable<StatementOptions['rule']>, claim: string): [string, boolean] => {
    const followed = followAccount(statement(text), { rule, claim: [claim] });
    return [show(followed.left), followed.tieSensitive];
  };
  const aFirst = 'A +100@1, B +100@1, w -100@2';
  const bFirst = 'B +100@1, A +100@1, w -100@2';

  it('change fifo and lifo, which say so', () => {
    expect(left(aFirst, 'fifo', 'A')).toEqual(['B 100', true]);
    expect(left(bFirst, 'fifo', 'A')).toEqual(['A 100', true]);
    expect(left(aFirst, 'lifo', 'A')).toEqual(['A 100', true]);
    expect(left(bFirst, 'lifo', 'A')).toEqual(['B 100', true]);
  });

  it('change no other rule', () => {
    expect(left(aFirst, 'pro-rata', 'A')).toEqual(['A 50, B 50', false]);
    expect(left(bFirst, 'pro-rata', 'A')).toEqual(['B 50, A 50', false]);
    for (const text of [aFirst, bFirst]) {
      expect(left(text, 'lowest-intermediate-balance', 'A')).toEqual(['A 100', false]);
      expect(left(text, 'lowest-intermediate-balance', 'B')).toEqual(['B 100', false]);
      expect(left(text, 'taint-first', 'A')).toEqual(['B 100', false]);
      expect(left(text, 'taint-first', 'B')).toEqual(['A 100', false]);
    }
  });
});

describe('O7: all five differ', () => {
  const text = 'c1 +200, T +600, c2 +400, w -700';
  it.each([
    ['fifo', ['c1 200, T 500', 'T 100, c2 400']],
    ['lifo', ['c2 400, T 300', 'c1 200, T 300']],
    ['pro-rata', ['c1 350/3, T 350, c2 700/3', 'c1 250/3, T 250, c2 500/3']],
    ['lowest-intermediate-balance', ['c1 200, c2 400, T 100', 'T 500']],
    ['taint-first', ['T 600, c1 100/3, c2 200/3', 'c1 500/3, c2 1000/3']],
  ] as const)('%s', (rule, expected) => {
    expect(story(text, rule, ['T'])).toEqual(expected);
  });

  it('pari passu', () => {
    expect(show(pariPassu(statement(text)))).toBe('c1 250/3, T 250, c2 500/3');
  });

  it('keeps the order of arrival inside a class on request', () => {
    const { left } = followAccount(statement(text), { rule: 'taint-first', claim: ['T'], within: 'fifo' });
    expect(show(left)).toBe('c1 100, c2 400');
  });
});

describe('E3: unknown opening against overdraft', () => {
  const text = 'T +100, w1 -150, T2 +30, w2 -20';
  const rules = ['fifo', 'lifo', 'pro-rata', 'lowest-intermediate-balance', 'taint-first'] as const;
  const parts = (list: readonly OriginPart[]): string[] => show(list).split(', ').sort();

  it.each(rules)('%s: the least opening balance', (rule) => {
    const { payments, left, opening } = followAccount(statement(text), { rule, claim: ['T', 'T2'] });
    expect(payments.map((payment) => parts(payment.parts))).toEqual([['T 100', 'opening 50'], ['T2 20']]);
    expect([show(left), formatFraction(opening)]).toEqual(['T2 10', '50']);
  });

  it.each(rules)('%s: what was lent is repaid first', (rule) => {
    const options = { rule, claim: ['T', 'T2'], shortfall: 'repay' as const };
    const { payments, left, absorbed, owed } = followAccount(statement(text), options);
    expect(payments.map((payment) => parts(payment.parts))).toEqual([['T 100', 'credit 50'], ['credit 20']]);
    expect([show(left), show(absorbed), formatFraction(owed)]).toEqual(['', 'T2 30', '40']);
  });
});

describe('E4: Roscoe v Winder, in pence', () => {
  const text = 'T +109427, w -103211, clean +79769';
  it.each(['fifo', 'lifo', 'pro-rata', 'lowest-intermediate-balance', 'taint-first'] as const)('%s', (rule) => {
    expect(story(text, rule, ['T'])[1]!.split(', ').sort()).toEqual(['T 6216', 'clean 79769']);
  });
});

describe('E2: printing O4 pro rata at C', () => {
  const text = 'salary +2000, p1 +3000, p2 +3000, p3 +3000, p4 +3000, p5 +3000, cash -9000, transfer -6000';
  it('rounds each item so that it adds up', () => {
    const { payments, left } = followAccount(statement(text), { rule: 'pro-rata' });
    const cents = (parts: readonly OriginPart[]): bigint[] =>
      roundParts(
        parts.map(({ amount }) => amount),
        100n,
      );
    expect(cents(payments[0]!.parts)).toEqual([105882n, 158824n, 158824n, 158824n, 158823n, 158823n]);
    expect(cents(payments[1]!.parts)).toEqual([70588n, 105883n, 105883n, 105882n, 105882n, 105882n]);
    expect(cents(left)).toEqual([23530n, 35294n, 35294n, 35294n, 35294n, 35294n]);
  });
});

describe('what followAccount asks for', () => {
  it.each([
    [{ rule: 'taint-first' }, 'claim-missing'],
    [{ rule: 'poison' }, 'tracing-rule'],
    [{ rule: 'tiho' }, 'tracing-rule'],
    [{ rules: 'fifo' }, 'unknown-option'],
  ])('%j: %s', (options, code) => {
    expect(() => followAccount([], options as StatementOptions)).toThrow(expect.objectContaining({ code }));
  });

  it('amounts that are decimals, and names that are free', () => {
    expect(() => followAccount(statement('P +x'))).toThrow(expect.objectContaining({ code: 'statement-amount' }));
    expect(() => followAccount(statement('credit +1'))).toThrow(expect.objectContaining({ code: 'statement-name' }));
  });

  it('nothing of an empty statement', () => {
    expect(followAccount([])).toMatchObject({ payments: [], left: [], absorbed: [], tieSensitive: false });
    expect(pariPassu([])).toEqual([]);
  });

  it('a known opening balance wins; what is paid beyond it was lent', () => {
    const { payments, owed } = followAccount(statement('w -30'), { opening: '10.50' });
    expect([show(payments[0]!.parts), formatFraction(owed)]).toEqual(['opening 21/2, credit 39/2', '39/2']);
  });
});
