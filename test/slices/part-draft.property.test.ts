import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultTies } from '../../src/foundation/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { CHANNELS, createLedger, type TransferInput } from '../../src/ledger/index.js';
import { measureWorld, PartDraft, plainRow, SliceDraft } from '../../src/slices/index.js';
import { type DetectionContext } from '../../src/typologies/index.js';

const account = fc.constantFrom('a', 'b', 'ß', '\u{1F600}', 'c', '0x00Aa');
const place = fc.option(fc.constantFrom('x', 'y'), { nil: undefined });

const transfer = fc.record({
  payer: account,
  beneficiary: account,
  payerHolder: fc.option(fc.constantFrom('h', 'i'), { nil: undefined }),
  timeMs: fc.integer({ min: -3, max: 3 }),
  amount: fc.option(fc.constantFrom('1', '0.25', '90071992547409930.01'), { nil: undefined }),
  currency: fc.constantFrom('EUR', 'USD'),
  receivedAmount: fc.option(fc.constantFrom('2', '90071992547409930.03'), { nil: undefined }),
  channel: fc.constantFrom(...CHANNELS),
  places: fc.array(place, { minLength: 4, maxLength: 4 }),
  id: fc.option(fc.constantFrom('', 'id', 'ü'), { nil: undefined }),
});
type Drawn = typeof transfer extends fc.Arbitrary<infer T> ? T : never;

/** A row of the whole by its place among all, and what it says of its ends. */
const picks = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    bits: fc.nat(255),
    payers: fc.tuple(fc.nat(9), fc.nat(9)),
  }),
  { minLength: 1, maxLength: 20 },
);

function toInput({ places, payerHolder, amount, currency, receivedAmount, ...rest }: Drawn): TransferInput {
  const [placeFrom, placeTo, countryFrom, countryTo] = places;
  const given = {
    ...rest,
    ...{ placeFrom, placeTo, countryFrom, countryTo },
    ...(payerHolder === undefined ? {} : { payerHolder, payerHolderId: payerHolder }),
    ...(amount === undefined ? {} : { amount, currency }),
    ...(amount === undefined || receivedAmount === undefined ? {} : { receivedAmount, receivedCurrency: 'EUR' }),
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as unknown as TransferInput;
}

/** All that a detector may look at. */
function seen({ graph, hubs, guardLists }: DetectionContext): unknown {
  const { ledger, extent, payer, beneficiary, out, holdersJoined } = graph;
  const { accounts, currencies, places, precision, sequenced, sources } = ledger;
  return {
    transfers: [...ledger],
    received: Array.from({ length: ledger.rowCount }, (_, row) => ledger.received(row)),
    keys: Array.from({ length: accounts.size }, (_, one) => accounts.key(one)),
    units: holdersJoined && [...accounts.unit],
    numbers: [payer, beneficiary, out].map((column) => JSON.stringify(column)),
    ...{ currencies, places, precision, sequenced, sources, holdersJoined },
    ...{ extent, hubs: [...hubs], guardLists },
  };
}

it('is the slice that the texts of its rows make, in any order, some twice', () => {
  fc.assert(
    fc.property(
      fc.array(transfer, { minLength: 1, maxLength: 15 }),
      picks,
      fc.boolean(),
      (drawn, picked, joinHolders) => {
        const { ledger } = createLedger(drawn.map(toInput));
        const graph = buildTemporalGraph(ledger, { joinHolders });
        const guardLists = { registeredBodies: new Set(graph.payer.slice(0, 2)), licensedRemitters: new Set<number>() };
        const world = measureWorld({ graph, ties: defaultTies(ledger.precision), hubs: new Set(), guardLists }, []);
        const [texts, numbers] = [new SliceDraft(world), new PartDraft(ledger, world)];
        for (const { at, bits, payers } of picked) {
          const row = Math.floor(at * ledger.rowCount);
          const ends = { payer: graph.payer[row]!, beneficiary: graph.beneficiary[row]! };
          const [payerPayers, beneficiaryPayers] = payers;
          texts.add({ ...plainRow(ledger, row, ends), bits, payerPayers, beneficiaryPayers });
          numbers.add(row, bits, payerPayers, beneficiaryPayers);
        }
        const { context, rows, accounts } = numbers.finish();
        expect(seen(context)).toEqual(seen(texts.finish()));
        const part = context.graph.ledger;
        expect([...rows].map((row) => ledger.source(row))).toEqual([...part].map(({ source }) => source));
        expect([...accounts].map((one) => ledger.accounts.key(one))).toEqual(
          Array.from(accounts, (_, one) => part.accounts.key(one)),
        );
      },
    ),
    { numRuns: 300 },
  );
});
