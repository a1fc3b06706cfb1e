import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultTies } from '../../src/foundation/index.js';
import { buildTemporalGraph, degreeHubs } from '../../src/graph/index.js';
import { createLedger, type Ledger, type TransferInput } from '../../src/ledger/index.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { type DetectionContext, runDetectors } from '../../src/typologies/index.js';
import { DETECTOR_EXAMPLES } from '../support/detector-examples/index.js';
import { HOSTILE_TEXTS } from '../support/hostile-texts.js';
import { freshFolder } from '../support/run-command.js';
import { chosenDetectors } from '../support/slices.js';
import { detectInLake, lakeOf } from '../support/sql-lakes.js';

function contextFrom(ledger: Ledger, cap: number): DetectionContext {
  const graph = buildTemporalGraph(ledger);
  return { graph, ties: defaultTies(ledger.precision), hubs: new Set(degreeHubs(graph, cap)) };
}

/** Several examples among accounts that hostile texts name, some of one holder, told in one order. */
const worlds = fc.record({
  examples: fc.array(fc.constantFrom(...DETECTOR_EXAMPLES.values()), { minLength: 1, maxLength: 4 }),
  holders: fc.array(fc.tuple(fc.nat(999), fc.nat(2)), { maxLength: 5 }),
  shift: fc.nat(HOSTILE_TEXTS.length - 1),
  cap: fc.integer({ min: 2, max: 12 }),
});

function ledgerOf({
  examples,
  holders,
  shift,
}: typeof worlds extends fc.Arbitrary<infer World> ? World : never): Ledger {
  const base = examples.flatMap(({ positive }) => positive);
  const names = [...new Set(base.flatMap(({ payer, beneficiary }) => [payer, beneficiary]))];
  const hostile = new Map(
    names.map((name, i) => [name, `${HOSTILE_TEXTS[(i + shift) % HOSTILE_TEXTS.length]![1]} ' " \\ \t\r\n ${i}`]),
  );
  const holderOf = new Map(holders.map(([account, holder]) => [names[account % names.length]!, `holder ${holder}`]));
  const transfers = base.map((transfer): TransferInput => {
    const [payerHolder, beneficiaryHolder] = [holderOf.get(transfer.payer), holderOf.get(transfer.beneficiary)];
    return {
      ...transfer,
      payer: hostile.get(transfer.payer)!,
      beneficiary: hostile.get(transfer.beneficiary)!,
      ...(payerHolder === undefined ? {} : { payerHolder, payerHolderId: payerHolder }),
      ...(beneficiaryHolder === undefined ? {} : { beneficiaryHolder, beneficiaryHolderId: beneficiaryHolder }),
    };
  });
  return createLedger(transfers).ledger;
}

describe('a lake searched in parts by DuckDB', () => {
  it('gives what one machine finds, for any number of parts and any texts', { timeout: 300_000 }, async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.constantFrom(1, 2, 7),
        fc.constantFrom(0.5, Infinity),
        fc.constantFrom('here' as const, 'spread' as const),
        async (world, parts, onePartFrom, looking) => {
          const ledger = ledgerOf(world);
          const context = contextFrom(ledger, world.cap);
          const whole = runDetectors(context);
          found += whole.reduce(
            (sum, { detection }) => sum + (detection.status === 'evaluated' ? detection.findings.items.length : 0),
            0,
          );
          const lake = await lakeOf(ledger);
          const search = { hubDegreeCap: world.cap, parts, onePartFrom, looking };
          expect(await detectInLake(context, chosenDetectors(), lake, search)).toEqual(whole);
        },
      ),
      { numRuns: 10 },
    );
    expect(found).toBeGreaterThan(5);
  });

  it.each([
    [`it's [a] "*" ?; DROP TABLE x --`, Infinity, 'spread'],
    [`it's \\n "a"`, 0.5, 'spread'],
    ['plain', 0.5, 'here'],
  ] as const)(
    'gives it for a simulated world, from the path %s, kinds in one part from %d of the file on, looking %s',
    { timeout: 300_000 },
    async (name, onePartFrom, looking) => {
      const { ledger } = simulateWorld({ seed: 21, transfers: 10_000 }).toLedger();
      const context = contextFrom(ledger, 120);
      const lake = await lakeOf(ledger, join(freshFolder(), name));
      const search = { hubDegreeCap: 120, parts: 3, onePartFrom, looking };
      const runs = await detectInLake(context, chosenDetectors(), lake, search);
      expect(runs).toEqual(runDetectors(context));
    },
  );

  it('says that memory does not suffice, instead of finding less', { timeout: 60_000 }, async () => {
    const { ledger } = simulateWorld({ seed: 3, transfers: 20_000 }).toLedger();
    const context = contextFrom(ledger, 120);
    const search = { hubDegreeCap: 120, parts: 1, memoryBytes: 2 ** 20 };
    await expect(detectInLake(context, chosenDetectors(['fan-in']), await lakeOf(ledger), search)).rejects.toThrow(
      expect.objectContaining({ code: 'engine-memory' }),
    );
  });
});
