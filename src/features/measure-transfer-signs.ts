import { type AccountFacts, measureFacts } from './account-facts.js';
import { type SignColumn } from './account-signs.js';
import { type FlowFeatures } from './flow-features.js';
import { mutualRelations } from './measure-exceptional.js';
import { followMarkedRows } from './measure-marked-flow.js';
import { numberOccasions } from './number-occasions.js';
import { sumDwellInto } from './signs/dwell.kernel.js';
import { signColumns } from './signs/sign-basis.js';

/**
 * Measures the signs of every transfer: those of its relation, the exceptional money it carries, and how long the money it
 * spends had rested. One value per row of the graph, NaN = missing: for self-transfers and transfers without a positive
 * amount, and rest for what the payer had not received in the file. `TRANSFER_SIGN_DICTIONARY` says what each is and whether
 * it is causal. None decides anything by itself, and a payment of a relation that is exceptional is not thereby a fee.
 *
 * O(transfers), about 150 bytes a transfer.
 *
 * @example
 * const features = measureFlow(buildTemporalGraph(ledger));
 * const dwell = measureTransferSigns(features).find(({ name }) => name === 'dwell');
 */
export function measureTransferSigns(
  features: FlowFeatures,
  facts: AccountFacts = measureFacts(features),
): SignColumn[] {
  const { graph, relations, exceptional, parameters } = features;
  const { amountMinor } = graph.ledger.columns;
  const rows = graph.transferCount;
  const s = signColumns(rows, [
    'occasion',
    'ratio',
    'exceptional',
    'standing',
    'regular',
    'living',
    'paidBack',
    'markedShare',
    'knownShare',
    'dwell',
    'dwellLast',
  ] as const);
  const occasions = numberOccasions(graph, relations, parameters.occasionHours);
  const mutual = mutualRelations(relations, graph.accountCount);
  const { carried } = followMarkedRows(graph, features);
  const [first, last] = [restOfRows(features, false), restOfRows(features, true)];
  for (let row = 0; row < rows; row++) {
    const r = relations.ofRow[row]!;
    if (r < 0) continue;
    s.occasion[row] = occasions[row]!;
    s.ratio[row] = exceptional.ratio[r]!;
    s.exceptional[row] = exceptional.exceptional[r]!;
    s.standing[row] = relations.standing[r]!;
    s.regular[row] = relations.regular[r]!;
    s.living[row] = facts.living[r]!;
    s.paidBack[row] = mutual[r]!;
    s.markedShare[row] = carried[row]! / amountMinor[row]!;
    const [known, knownLast] = [first[2 * row]!, last[2 * row]!];
    s.knownShare[row] = known / amountMinor[row]!;
    if (known > 0) s.dwell[row] = first[2 * row + 1]! / known;
    if (knownLast > 0) s.dwellLast[row] = last[2 * row + 1]! / knownLast;
  }
  return s.list();
}

/** Two numbers a row: how much of it had come in before, in minor units, and the same times its days of rest. */
function restOfRows({ graph, flows }: FlowFeatures, last: boolean): Float64Array {
  const rows = graph.transferCount;
  const { timeMs, currency } = graph.ledger.columns;
  const sums = new Float64Array(2 * rows);
  const itself = Int32Array.from({ length: rows }, (_, row) => row);
  const worth = new Float64Array(graph.ledger.currencies.length).fill(1);
  const columns = { ...flows.columns, payer: itself, timeMs, worth, currency };
  sumDwellInto({ width: 2, sums }, columns, { order: flows.order, lotStarts: flows.lotStarts, limitsMs: [], last });
  return sums;
}
