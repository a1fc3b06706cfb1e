import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyOfLead } from '../../../src/disclosure/document/mint-money.js';
import { sameAmountsOf } from '../../../src/disclosure/document/same-amounts.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { madeLeadView } from '../../support/lead-view.js';

const NAMES = ['op-a', 'op-b', 'helper', 'payer-1', 'payer-2', 'payer-3', 'shop', 'other-lead'];
const OPERATORS = new Set(['op-a', 'op-b']);
const GROUP = new Set(['op-a', 'op-b', 'helper']);

const transfers = fc
  .array(
    fc.record({
      payer: fc.constantFrom(...NAMES),
      beneficiary: fc.constantFrom(...NAMES),
      timeMs: fc.integer({ min: 0, max: 8 }),
      amount: fc.constantFrom('1', '2.5', '10', '0.25'),
      currency: fc.constantFrom('EUR', 'USD'),
      receivedAmount: fc.constantFrom('1', '2.5', '40'),
      receivedCurrency: fc.constantFrom('EUR', 'USD', 'TRY'),
      channel: fc.constantFrom('cash' as const, 'wire' as const),
    }),
    { minLength: 1, maxLength: 30 },
  )
  // So that everybody occurs.
  .map((some): TransferInput[] => [
    ...some,
    ...NAMES.map((payer, i) => ({ payer, beneficiary: NAMES[(i + 1) % NAMES.length]!, timeMs: 9 })),
  ]);

const minor = (amount: string): number => Math.round(Number(amount) * 100);

describe('all money of the operators of a lead', () => {
  it('is what plain adding finds, in parts that add up', () => {
    fc.assert(
      fc.property(transfers, (given) => {
        const view = madeLeadView(given, {
          operators: ['op-a', 'op-b'],
          companions: ['helper'],
          others: ['other-lead'],
        });
        const lines = moneyOfLead(view);
        const isOurs = (name: unknown): boolean => OPERATORS.has(name as string);
        const isGroup = (name: unknown): boolean => GROUP.has(name as string);
        const senders = new Set(given.filter((one) => isOurs(one.beneficiary)).map(({ payer }) => payer));
        for (const line of lines) {
          const sum = (side: 'paid' | 'received', holds: (one: TransferInput) => boolean): number =>
            given
              .filter((one) => holds(one) && one.payer !== one.beneficiary && one.amount !== undefined)
              .filter((one) => (side === 'paid' ? one.currency : one.receivedCurrency) === line.currency)
              .reduce((all, one) => all + minor((side === 'paid' ? one.amount : one.receivedAmount)!), 0);
          const into = (one: TransferInput): boolean => !isOurs(one.payer) && isOurs(one.beneficiary);
          const out = (one: TransferInput): boolean => isOurs(one.payer) && !isOurs(one.beneficiary);
          const inside = (one: TransferInput): boolean => isOurs(one.payer) && isOurs(one.beneficiary);
          const isExceptional = (one: TransferInput): boolean => !isGroup(one.payer) && isGroup(one.beneficiary);
          const isCash = ({ channel }: TransferInput): boolean => channel === 'cash';
          const isOther = (one: TransferInput): boolean => one.beneficiary === 'other-lead';
          const { currency, ...parts } = line;
          const numbers = Object.fromEntries(Object.entries(parts).map(([name, amount]) => [name, minor(amount)]));
          expect([currency, numbers]).toEqual([
            currency,
            {
              exceptional: sum('paid', isExceptional),
              toCounted: sum('paid', (one) => isExceptional(one) && !isOurs(one.beneficiary)),
              arrived: sum('received', (one) => isExceptional(one) && isOurs(one.beneficiary)),
              otherIn: sum('received', (one) => into(one) && !isExceptional(one)),
              movedPaid: sum('paid', inside),
              movedReceived: sum('received', inside),
              onward: sum('paid', (one) => out(one) && !isGroup(one.beneficiary)),
              otherOut: sum('paid', (one) => out(one) && isGroup(one.beneficiary)),
              inCash: sum('paid', (one) => out(one) && isCash(one)),
              toOtherLeads: sum('paid', (one) => out(one) && !isCash(one) && isOther(one)),
              paidBack: sum('paid', (one) => out(one) && !isCash(one) && !isOther(one) && senders.has(one.beneficiary)),
              elsewhere: sum(
                'paid',
                (one) => out(one) && !isCash(one) && !isOther(one) && !senders.has(one.beneficiary),
              ),
            },
          ]);
          expect(numbers['onward']! + numbers['otherOut']!).toBe(
            numbers['inCash']! + numbers['paidBack']! + numbers['toOtherLeads']! + numbers['elsewhere']!,
          );
        }
      }),
    );
  });
});

describe('amounts that many exceptional payments have', () => {
  const fees = (payers: number, amount: string): TransferInput[] =>
    Array.from({ length: payers }, (_, i) => ({
      payer: `payer-${String(i)}`,
      beneficiary: 'op-a',
      timeMs: i,
      amount,
      currency: 'EUR',
    }));
  const told = (given: TransferInput[]): ReturnType<typeof sameAmountsOf> =>
    sameAmountsOf(madeLeadView(given, { operators: ['op-a'] }));

  it('are told with how many payments and payers', () => {
    expect(told([...fees(24, '4500.00'), ...fees(6, '120')])).toEqual([
      { currency: 'EUR', amount: '4500', payments: 24, of: 30, payers: 24 },
      { currency: 'EUR', amount: '120', payments: 6, of: 30, payers: 6 },
    ]);
  });

  it('are not told of fewer than five payments, three payers, or a tenth', () => {
    expect(told(fees(4, '10'))).toEqual([]);
    expect(told(fees(5, '10'))).toHaveLength(1);
    expect(told([...fees(2, '10'), ...fees(2, '10'), ...fees(2, '10')])).toEqual([]);
    const single = (some: number): TransferInput[] =>
      fees(some, '1').map((one, i) => ({ ...one, amount: String(i + 100) }));
    expect(told([...fees(5, '10'), ...single(45)])).toHaveLength(1);
    expect(told([...fees(5, '10'), ...single(46)])).toEqual([]);
  });
});
