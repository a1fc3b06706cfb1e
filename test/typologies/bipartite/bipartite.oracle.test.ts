import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { detectionOf, findingsOfTypology } from '../../support/named-findings.js';
import { ALL_TRANSFERS } from '../../support/plain-patterns.js';

const LEFT = ['a', 'b', 'c', 'd'];
const RIGHT = ['v', 'w', 'x', 'y', 'z'];

function subsets(names: readonly string[]): string[][] {
  return names.reduce<string[][]>((all, name) => [...all, ...all.map((one) => [...one, name])], [[]]);
}

/** Every pair of sets, at least two by two, in which all pay all and that nobody can join. */
function greatestSets(pairs: ReadonlySet<string>): string[] {
  const complete = (left: readonly string[], right: readonly string[]): boolean =>
    left.every((from) => right.every((to) => pairs.has(`${from}>${to}`)));
  return subsets(LEFT)
    .flatMap((left) => subsets(RIGHT).map((right) => [left, right] as const))
    .filter(([left, right]) => left.length >= 2 && right.length >= 2 && complete(left, right))
    .filter(
      ([left, right]) =>
        !LEFT.some((one) => !left.includes(one) && complete([...left, one], right)) &&
        !RIGHT.some((one) => !right.includes(one) && complete(left, [...right, one])),
    )
    .map(([left, right]) => `${left.join('')}>${right.join('')}`)
    .sort();
}

describe('bipartite', () => {
  it('names the greatest sets, each once', () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom(...LEFT), fc.constantFrom(...RIGHT)), {
      selector: ([from, to]) => `${from}>${to}`,
      minLength: 1,
    });
    fc.assert(
      fc.property(pairs, (list) => {
        const transfers = list.map(([from, to], i) => pay(`${from}>${to}`, i * HOUR_MS, '10'));
        const found = findingsOfTypology('bipartite', transfers, {
          parameters: { ...ALL_TRANSFERS, minPayers: 2, minReceivers: 2 },
        });
        const sets = found.map(({ payers, subjects }) => `${payers.join('')}>${subjects.join('')}`).sort();
        expect(sets).toEqual(greatestSets(new Set(list.map(([from, to]) => `${from}>${to}`))));
      }),
      { numRuns: 300 },
    );
  });

  it('says when the search was stopped', () => {
    const transfers = LEFT.flatMap((from, i) =>
      RIGHT.filter((_, k) => k !== i).map((to, k): TransferInput => pay(`${from}>${to}`, k * HOUR_MS, '10')),
    );
    const detection = detectionOf('bipartite', transfers, { parameters: { maxSteps: 1 } });
    expect(detection).toMatchObject({ findings: { complete: false, stoppedBy: 'maxSteps 1' } });
  });
});
