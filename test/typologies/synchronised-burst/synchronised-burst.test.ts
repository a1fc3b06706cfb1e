import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOfTypology } from '../../support/named-findings.js';

const START = Date.UTC(2023, 10, 15, 9);
type Departure = readonly [day: number, families: number];

function departures(
  list: readonly Departure[],
  name = (day: number, i: number) => `family-${day}-${i}`,
): TransferInput[] {
  return list.flatMap(([day, families]) =>
    Array.from({ length: families }, (_, i) =>
      pay(`${name(day, i)}>account`, START + day * DAY_MS + i * 60_000, '900'),
    ),
  );
}
const found = (transfers: readonly TransferInput[], parameters = {}): ReturnType<typeof findingsOfTypology> =>
  findingsOfTypology('synchronised-burst', transfers, { parameters });

describe('I27, synchronised bursts', () => {
  it('asks for three bursts that begin at least five days apart', () => {
    const frame: Departure = [60, 1];
    expect(found(departures([[0, 6], [5, 6], [30, 6], frame]))).toHaveLength(1);
    expect(found(departures([[0, 6], [4, 6], [30, 6], frame]))).toEqual([]);
    expect(found(departures([[0, 6], [30, 6], frame]))).toEqual([]);
  });

  it('takes bursts within a month for one collection', () => {
    const last = (day: number): number =>
      found(
        departures([
          [0, 6],
          [10, 6],
          [day, 6],
          [60, 1],
        ]),
      ).length;
    expect([last(29), last(30)]).toEqual([0, 1]);
  });

  it('joins hot days with one cold day between them', () => {
    const [finding] = found(
      departures([
        [0, 6],
        [2, 6],
        [20, 6],
        [40, 6],
        [80, 1],
      ]),
    );
    expect(finding?.measured.get('bursts')).toBe(3);
    expect(
      found(
        departures([
          [0, 6],
          [3, 6],
          [20, 6],
          [40, 6],
          [80, 1],
        ]),
      )[0]?.measured.get('bursts'),
    ).toBe(4);
  });

  it('takes nothing for a burst where as many pay every day', () => {
    const daily = Array.from({ length: 60 }, (_, day): Departure => [day, 5]);
    expect(found(departures(daily))).toEqual([]);
  });

  it('leaves out what recurs with the same families', () => {
    const list: Departure[] = [
      [0, 6],
      [30, 6],
      [60, 6],
    ];
    expect(found(departures(list))).toHaveLength(1);
    expect(found(departures(list, (_, i) => `tenant-${i}`))).toEqual([]);
    // Two thirds of the families come once only; with half of them coming again it still holds, with more it does not.
    expect(found(departures(list, (day, i) => (i < 2 ? `tenant-${i}` : `family-${day}-${i}`)))).toHaveLength(1);
  });

  it('looks at accounts that feed one together', () => {
    const spread = departures([
      [0, 6],
      [15, 6],
      [30, 6],
    ]).map((one, i) => ({ ...one, beneficiary: i % 2 === 0 ? 'left' : 'right' }));
    const onward = ['left', 'right'].map((one) => pay(`${one}>boss`, START + 40 * DAY_MS, '8000'));
    expect(found(spread)).toEqual([]);
    expect(found([...spread, ...onward])).toMatchObject([{ subjects: ['left', 'right'] }]);
  });
});
