import { assertInvariant } from '../../foundation/index.js';
import { certifyWeights } from './certify-weights.js';
import { type WeightTable } from './weight-table.js';

/**
 * A table of weights from its JSON, certified. The file is our own, so that its shape is checked only as far as the
 * certificate needs.
 *
 * @throws InvariantError `weight-table`
 */
export function readWeights(json: unknown): WeightTable {
  const isTable = typeof json === 'object' && json !== null && 'version' in json && 'first' in json && 'second' in json;
  assertInvariant(isTable && json.version === 1, 'weight-table', 'Expected a table of weights of version 1');
  const table = json as WeightTable;
  certifyWeights(table);
  return table;
}
