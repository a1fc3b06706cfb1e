import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsTyped } from '../../src/cli/find-accounts.js';
import { makeTrace, needsOfTrace, type TraceLimits } from '../../src/cli/make-trace.js';
import { parseDuration } from '../../src/cli/parse-duration.js';
import { type ClaimFlags, findClaim } from '../../src/cli/trace-claim.js';
import { mintTrace, protectTrace, type TraceCase, traceSteps } from '../../src/disclosure/index.js';
import { traceJsonText } from '../../src/export/index.js';
import { createLedger, type Ledger, type TransferInput } from '../../src/ledger/index.js';
import { describeLimits, describeRules, PROVENANCE_POLICIES, TRACING_RULES } from '../../src/trace/index.js';
import { partOf } from '../support/reached-parts.js';
import { DAY, ledgerOfWorld, type RoundsWorld, roundsWorlds, typedAccount } from '../support/rounds-worlds.js';
import { lakeOf } from '../support/sql-lakes.js';

const CLOCK = { precision: 'millisecond' } as const;
const CASH = { channel: 'cash' } as const;
const CARD = { channel: 'card' } as const;
/** Transfers of strangers before and after all others. */
const [FIRST, LAST] = [0, 9].map((day): TransferInput => ({
  ...{ payer: 'first', beneficiary: 'last', timeMs: day * DAY, precision: 'millisecond' },
  ...{ amount: '1', currency: 'EUR', channel: 'cash' },
})) as [TransferInput, TransferInput];
const FORWARD_RULES = TRACING_RULES.filter((rule) => !rule.endsWith('recently-born'));

const question = fc.record({
  direction: fc.constantFrom('forward', 'backward'),
  claim: fc.constantFrom('account', 'list', 'rows'),
  picks: fc.array(fc.nat(999), { minLength: 1, maxLength: 3 }),
  to: fc.option(fc.array(fc.nat(999), { minLength: 1, maxLength: 2 }), { nil: undefined }),
  rules: fc.nat(999),
  maxHops: fc.constantFrom(undefined, 1, 1, 2, 3),
  minShare: fc.constantFrom(0, 0, 0.05),
  maxWait: fc.constantFrom(undefined, undefined, '30h'),
  operators: fc.array(fc.nat(999), { maxLength: 6 }),
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

/** What a person would type for a question, of accounts and transfers that there are. */
function typed(ledger: Ledger, asked: Question): { limits: TraceLimits; flags: ClaimFlags; list: string | undefined } {
  const { direction, claim, picks, to, maxHops, minShare, maxWait } = asked;
  const accountAt = (pick: number): string => typedAccount(ledger, pick);
  const isForward = direction === 'forward';
  const rules = isForward ? FORWARD_RULES : PROVENANCE_POLICIES;
  const rows = picks.map((pick) => ledger.source(pick % ledger.rowCount)).map(({ file, line }) => `${file}:${line}`);
  const accounts = picks.map(accountAt);
  return {
    limits: {
      ...{ direction, minShare: isForward ? minShare : 0, rules: rules.filter((_, i) => (asked.rules >> i) % 2 === 0) },
      ...(maxHops === undefined ? {} : { maxHops }),
      ...(maxWait === undefined || !isForward ? {} : { maxWait: parseDuration(maxWait) }),
    },
    flags: {
      ...{ direction, minShare: 0 },
      ...(claim === 'rows' ? { rows: rows.join(',') } : {}),
      ...(claim !== 'rows' && isForward ? (claim === 'list' ? { fromFile: 'list' } : { from: accounts[0]! }) : {}),
      ...(isForward ? to && { to: to.map(accountAt) } : claim === 'rows' ? {} : { to: accounts }),
    },
    // Entries are trimmed, and stand on one line.
    list:
      claim === 'list' && isForward ? accounts.filter((text) => !/[\r\n]|^\s|\s$/u.test(text)).join('\n') : undefined,
  };
}

/** All that a trace says of it, and of its naming. */
function textOf(traceCase: TraceCase): string {
  const { trace } = traceCase;
  const steps = [...traceSteps(traceCase)].map((step) => JSON.stringify(step));
  return [...traceJsonText(mintTrace(traceCase)), ...steps, ...describeRules(trace), ...describeLimits(trace)].join(
    '\n',
  );
}

async function traces(
  aWorld: RoundsWorld,
  asked: Question,
): Promise<{ whole: string; part: string; fetched: number } | undefined> {
  const ledger = ledgerOfWorld(aWorld);
  return compare(ledger, typed(ledger, asked), asked.operators);
}

/** The trace of the whole and that of the part fetched; undefined where there is no trace. */
async function compare(
  ledger: Ledger,
  { limits, flags, list }: ReturnType<typeof typed>,
  picks: readonly number[] = [],
): Promise<{ whole: string; part: string; fetched: number } | undefined> {
  const traceOf = (of: Ledger): string => {
    const found = findClaim(of, flags, list, []);
    const operators = picks.flatMap((pick) => {
      return of.accounts.find(ledger.accounts.key(pick % ledger.accounts.size)) ?? [];
    });
    const to = limits.direction === 'backward' && 'accounts' in found.claim ? found.claim.accounts : found.to;
    return textOf(protectTrace(makeTrace(of, limits, found, undefined), { to, known: { operators } }));
  };
  let whole: string;
  try {
    whole = traceOf(ledger);
  } catch {
    return undefined; // A text of two accounts, an empty list or no rule: nothing to compare.
  }
  const mentioned = [flags.from ?? '', ...(flags.to ?? []), ...(list ?? '').split('\n')].flatMap(textsTyped);
  const places = (flags.rows ?? '').split(',').flatMap((text) => {
    const at = text.lastIndexOf(':');
    return at < 0 ? [] : [[text.slice(0, at), Number(text.slice(at + 1))] as const];
  });
  const needsOf = (of: Ledger): ReturnType<typeof needsOfTrace> =>
    needsOfTrace(of, limits, findClaim(of, flags, list, []));
  const { ledger: part, rows } = await partOf(ledger, await lakeOf(ledger), needsOf, { mentioned, places });
  return { whole, part: traceOf(part), fetched: rows / ledger.rowCount };
}

describe('a trace in rounds', () => {
  it('says what the trace of the whole says, byte for byte', { timeout: 600_000 }, async () => {
    let [compared, fewer] = [0, 0];
    await fc.assert(
      fc.asyncProperty(roundsWorlds, question, async (aRoundsWorld, asked) => {
        const made = await traces(aRoundsWorld, asked);
        if (made === undefined) return;
        expect(made.part).toBe(made.whole);
        compared++;
        if (made.fetched < 0.8) fewer++;
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(30);
    expect(fewer).toBeGreaterThan(5);
  });

  const forward = { direction: 'forward', minShare: 0 } as const;
  const claimOf = (from: string): ReturnType<typeof typed> => ({
    limits: { ...forward, rules: ['fifo', 'pro-rata', 'poison'], maxHops: 2 },
    flags: { ...forward, from },
    list: undefined,
  });
  const pay = (
    payer: string,
    beneficiary: string,
    amount: string,
    more: Partial<TransferInput> = {},
  ): TransferInput => ({
    ...{ payer, beneficiary, amount, currency: 'EUR', timeMs: DAY, precision: 'day' as const },
    ...more,
  });

  it.each([
    // W pays Z on the same day under a late id, so that Z's payment comes behind the claimed one; nobody reaches Z.
    [
      'order inside a day',
      [
        pay('w', 'z', '9', { id: '9' }),
        pay('z', 'b', '9', { id: '1' }),
        pay('a', 'b', '9', { id: '5' }),
        pay('b', 'c', '9', { timeMs: 3 * DAY }),
      ],
    ],
    // A day's transfer among strangers puts credits before debits for all of the instant.
    ['coarseness of an instant', [pay('b', 'd', '9', CLOCK), pay('a', 'b', '9', CLOCK), pay('x', 'y', '1')]],
    // Cash ends a trace where other channels are seen, which nobody reached uses.
    [
      'channels elsewhere',
      [
        pay('a', 'b', '9', CASH),
        pay('b', 'c', '5', { ...CASH, timeMs: 2 * DAY }),
        pay('c', 'd', '5', { ...CASH, timeMs: 3 * DAY }),
        pay('x', 'y', '1', CARD),
        LAST,
      ],
    ],
    ['ids elsewhere', [pay('a', 'b', '9', CLOCK), pay('x', 'y', '1', { ...CLOCK, id: 'x' }), LAST]],
  ])('needs what decides the %s', async (_, transfers) => {
    const { ledger } = createLedger([FIRST, ...transfers]);
    const made = await compare(ledger, claimOf('a'));
    expect(made?.part).toBe(made?.whole);
  });

  it('refuses more transfers than it may hold', async () => {
    const { ledger } = createLedger([pay('a', 'b', '9'), pay('b', 'c', '9'), pay('c', 'd', '9'), pay('x', 'y', '9')]);
    const { limits, flags } = claimOf('a');
    const needsOf = (of: Ledger): ReturnType<typeof needsOfTrace> =>
      needsOfTrace(of, { ...limits, maxHops: 9 }, findClaim(of, flags, undefined, []));
    const refused = partOf(ledger, await lakeOf(ledger), needsOf, { mentioned: ['a'], maxRows: 2 });
    await expect(refused).rejects.toThrow(expect.objectContaining({ code: 'reduced-rows' }));
  });
});
