import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AlternativeOutcome,
  type Finding,
  type Measure,
  packFindings,
  unpackFindings,
} from '../../src/evidence/index.js';

const texts = fc.constantFrom('', 'a', 'b|c', '__proto__', 'Paid 3 of 4.');
const numbers = fc.oneof(fc.double(), fc.constantFrom(-0, 0, NaN, Infinity, 0.1));
const optional = <T>(name: string, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  fc.oneof(
    fc.constant({}),
    arbitrary.map((value) => ({ [name]: value })),
  );
const PLAIN = { noNullPrototype: true } as const;
const merged = (parts: readonly object[]): object => Object.assign({}, ...parts) as object;
const integers = fc.array(fc.nat(2 ** 31 - 1), { maxLength: 4 });

const measures = fc
  .tuple(
    fc.record({ name: texts, value: fc.oneof(numbers, texts), unit: fc.constantFrom('count', 'money') }),
    optional('currency', texts),
    optional('threshold', numbers),
  )
  .map(merged) as fc.Arbitrary<Measure>;
const outcomes = fc.record(
  {
    ...{ id: texts, title: texts, reason: texts },
    outcome: fc.constantFrom('passed', 'notPassed', 'notEvaluable'),
  },
  PLAIN,
) as fc.Arbitrary<AlternativeOutcome>;
const findings = fc
  .tuple(
    fc.record({
      typology: texts,
      version: fc.nat(3),
      countClass: fc.constantFrom('primary', 'low'),
      family: fc.constantFrom('time', 'amount'),
      status: fc.constantFrom('fired', 'explained'),
      strength: fc.constantFrom(1, 0.6),
    }),
    optional('mayBeChance', fc.constant(true)),
    optional('contextOnly', fc.constant(true)),
    fc.record({
      ...{ subjects: integers, payers: integers, receivers: integers, rows: integers },
      measured: fc.array(measures, { maxLength: 3 }),
      alternatives: fc.array(outcomes, { maxLength: 3 }),
    }),
  )
  .map(merged) as fc.Arbitrary<Finding>;

describe('findings as columns', () => {
  it('are the same findings afterwards, in the other thread as well', () => {
    fc.assert(
      fc.property(fc.array(findings, { maxLength: 6 }), (some) => {
        expect(unpackFindings(structuredClone(packFindings(some)))).toStrictEqual(some);
      }),
    );
  });

  it('hold equal outcomes once', () => {
    const outcome: AlternativeOutcome = { id: 'A01', title: 'Shop', outcome: 'notPassed', reason: 'No.' };
    const finding: Finding = {
      ...{ typology: 'fan-in', version: 1, countClass: 'low', family: 'structure', status: 'fired', strength: 1 },
      ...{ subjects: [1], payers: [2], receivers: [], rows: [7], measured: [] },
      alternatives: [outcome, { ...outcome }, { ...outcome, id: 'A02' }],
    };
    expect(packFindings([finding, finding]).outcomes).toEqual([outcome, { ...outcome, id: 'A02' }]);
  });
});
