import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../src/foundation/index.js';
import { type Finding } from '../../../src/evidence/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { runDetectors } from '../../../src/typologies/index.js';
import { boundFindings } from '../../../src/typologies/findings/bound-findings.js';
import { StrongestFindings } from '../../../src/typologies/findings/strongest-findings.js';
import { contextOf } from '../../support/detection-context.js';

/** A collection, or a shop whose customers pay by card: the shop has more payers, hence is stronger. */
function payers(centre: string, count: number, channel: 'card' | 'p2p'): TransferInput[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ payer: `${centre}-${i}`, beneficiary: centre, timeMs: i * HOUR_MS, amount: '100', currency: 'EUR' },
    channel,
  }));
}

/** Pays three what three in four of its payers brought. */
function passedOn(centre: string, payerCount: number): TransferInput[] {
  return Array.from({ length: 3 }, (_, i) => ({
    ...{ payer: centre, beneficiary: `${centre}-to-${i}`, timeMs: (40 + i) * HOUR_MS, currency: 'EUR' },
    ...{ amount: `${30 * payerCount}`, channel: 'wire' as const },
  }));
}

/** Three collections, and five shops that are stronger. */
const TOWN = [
  ...['a', 'b', 'c'].flatMap((name) => [...payers(name, 10, 'p2p'), ...passedOn(name, 10)]),
  ...['s', 't', 'u', 'v', 'w'].flatMap((name) => [...payers(name, 14, 'card'), ...passedOn(name, 14)]),
];

describe('the limit on findings', () => {
  it.each(['fan-in', 'common-beneficiary', 'gather-scatter'])('of %s counts only those that fire', (id) => {
    const found = (maxFindings: number): { fired: number; explained: number; stoppedBy: string | undefined } => {
      const [run] = runDetectors(contextOf(TOWN), { only: [id], parameters: { [id]: { maxFindings } } });
      const detection = run!.detection;
      if (detection.status !== 'evaluated') throw new Error(`Expected ${id} to be evaluated`);
      const { items, stoppedBy, complete } = detection.findings;
      expect(complete).toBe(stoppedBy === undefined);
      const fired = items.filter(({ status }) => status === 'fired').length;
      return { fired, explained: items.length - fired, stoppedBy };
    };
    expect(found(5)).toEqual({ fired: 3, explained: 5, stoppedBy: undefined });
    const cut = 'maxFindings 3 of explained findings, 2 left out';
    expect(found(3)).toEqual({ fired: 3, explained: 3, stoppedBy: cut });
    expect(found(2).fired).toBe(2);
    expect(found(2).stoppedBy).toContain('maxFindings 2, maxFindings 2 of explained findings');
  });

  it('keeps what a full sort would, and forgets the rest on the way', () => {
    const candidates = fc.array(fc.record({ strength: fc.nat(50), isFired: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 12 }), (list, limit) => {
        // Distinct strengths, so that there is one answer.
        const distinct = list.map((one, i) => ({ ...one, strength: 100 * one.strength + i }));
        type Candidate = (typeof distinct)[number];
        const compare = (a: Candidate, b: Candidate): number => b.strength - a.strength;
        const toFinding = ({ strength }: Candidate): Finding => ({ ...BLANK, rows: [strength] });
        const fires = new Map(distinct.map(({ strength, isFired }) => [strength, isFired]));
        const explain = (finding: Finding): Finding =>
          fires.get(finding.rows[0]!) === true ? finding : { ...finding, status: 'explained' };
        const strongest = new StrongestFindings({ limit, compare, toFinding, explain });
        for (const candidate of distinct) strongest.add(candidate);
        const kept = (isFired: boolean): number[] =>
          distinct
            .filter((one) => one.isFired === isFired)
            .sort(compare)
            .slice(0, limit)
            .map(({ strength }) => strength);
        const rows = strongest.result().items.map((finding) => finding.rows[0]!);
        expect(rows).toEqual([...kept(true), ...kept(false)].sort((a, b) => a - b));
        const bounded = boundFindings(distinct, limit, compare, toFinding, explain).items;
        expect(bounded.filter(({ status }) => status === 'fired').map((one) => one.rows[0]!)).toEqual(
          kept(true).sort((a, b) => a - b),
        );
      }),
      { numRuns: 200 },
    );
  });
});

const BLANK: Finding = {
  ...{ typology: 'any', version: 1, countClass: 'supporting', family: 'structure', status: 'fired', strength: 1 },
  ...{ subjects: [0], payers: [], receivers: [], rows: [], measured: [], alternatives: [] },
};
