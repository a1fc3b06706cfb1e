import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding } from '../../src/evidence/index.js';
import { HOUR_MS } from '../../src/foundation/index.js';
import { type TransferInput } from '../../src/ledger/index.js';
import { type Detection, type DetectionContext, runDetectors } from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';
import { findingsOf } from '../support/detector-contract.js';
import { PLAIN_FAN } from '../support/plain-patterns.js';

const at = (payer: string, beneficiary: string, hour: number, amount = '100', currency = 'EUR'): TransferInput => ({
  payer,
  beneficiary,
  timeMs: hour * HOUR_MS,
  amount,
  currency,
});

function detect(context: DetectionContext, id: string, parameters: Record<string, number> = {}): Detection {
  return runDetectors(context, { only: [id], parameters: { [id]: parameters } })[0]!.detection;
}

function find(transfers: readonly TransferInput[], id: string, parameters: Record<string, number> = {}): Finding[] {
  const [run] = runDetectors(contextOf(transfers), { only: [id], parameters: { [id]: parameters } });
  return [...findingsOf(run!)];
}

const measure = (finding: Finding | undefined, name: string): unknown =>
  finding?.measured.find((candidate) => candidate.name === name)?.value;

describe('fans', () => {
  it('report each run of overlapping windows once, and how long the run was', () => {
    const paid = [0, 10, 20, 30, 40, 300, 310, 320].map((hour, i) => at(`payer-${i}`, 'centre', hour));
    const found = find(paid, 'fan-in', { ...PLAIN_FAN, minPayers: 3, windowHours: 20 });
    expect(found.map((finding) => finding.rows)).toEqual([
      [0, 1, 2],
      [5, 6, 7],
    ]);
    expect(measure(found[0], 'windowsInRun')).toBe(3);
    expect(measure(found[0], 'runSpanHours')).toBe(40);
    expect(measure(found[0], 'amount')).toBe('300');
  });

  it('sum each currency for itself', () => {
    const paid = ['EUR', 'USD', 'EUR'].map((currency, i) => at(`payer-${i}`, 'centre', i, '10.25', currency));
    const amounts = find(paid, 'fan-in', { minPayers: 3 })[0]?.measured.filter(({ name }) => name === 'amount');
    expect(amounts).toEqual([
      { name: 'amount', value: '20.50', unit: 'money', currency: 'EUR' },
      { name: 'amount', value: '10.25', unit: 'money', currency: 'USD' },
    ]);
  });

  it('see the accounts of one holder as one', () => {
    const paid = Array.from({ length: 10 }, (_, i) => ({
      ...at(`payer-${i}`, 'centre', i),
      payerHolder: `h${i % 9}`,
      payerHolderId: `h${i % 9}`,
    }));
    expect(find(paid, 'fan-in', { minPayers: 10 })).toEqual([]);
    expect(find(paid, 'fan-in', { minPayers: 9 })).toHaveLength(1);
  });
});

describe('gather-scatter, funded', () => {
  it('looks at each currency for itself', () => {
    const into = Array.from({ length: 5 }, (_, i) => at(`payer-${i}`, 'centre', i));
    const outOf = (currency: string): TransferInput[] =>
      Array.from({ length: 3 }, (_, i) => at('centre', `receiver-${i}`, 10 + i, '150', currency));
    expect(find([...into, ...outOf('USD')], 'gather-scatter', { exchanged: 0 })).toEqual([]);
    // Exchanged on the way: there is nothing to compare, and the finding says so.
    const [reduced] = find([...into, ...outOf('USD')], 'gather-scatter');
    expect(reduced?.strength).toBe(0.6);
    expect(measure(reduced, 'passedShare')).toBeUndefined();
    const [found] = find([...into, ...outOf('EUR')], 'gather-scatter');
    expect(measure(found, 'passedShare')).toBe(0.9);
    expect(measure(found, 'amountIn')).toBe('500');
    expect(measure(found, 'amountOut')).toBe('450');
  });

  it('does not count what went out before anything came in', () => {
    const early = Array.from({ length: 3 }, (_, i) => at('centre', `receiver-${i}`, i, '200'));
    const late = Array.from({ length: 5 }, (_, i) => at(`payer-${i}`, 'centre', 10 + i));
    expect(find([...early, ...late], 'gather-scatter')).toEqual([]);
    expect(find([...early, ...late], 'gather-scatter', { mode: 0 })).toHaveLength(1);
  });

  it('agrees with following each coin, for one account and one window', () => {
    const event = fc.tuple(fc.boolean(), fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.nat(4));
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 10 }),
        (events, tenths) => {
          const transfers = events.map(([isIn, hour, amount, partner]) =>
            isIn ? at(`p${partner}`, 'h', hour, String(amount)) : at('h', `r${partner}`, hour, String(amount)),
          );
          const parameters = { minPayers: 1, minReceivers: 1, windowHours: 9, minPassedShare: tenths / 10 };
          const found = find(transfers, 'gather-scatter', parameters).filter(
            ({ rows }) => rows.length === events.length,
          );
          // One coin per unit of money: each leaves with the first later payment that has room.
          const coins = events.flatMap(([isIn, hour, amount]) => (isIn ? Array<number>(amount).fill(hour) : [])).sort();
          const credited = coins.length;
          let passed = 0;
          const debits = events.filter(([isIn]) => !isIn).sort((a, b) => a[1] - b[1]);
          for (const [, hour, amount] of debits) {
            for (let unit = 0; unit < amount && coins.length > 0 && coins[0]! < hour; unit++) {
              coins.shift();
              passed++;
            }
          }
          const bothSides = credited > 0 && debits.length > 0;
          expect(found.length > 0).toBe(bothSides && passed * 10 >= credited * tenths);
          if (found.length > 0) expect(measure(found[0], 'passedShare')).toBeCloseTo(passed / credited, 3);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('scatter-gather', () => {
  const ways = (count: number): TransferInput[] =>
    Array.from({ length: count }, (_, i) => [
      at('source', `way-${i}`, i),
      at(`way-${i}`, 'target', i + 5, '90'),
    ]).flat();

  it('measures what was scattered and gathered, and names the payer as payer only', () => {
    const context = contextOf(ways(3));
    const [run] = runDetectors(context, { only: ['scatter-gather'] });
    const [found] = findingsOf(run!);
    const name = (account: number): string => context.graph.ledger.accounts.key(account).account;
    expect(found?.payers.map(name)).toEqual(['source']);
    expect(found?.subjects.map(name)).toEqual(['target', 'way-0', 'way-1', 'way-2']);
    expect(measure(found, 'between')).toBe(3);
    expect(measure(found, 'amountScattered')).toBe('300');
    expect(measure(found, 'amountGathered')).toBe('270');
    expect(measure(found, 'spanHours')).toBe(7);
  });

  it('holds to the dwell, inclusive', () => {
    expect(find(ways(3), 'scatter-gather', { dwellHours: 5 })).toHaveLength(1);
    expect(find(ways(3), 'scatter-gather', { dwellHours: 4.9 })).toEqual([]);
  });

  it('leaves out payers that need too many steps, and says so', () => {
    const many = [...ways(3), ...ways(3).map((transfer) => ({ ...transfer, timeMs: transfer.timeMs + 1 }))];
    expect(detect(contextOf(many), 'scatter-gather', { maxStepsPerPayer: 3 })).toMatchObject({
      findings: { items: [], complete: false, stoppedBy: 'maxStepsPerPayer 3' },
      remarks: ['Payers left out because they needed too many steps of search: 1'],
    });
  });
});

describe('round trips', () => {
  const circle = (amounts: readonly string[], start = 0): TransferInput[] =>
    amounts.map((amount, i) => at(`hop-${i}`, `hop-${(i + 1) % amounts.length}`, start + i, amount));

  it('are found once per set of accounts, with the earliest as proof', () => {
    const found = find([...circle(['100', '90', '80'], 50), ...circle(['10', '9', '8'])], 'round-trip');
    expect(found).toHaveLength(1);
    expect(found[0]?.rows).toEqual([0, 1, 2]);
    expect(measure(found[0], 'cyclesOnTheseAccounts')).toBeGreaterThan(1);
    expect(measure(found[0], 'firstAmount')).toBe('10');
    expect(measure(found[0], 'lastAmount')).toBe('8');
  });

  it('prefer the larger amount between equal times', () => {
    const transfers = [...circle(['10', '9', '8']), at('hop-0', 'hop-1', 0, '70')];
    const context = contextOf(transfers);
    const [run] = runDetectors(context, { only: ['round-trip'], parameters: { 'round-trip': { minLegMatch: 0 } } });
    expect(measure(findingsOf(run!)[0], 'firstAmount')).toBe('70');
  });

  it('ask for comparable amounts unless told not to, and compare none of different currencies', () => {
    expect(find(circle(['100', '49', '25']), 'round-trip', { minLegMatch: 0 })).toHaveLength(1);
    expect(find(circle(['100', '50', '25']), 'round-trip')).toHaveLength(1);
    expect(find(circle(['100', '50', '25']), 'round-trip', { minLegMatch: 0.5 })).toHaveLength(1);
    expect(find(circle(['100', '49', '25']), 'round-trip', { minLegMatch: 0.5 })).toEqual([]);
  });

  it('of two accounts are found only where asked for', () => {
    expect(find(circle(['5', '5']), 'round-trip')).toEqual([]);
    expect(find(circle(['5', '5']), 'round-trip', { minAccounts: 2 })).toHaveLength(1);
  });

  it('hold to the greatest number of accounts', () => {
    const five = circle(['5', '5', '5', '5', '5']);
    expect(find(five, 'round-trip', { maxAccounts: 4 })).toEqual([]);
    expect(find(five, 'round-trip', { maxAccounts: 5 })).toHaveLength(1);
  });

  it('say when the search was not finished', () => {
    const transfers = Array.from({ length: 60 }, (_, i) => at(`a${i % 5}`, `a${(i * 3 + 1) % 5}`, i));
    const detection = detect(contextOf(transfers), 'round-trip', { maxCycles: 4 });
    expect(detection).toMatchObject({ findings: { complete: false, stoppedBy: 'maxCycles 4' } });
    expect(detection.status === 'evaluated' ? detection.remarks : []).toEqual([
      'The search for cycles met a limit (maxCycles 4); more may exist',
    ]);
  });
});
