import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTies } from '../../src/foundation/index.js';
import { type Finding } from '../../src/evidence/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { CHANNELS, createLedger, type TransferInput } from '../../src/ledger/index.js';
import { type DetectionContext, type DetectorRun, DETECTORS, runDetectors } from '../../src/typologies/index.js';
import { detectInSlices } from '../../src/slices/index.js';
import { DETECTOR_EXAMPLES } from '../support/detector-examples/index.js';
import { chosenDetectors, detectInDisorder, partByHash } from '../support/slices.js';

const EXAMPLES = [...DETECTOR_EXAMPLES.values()].map(({ positive }) => positive);

/** Something that happens beside the example, among anybody. */
const noise = fc.record({
  from: fc.nat(999),
  to: fc.nat(999),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  amount: fc.integer({ min: 1, max: 2_000 }),
  channel: fc.constantFrom(...CHANNELS),
  place: fc.constantFrom('A', 'B', undefined),
});

const worlds = fc.record({
  other: fc.nat(EXAMPLES.length - 1),
  noise: fc.array(noise, { maxLength: 40 }),
  holders: fc.array(fc.tuple(fc.nat(999), fc.nat(2)), { maxLength: 5 }),
  hubs: fc.array(fc.nat(999), { maxLength: 2 }),
  seed: fc.nat(1_000),
});
type WorldSeed = typeof worlds extends fc.Arbitrary<infer World> ? World : never;

/** An example, another one and noise among the accounts of both, with some joined holders and some hubs. */
function worldOf(
  example: readonly TransferInput[],
  { other, noise: extra, holders, hubs }: WorldSeed,
): DetectionContext {
  const base = [...example, ...EXAMPLES[other]!];
  const names = [...new Set(base.flatMap(({ payer, beneficiary }) => [payer, beneficiary]))];
  const times = base.map(({ timeMs }) => timeMs);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const holderOf = new Map(holders.map(([account, holder]) => [names[account % names.length]!, `holder-${holder}`]));
  const transfers = [
    ...base,
    ...extra.map(({ from, to, at, amount, channel, place }): TransferInput => ({
      payer: names[from % names.length]!,
      beneficiary: names[to % names.length]!,
      timeMs: first + Math.floor(at * (last - first)),
      amount: String(amount),
      currency: 'EUR',
      channel,
      ...(place === undefined ? {} : { placeFrom: place, placeTo: 'B', countryFrom: 'DE', countryTo: 'FR' }),
    })),
  ].map((transfer) => {
    const [payerHolder, beneficiaryHolder] = [holderOf.get(transfer.payer), holderOf.get(transfer.beneficiary)];
    return {
      ...transfer,
      ...(payerHolder === undefined ? {} : { payerHolder, payerHolderId: payerHolder }),
      ...(beneficiaryHolder === undefined ? {} : { beneficiaryHolder, beneficiaryHolderId: beneficiaryHolder }),
    };
  });
  const { ledger } = createLedger(transfers);
  const graph = buildTemporalGraph(ledger);
  return {
    graph,
    ties: defaultTies(ledger.precision),
    hubs: new Set(hubs.map((account) => ledger.accounts.unit[account % ledger.accounts.size]!).sort((a, b) => a - b)),
  };
}

/** What was found, or what was missing. */
function answerOf({ detection }: DetectorRun): readonly Finding[] | readonly string[] {
  return detection.status === 'evaluated' ? detection.findings.items : detection.missing;
}

describe.each(DETECTORS.map(({ id }) => id))('%s', (id) => {
  it('finds in slices what it finds in the whole, however they are cut, in any order of rows', () => {
    const example = DETECTOR_EXAMPLES.get(id)!;
    const parameters = example.parameters === undefined ? {} : { [id]: example.parameters };
    const detectors = chosenDetectors([id], parameters);
    let found = 0;
    fc.assert(
      fc.property(worlds, fc.constantFrom(1, 2, 7), (seed, parts) => {
        const context = worldOf(example.positive, seed);
        const whole = answerOf(runDetectors(context, { only: [id], parameters })[0]!);
        found += whole.length;
        const options = { parts, partOf: partByHash(parts, seed.seed) };
        expect(detectInDisorder(context, detectors, { ...options, seed: seed.seed }).map(answerOf)).toEqual([whole]);
      }),
      { numRuns: 25 },
    );
    const plain = worldOf(example.positive, { other: 0, noise: [], holders: [], hubs: [], seed: 1 });
    const options = { parts: 2, partOf: partByHash(2, 1) };
    const whole = runDetectors(plain, { only: [id], parameters }).map(answerOf);
    expect(detectInSlices(plain, detectors, options).map(answerOf)).toEqual(whole);
    expect(found + whole[0]!.length).toBeGreaterThan(0);
  });
});
