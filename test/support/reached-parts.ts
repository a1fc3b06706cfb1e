import {
  DUCKDB,
  type GatheredPart,
  gatherInRounds,
  type GrowingPart,
  type Needs,
  PartOfLake,
  type PartStart,
} from '../../src/engine/index.js';
import { type Ledger, worldOf } from '../../src/ledger/index.js';
import { keyOf, plainRow, RowBuilder } from '../../src/slices/index.js';
import { withDatabase } from '../../src/node/index.js';

/** What of the lake of a ledger a question needs, fetched in rounds by DuckDB. */
export function partOf(
  ledger: Ledger,
  lake: string,
  needsOf: (part: Ledger) => Iterable<Needs>,
  { maxRows = Infinity, ...start }: Partial<PartStart> & { readonly maxRows?: number } = {},
): Promise<GatheredPart> {
  return withDatabase('test', { memoryBytes: 256 * 2 ** 20 }, async (session) => {
    const options = { session, dialect: DUCKDB, paths: [lake], world: worldOf(ledger) };
    const part = await PartOfLake.open(options, { mentioned: [], places: [], ...start });
    return gatherInRounds(part, needsOf, { maxRows });
  });
}

/** The same without a lake: what rounds ask for is picked from the ledger itself. */
export function pickedPart(
  ledger: Ledger,
  needsOf: (part: Ledger) => Iterable<Needs>,
  mentioned: readonly string[],
): Promise<GatheredPart> {
  const world = worldOf(ledger);
  const kept = new Set<number>();
  const keyAt = (column: Int32Array, row: number): string => JSON.stringify(keyOf(ledger, column[row]!));
  const { payer, beneficiary } = ledger.columns;
  const { unit } = ledger.accounts;
  const part: GrowingPart = {
    add: ({ payers, receivers }) => {
      const [from, to] = [payers, receivers].map((keys) => new Set(keys.map((key) => JSON.stringify(key))));
      for (let row = 0; row < ledger.rowCount; row++) {
        if (from!.has(keyAt(payer, row)) || to!.has(keyAt(beneficiary, row))) kept.add(row);
      }
      return Promise.resolve(kept.size);
    },
    ledger: () => {
      const builder = new RowBuilder(ledger.sources, world.placeColumns);
      for (const row of kept) {
        const ends = { payer: unit[payer[row]!]!, beneficiary: unit[beneficiary[row]!]! };
        builder.add(plainRow(ledger, row, ends, (account) => keyOf(ledger, account)));
      }
      for (let account = 0; account < ledger.accounts.size; account++) {
        const key = keyOf(ledger, account);
        if (mentioned.includes(key[1])) builder.addAccount(key, keyOf(ledger, unit[account]!));
      }
      return Promise.resolve(builder.finish({ world }).ledger);
    },
  };
  return gatherInRounds(part, needsOf, { maxRows: Infinity });
}
