import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  measureFacts,
  measureFlow,
  measureTransferSigns,
  mutualRelations,
  type SignColumn,
  TRANSFER_SIGN_DICTIONARY,
} from '../../src/features/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { ledgerOf, transfersArbitrary } from '../support/small-ledgers.js';
import { flowWorldArbitrary } from './flow-worlds.js';

const DAY = 86_400_000;

function measure(transfers: readonly TransferInput[]): SignColumn[] {
  return measureTransferSigns(measureFlow(buildTemporalGraph(createLedger(transfers).ledger)));
}

function column(signs: readonly SignColumn[], name: string): number[] {
  return [...signs.find((sign) => sign.name === name)!.values];
}

describe('the signs of transfers', () => {
  it('have an entry each, and no other, in the order of the columns', () => {
    expect(TRANSFER_SIGN_DICTIONARY.map(({ name }) => name)).toEqual(measure([]).map(({ name }) => name));
  });

  it('say by hand what became of 10 that rested a day, 6 that rested two, and 5 nobody knows about', () => {
    const features = measureFlow(
      buildTemporalGraph(
        ledgerOf(
          `a>b@0 10 EUR`,
          `c>b@${DAY} 6 EUR`,
          `b>d@${2 * DAY} 4 EUR`,
          `b>d@${4 * DAY} 17 EUR`,
          `e>e@${5 * DAY} 3 EUR`,
        ),
      ),
    );
    const signs = measureTransferSigns(features);
    expect(column(signs, 'occasion')).toEqual([1, 1, 1, 2, NaN]);
    expect(column(signs, 'knownShare')).toEqual([0, 0, 1, 12 / 17, NaN]);
    // First in first out: 4 of the first 10, then the other 6 after four days and 6 after three.
    expect(column(signs, 'dwell')).toEqual([NaN, NaN, 2, (6 * 4 + 6 * 3) / 12, NaN]);
    expect(column(signs, 'dwellLast')).toEqual([NaN, NaN, 1, (2 * 3 + 10 * 4) / 12, NaN]);
  });

  it('repeat what is measured of the relation, and carry what the relation carries', () => {
    fc.assert(
      fc.property(flowWorldArbitrary, (transfers) => {
        const features = measureFlow(buildTemporalGraph(createLedger(transfers).ledger));
        const { relations, exceptional, marked, units, graph } = features;
        const signs = measureTransferSigns(features);
        const mutual = mutualRelations(relations, graph.accountCount);
        const carried = new Float64Array(relations.count);
        const occasions = new Int32Array(relations.count);
        relations.ofRow.forEach((r, row) => {
          const at = (name: string): number => column(signs, name)[row]!;
          if (r < 0) return;
          carried[r]! += at('markedShare') * units.paid[row]!;
          occasions[r] = Math.max(occasions[r]!, at('occasion'));
          expect(at('ratio')).toBe(exceptional.ratio[r]);
          expect(at('exceptional')).toBe(exceptional.exceptional[r]);
          expect([at('standing'), at('regular')]).toEqual([relations.standing[r], relations.regular[r]]);
          expect(at('living')).toBe(measureFacts(features).living[r]);
          expect(at('paidBack')).toBe(mutual[r]);
        });
        for (let r = 0; r < relations.count; r++) {
          expect(carried[r]).toBeCloseTo(marked.carried[r]!, 9);
          expect(occasions[r]).toBe(relations.occasions[r]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('that are called causal stay what they are when the file goes on', () => {
    const causal = TRANSFER_SIGN_DICTIONARY.filter((entry) => entry.causal).map(({ name }) => name);
    expect(causal).toEqual(['occasion', 'knownShare', 'dwell', 'dwellLast']);
    const check = (transfers: readonly TransferInput[], lastMs: number): void => {
      const whole = measure(transfers);
      const before = measure(transfers.filter(({ timeMs }) => timeMs <= lastMs));
      for (const name of causal) {
        const was = column(before, name);
        const is = column(whole, name);
        was.forEach((value, row) => {
          if (Number.isNaN(value)) expect(is[row], name).toBeNaN();
          else expect(is[row], name).toBeCloseTo(value, 9);
        });
      }
    };
    fc.assert(
      fc.property(transfersArbitrary, fc.nat(6), (transfers, lastMs) => {
        check(transfers, lastMs);
      }),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(flowWorldArbitrary, fc.nat(240), (transfers, day) => {
        check(transfers, day * DAY);
      }),
      { numRuns: 40 },
    );
  });

  it('that are not, change: an exceptional payment may no longer be one', () => {
    const early = ['a>b@0 10 EUR', `c>d@${DAY} 10 EUR`, `a>c@${2 * DAY} 500 EUR`];
    const later = Array.from({ length: 12 }, (_, k) => `a>x${k}@${(k + 3) * DAY} 900 EUR`);
    const ratio = (texts: readonly string[]): number =>
      column(measureTransferSigns(measureFlow(buildTemporalGraph(ledgerOf(...texts)))), 'ratio')[2]!;
    expect(ratio([...early, ...later])).toBeGreaterThan(ratio(early));
  });
});
