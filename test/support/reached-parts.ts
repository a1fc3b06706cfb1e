import {
  DUCKDB,
  type GatheredPart,
  gatherInRounds,
  type Needs,
  PartOfLake,
  type PartStart,
} from '../../src/engine/index.js';
import { type Ledger, worldOf } from '../../src/ledger/index.js';
import { withDatabase } from '../../src/node/index.js';

/** What of the lake of a ledger a question needs, fetched in rounds by DuckDB. */
export function partOf(
  ledger: Ledger,
  lake: string,
  needsOf: (part: Ledger) => Needs,
  { maxRows = Infinity, ...start }: Partial<PartStart> & { readonly maxRows?: number } = {},
): Promise<GatheredPart> {
  return withDatabase('test', { memoryBytes: 256 * 2 ** 20 }, async (session) => {
    const options = { session, dialect: DUCKDB, paths: [lake], world: worldOf(ledger) };
    const part = await PartOfLake.open(options, { mentioned: [], places: [], ...start });
    return gatherInRounds(part, needsOf, { maxRows });
  });
}
