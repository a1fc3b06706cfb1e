import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askRoutes, questionOfRoutes, type RoutesFlags } from '../../src/cli/ask-routes.js';
import { describePaths } from '../../src/cli/describe-paths.js';
import { textsTyped } from '../../src/cli/find-accounts.js';
import { parseDuration } from '../../src/cli/parse-duration.js';
import { protectPaths } from '../../src/disclosure/index.js';
import { type GatheredPart } from '../../src/engine/index.js';
import { pathParty, routeRecords } from '../../src/export/index.js';
import { IllicitFlowsError } from '../../src/foundation/index.js';
import { createLedger, type Ledger, type TransferInput } from '../../src/ledger/index.js';
import { findRoutes } from '../../src/trace/index.js';
import { partOf, pickedPart } from '../support/reached-parts.js';
import { ledgerOfWorld, roundsWorlds, typedAccount } from '../support/rounds-worlds.js';
import { lakeOf } from '../support/sql-lakes.js';

const question = fc.record({
  from: fc.nat(999),
  to: fc.nat(999),
  order: fc.constantFrom('earliest', 'earliest', 'fewest-hops', 'fewest-hops', 'largest-bottleneck'),
  count: fc.constantFrom(1, 2, 3, 9),
  maxHops: fc.constantFrom(undefined, 1, 2, 3, 3, 4, 5),
  maxWait: fc.constantFrom(undefined, undefined, '20h', '50h'),
  maxVisits: fc.constantFrom(undefined, undefined, 1, 5, 20, 60),
  operators: fc.array(fc.nat(999), { maxLength: 6 }),
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

function flagsOf(ledger: Ledger, asked: Question): RoutesFlags {
  const { order, count, maxHops, maxWait, maxVisits } = asked;
  const typed = (pick: number): string => {
    const text = typedAccount(ledger, pick);
    return text.includes('/') || pick % 9 === 0 ? text : typedAccount(ledger, pick + 4);
  };
  return {
    ...{ from: typed(asked.from), to: typed(asked.to), order, count },
    ...(maxHops === undefined ? {} : { maxHops }),
    ...(maxWait === undefined ? {} : { maxWait: parseDuration(maxWait) }),
    ...(maxVisits === undefined ? {} : { maxVisits }),
  };
}

/** All that the command prints of an answer, or the code of what it refuses. */
function answer(whole: Ledger, of: Ledger, flags: RoutesFlags, picks: readonly number[]): string {
  return orCode(() => {
    const { graph, ends, options } = askRoutes(of, flags);
    const { items, complete, stoppedBy = null } = findRoutes(graph, ends, options);
    const operators = picks.flatMap((pick) => of.accounts.find(whole.accounts.key(pick % whole.accounts.size)) ?? []);
    const best = items.map((route) => route.best);
    const names = protectPaths(graph, ends, best, { known: { operators } });
    const parties = { from: pathParty(names, ends.from[0]), to: pathParty(names, ends.to[0]) };
    const paths = routeRecords(graph, items, names);
    const text = describePaths(paths, parties, { order: flags.order, stoppedBy, named: 'operators' });
    return JSON.stringify({ paths, parties, complete, stoppedBy, text });
  });
}

function orCode<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof IllicitFlowsError) return error.code;
    throw error;
  }
}

type Fetch = (ledger: Ledger, flags: RoutesFlags) => Promise<GatheredPart>;

const mentionedBy = ({ from, to }: RoutesFlags): string[] => [from, to].flatMap(textsTyped);
const picked: Fetch = (ledger, flags) => pickedPart(ledger, questionOfRoutes(flags).needsOf, mentionedBy(flags));
const fetched: Fetch = async (ledger, flags) =>
  partOf(ledger, await lakeOf(ledger), questionOfRoutes(flags).needsOf, { mentioned: mentionedBy(flags) });

async function partially(
  ledger: Ledger,
  flags: RoutesFlags,
  fetch: Fetch,
  picks: readonly number[] = [],
): Promise<{ answer: string; share: number }> {
  try {
    const part = await fetch(ledger, flags);
    return { answer: answer(ledger, part.ledger, flags, picks), share: part.rows / ledger.rowCount };
  } catch (error) {
    if (error instanceof IllicitFlowsError) return { answer: error.code, share: 1 };
    throw error;
  }
}

describe('paths in rounds', () => {
  it.each([
    ['picked from the ledger', picked, 250],
    ['fetched by DuckDB', fetched, 25],
  ])('are those of the whole, byte for byte: %s', { timeout: 600_000 }, async (_, fetch, numRuns) => {
    let [found, fewer, stopped, refused] = [0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(roundsWorlds, question, async (world, asked) => {
        const ledger = ledgerOfWorld(world);
        const flags = flagsOf(ledger, asked);
        const whole = answer(ledger, ledger, flags, asked.operators);
        const part = await partially(ledger, flags, fetch, asked.operators);
        expect(part.answer).toBe(whole);
        if (!whole.startsWith('{')) refused++;
        else if (whole.includes('"complete":false')) stopped++;
        else if (whole.includes('"ways"')) found++;
        if (part.share < 0.8) fewer++;
      }),
      { numRuns },
    );
    // The worlds are those of both; a few dozen need not hold one of each.
    if (fetch === picked) expect(Math.min(found, fewer, stopped, refused)).toBeGreaterThan(numRuns / 100);
  });

  /** Transfers such as `a>b@3 5 EUR`; without an amount where there is none. */
  const ledgerOf = (...texts: readonly string[]): Ledger =>
    createLedger(
      texts.map((text): TransferInput => {
        const [, payer = '', beneficiary = '', time = '', amount, currency = ''] =
          /^(\w+)>(\w+)@(\d+)(?: (\d+) ([A-Z]+))?$/u.exec(text) ?? [];
        const paid = amount === undefined ? {} : { amount, currency };
        return { payer, beneficiary, timeMs: Number(time), precision: 'millisecond', ...paid };
      }),
    ).ledger;
  const strangers = (count: number): string[] => Array.from({ length: count }, (_, i) => `x${i}>y${i}@0`);
  const chain = Array.from({ length: 7 }, (_, i) => [`p${i}>p${i + 1}@${i + 2}`, `p${i}>p${i + 1}@${i + 10}`]).flat();

  it.each<readonly [rule: string, flags: Partial<RoutesFlags>, transfers: readonly string[]]>([
    // By way of b money arrives early, but with too many transfers; a search that saw them would go there first, and stop.
    [
      'looks at no transfers on longer walks only',
      { maxHops: 2, maxVisits: 3 },
      ['a>b@1', 'b>d@2', 'd>e@3', 'e>z@4', 'b>z@9', 'a>c@2', 'c>z@5'],
    ],
    // The second half of a walk is fetched by its receivers; what its payers paid others costs steps all the same.
    [
      'counts all that is paid on the way',
      { maxHops: 3, maxVisits: 6 },
      [
        'a>b@1',
        'a>x0@1',
        'b>c@2',
        ...['s', 't', 'u', 'v', 'w'].map((other, i) => `c>${other}@${i + 3}`),
        'c>z@9',
        ...strangers(1),
      ],
    ],
    // Whom money comes to again, but sooner, may pay others in time.
    [
      'goes on from accounts that are reached again',
      {},
      [
        'a>b@5',
        'a>c@1',
        'c>b@2',
        'b>d@3',
        'd>e@4',
        'e>z@6',
        ...[0, 1, 2, 3, 4].map((i) => `s${i}>z@0`),
        ...strangers(1),
      ],
    ],
    [
      'meets in the middle',
      { maxHops: 5 },
      ['a>b@1', 'b>c@2', 'c>d@3', 'd>e@4', 'e>z@5', 'b>x1@2', 'b>x2@2', 'e1>z@1', 'e2>z@1', ...strangers(3)],
    ],
    // A walk that comes back to all it has passed has many transfers: never so many that they count as time.
    [
      'is in the same order among few accounts',
      { maxVisits: 18, count: 2 },
      ['a>p0@1', ...chain, 'p7>p0@9', 'p6>z@16', 'a>q@1', 'q>z@17', ...strangers(30)],
    ],
  ])('%s', async (_, flags, transfers) => {
    const ledger = ledgerOf(...transfers);
    const asked: RoutesFlags = { from: 'a', to: 'z', order: 'earliest', count: 1, ...flags };
    const whole = answer(ledger, ledger, asked, []);
    const part = await partially(ledger, asked, picked);
    expect(part.answer).toBe(whole);
    expect(part.share).toBeLessThan(1);
  });

  it('refuses more transfers than it may hold', async () => {
    const ledger = ledgerOf('a>b@1', 'b>c@2', 'c>z@3', 'x>y@1');
    const { needsOf } = questionOfRoutes({ from: 'a', to: 'z', order: 'earliest', count: 1 });
    const refused = partOf(ledger, await lakeOf(ledger), needsOf, { mentioned: ['a', 'z'], maxRows: 2 });
    await expect(refused).rejects.toThrow(expect.objectContaining({ code: 'reduced-rows' }));
  });
});
