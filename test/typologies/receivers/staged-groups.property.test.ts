import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { stagedGroups } from '../../../src/typologies/receivers/staged-groups.js';
import { contextOf } from '../../support/detection-context.js';
import { pay } from '../../support/detector-examples/pay.js';
import { type OraclePayment } from '../../support/oracles/net-settlement.js';
import { stagedPairs } from '../../support/oracles/staged-receivers.js';

const START = 1_700_000_000_000;

const visit = fc.option(fc.tuple(fc.constantFrom(0, 3, 9, 20, 46), fc.constantFrom(1, 2, 4, 5)), { freq: 3 });
/** Five families that each pay most of four accounts once, and A may pay one of them. */
const worlds: fc.Arbitrary<OraclePayment[]> = fc
  .tuple(
    fc.array(fc.array(visit, { minLength: 4, maxLength: 4 }), { minLength: 5, maxLength: 5 }),
    fc.constantFrom<OraclePayment[]>([], [['A', 'f0', 50, 1]], [['f0', 'f1', -9, 1]]),
  )
  .map(([families, others]) => [
    ...families.flatMap((visits, family) =>
      visits.flatMap((one, i): OraclePayment[] => (one === null ? [] : [[`f${family}`, 'ABCD'[i]!, one[0], one[1]]])),
    ),
    ...others,
  ]);

describe('groups of accounts that the same families pay in stages', () => {
  it('hold with each account all its counterparts, and nobody else', () => {
    let groupsOfThree = 0;
    fc.assert(
      fc.property(worlds, (payments) => {
        fc.pre(payments.length > 0);
        let expected: Set<string>[] = [];
        for (const pair of stagedPairs(payments, 3)) {
          const [one, other] = pair.split(' ') as [string, string];
          const touched = expected.filter((group) => group.has(one) || group.has(other));
          const joined = new Set([one, other, ...touched.flatMap((group) => [...group])]);
          expected = [...expected.filter((group) => !touched.includes(group)), joined];
        }
        const transfers = payments.map(([from, to, day, amount]) =>
          pay(`${from}>${to}`, START + day * DAY_MS, String(amount)),
        );
        const { graph } = contextOf(transfers);
        const name = (account: number): string => graph.ledger.accounts.key(account).account;
        const found = stagedGroups(graph, new Uint8Array(graph.accountCount), 3);
        const texts = (groups: Iterable<Iterable<string>>): string[] =>
          [...groups].map((group) => [...group].sort().join()).sort();
        expect(texts(found.map((group) => group.map(name)))).toEqual(texts(expected));
        groupsOfThree += found.filter(({ length }) => length >= 3).length;
      }),
      { numRuns: 500 },
    );
    expect(groupsOfThree).toBeGreaterThan(0);
  });
});
