import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowFeatures } from '../../../src/features/index.js';
import { SCORE_DEFAULTS } from '../../../src/judgement/index.js';
import { groupCandidates } from '../../../src/judgement/leads-by-score/group-candidates.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { storyOf } from '../../support/fee-stories.js';
import { renamed } from '../../support/small-ledgers.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
const transfersArbitrary = fc.array(
  fc.record({
    payer: fc.constantFrom(...NAMES),
    beneficiary: fc.constantFrom(...NAMES),
    amount: fc.constantFrom('1', '2', '9', '10', '100'),
    currency: fc.constant('EUR'),
    timeMs: fc.integer({ min: 0, max: 40 }).map((day) => day * 86_400_000),
  }),
  { minLength: 1, maxLength: 40 },
);
const candidatesArbitrary = fc.subarray(NAMES, { minLength: 3 });
const parameters = { ...SCORE_DEFAULTS, jointReceiverPayers: 3 };

/** Whether two candidates are joined by a rule, read off the transfers. */
function areJoined(transfers: readonly TransferInput[], u: string, v: string): boolean {
  const moved = transfers.filter(({ payer, beneficiary }) => payer !== beneficiary);
  const sum = (rows: readonly TransferInput[]): number => rows.reduce((total, { amount }) => total + Number(amount), 0);
  const from = (payer: string): TransferInput[] => moved.filter((row) => row.payer === payer);
  const to = (beneficiary: string): TransferInput[] => moved.filter((row) => row.beneficiary === beneficiary);
  const between = (payer: string, beneficiary: string): number =>
    sum(from(payer).filter((row) => row.beneficiary === beneficiary));
  const tied = (payer: string, beneficiary: string): boolean => {
    const value = between(payer, beneficiary);
    return value > 0 && (value >= 0.1 * sum(from(payer)) || value >= 0.1 * sum(to(beneficiary)));
  };
  const sendsTo = (payer: string, z: string): boolean =>
    between(payer, z) > 0 && between(payer, z) >= 0.1 * sum(from(payer));
  const jointly = NAMES.some((z) => {
    const payers = new Set(to(z).map(({ payer }) => payer)).size;
    return payers <= parameters.jointReceiverPayers && sendsTo(u, z) && sendsTo(v, z);
  });
  return tied(u, v) || tied(v, u) || jointly;
}

function groupsByHand(transfers: readonly TransferInput[], candidates: readonly string[]): string[][] {
  let groups = candidates.map((name) => [name]);
  for (const u of candidates) {
    for (const v of candidates) {
      if (u >= v || !areJoined(transfers, u, v)) continue;
      const touched = groups.filter((group) => group.includes(u) || group.includes(v));
      groups = [...groups.filter((group) => !touched.includes(group)), touched.flat()];
    }
  }
  return groups.filter(({ length }) => length >= 3).map((group) => group.sort());
}

function groupsFound(transfers: readonly TransferInput[], candidates: readonly string[]): string[][] {
  const { features, names } = storyOf(transfers);
  const flags = Uint8Array.from(names, (name) => Number(candidates.includes(name)));
  return groupCandidates(features, flags, parameters).map((group) => group.map((account) => names[account]!).sort());
}

function inOrder(groups: readonly string[][]): string[] {
  return groups.map((group) => group.join()).sort();
}

describe('groups of candidates', () => {
  it('are the components of the ties, as found by hand', () => {
    fc.assert(
      fc.property(transfersArbitrary, candidatesArbitrary, (transfers, candidates) => {
        const present = new Set(transfers.flatMap(({ payer, beneficiary }) => [payer, beneficiary]));
        const known = candidates.filter((name) => present.has(name));
        expect(inOrder(groupsFound(transfers, known))).toEqual(inOrder(groupsByHand(transfers, known)));
      }),
    );
  });

  it('do not depend on the order of rows nor on names', () => {
    fc.assert(
      fc.property(
        transfersArbitrary,
        candidatesArbitrary,
        fc.shuffledSubarray(NAMES, { minLength: NAMES.length }),
        (transfers, candidates, others) => {
          const names = new Map(NAMES.map((name, i) => [name, others[i]!]));
          const moved = renamed([...transfers].reverse(), names);
          const expected = groupsFound(transfers, candidates).map((group) =>
            group.map((name) => names.get(name)!).sort(),
          );
          const found = groupsFound(
            moved,
            candidates.map((name) => names.get(name)!),
          );
          expect(inOrder(found)).toEqual(inOrder(expected));
        },
      ),
    );
  });

  it('need three accounts, and a receiver with few payers to meet in', () => {
    const toOne = (payers: number): TransferInput[] =>
      NAMES.slice(0, payers).map((payer) => ({ payer, beneficiary: 'z', amount: '10', currency: 'EUR', timeMs: 0 }));
    const features = (payers: number): FlowFeatures => storyOf(toOne(payers)).features;
    const flags = (payers: number): Uint8Array => new Uint8Array(payers + 1).fill(1, 0, payers);
    expect(groupCandidates(features(2), flags(2), parameters)).toEqual([]);
    expect(groupCandidates(features(3), flags(3), parameters)).toEqual([[0, 1, 2]]);
    expect(groupCandidates(features(4), flags(4), parameters)).toEqual([]);
  });
});
