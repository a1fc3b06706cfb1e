import { FEATURE_DEFAULTS } from '../../../src/features/index.js';
import { flowColumns } from '../../../src/features/flow-columns.js';
import { type FlowFeatures } from '../../../src/features/index.js';
import { type Fraction } from '../../../src/foundation/index.js';
import { type TemporalGraph } from '../../../src/graph/index.js';
import { plainRatios, plainRelations, plainTags, plainTransfers } from './fee-flow-relations.js';
import { plainTrace } from './fee-flow-trace.js';

/** Features of a small graph, every one read off its definition: quadratic, and exact where money is followed. */
export function plainFeatures(graph: TemporalGraph): FlowFeatures {
  const { timeMs } = graph.ledger.columns;
  const [startMs, endMs] = [timeMs[0] ?? 0, timeMs[timeMs.length - 1] ?? 0];
  const transfers = plainTransfers(graph);
  const relations = plainRelations(transfers, endMs - startMs);
  const tags = plainTags(relations);
  const relationOf = new Map(relations.flatMap(({ rows }, at) => rows.map((row) => [row, at])));
  const trace = plainTrace(transfers, ({ row }) => tags[relationOf.get(row)!]!);

  const accounts = Array.from({ length: graph.accountCount }, (_, account) => account);
  const unitsOf = (marked: Fraction, at: number): number =>
    decimal(marked) * (transfers[at]!.units / transfers[at]!.minor);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const perAccount = (side: 'from' | 'to', value: (at: number) => number): Float64Array =>
    Float64Array.from(accounts, (account) =>
      sum(transfers.map((transfer, at) => (transfer[side] === account ? value(at) : 0))),
    );
  const consumed = trace.map((marked, at) => unitsOf(marked.consumed, at));
  const brought = trace.map((marked, at) => unitsOf(marked.brought, at));

  const startsOf = (side: 'from' | 'to'): Int32Array =>
    Int32Array.from([...accounts, accounts.length], (account) => relations.filter((r) => r[side] < account).length);
  const numbers = relations.map((_, at) => at);
  const column = (value: (relation: (typeof relations)[number]) => number): number[] => relations.map(value);
  const paid = new Float64Array(graph.transferCount);
  for (const { row, units } of transfers) paid[row] = units;
  const perMinor = graph.ledger.currencies.map((_, code) => {
    const one = transfers.find(({ currency }) => currency === code);
    return one === undefined ? 0 : one.units / one.minor;
  });
  const units = { paid, received: paid, perMinor: Float64Array.from(perMinor) };
  return {
    graph,
    parameters: FEATURE_DEFAULTS,
    flows: flowColumns(graph, units),
    units,
    relations: {
      count: relations.length,
      payer: Int32Array.from(column(({ from }) => from)),
      beneficiary: Int32Array.from(column(({ to }) => to)),
      transfers: Int32Array.from(column(({ rows }) => rows.length)),
      occasions: Int32Array.from(column(({ occasions }) => occasions.length)),
      total: Float64Array.from(column(({ total }) => total)),
      firstMs: Float64Array.from(column(({ firstMs }) => firstMs)),
      lastMs: Float64Array.from(column(({ lastMs }) => lastMs)),
      standing: Uint8Array.from(column(({ standing }) => Number(standing))),
      regular: Uint8Array.from(column(({ regular }) => Number(regular))),
      ofRow: Int32Array.from({ length: graph.transferCount }, (_, row) => relationOf.get(row) ?? -1),
      outStarts: startsOf('from'),
      inStarts: startsOf('to'),
      inRelations: Int32Array.from(
        [...numbers].sort((a, b) => relations[a]!.to - relations[b]!.to || relations[a]!.from - relations[b]!.from),
      ),
      occasionStarts: Int32Array.from([...numbers, numbers.length], (at) =>
        sum(relations.slice(0, at).map(({ occasions }) => occasions.length)),
      ),
      occasionValues: Float64Array.from(relations.flatMap(({ occasions }) => occasions.map(({ units }) => units))),
      startMs,
      endMs,
    },
    exceptional: {
      ratio: Float64Array.from(plainRatios(relations)),
      exceptional: Uint8Array.from(tags, Number),
      share: tags.filter(Boolean).length / Math.max(1, tags.length),
    },
    marked: {
      carried: Float64Array.from(relations, ({ rows }) =>
        sum(transfers.map(({ row }, at) => (rows.includes(row) ? consumed[at]! : 0))),
      ),
      markedIn: perAccount('to', (at) => brought[at]!),
      markedOut: perAccount('from', (at) => consumed[at]!),
      totalIn: perAccount('to', (at) => transfers[at]!.units),
      totalOut: perAccount('from', (at) => transfers[at]!.units),
      standingIn: perAccount('to', (at) =>
        relations[relationOf.get(transfers[at]!.row)!]!.standing ? transfers[at]!.units : 0,
      ),
    },
  };
}

/** A fraction as a number; its parts may be far beyond what a number holds. */
function decimal({ numerator, denominator }: Fraction): number {
  return Number((numerator * 1_000_000_000_000n) / denominator) / 1e12;
}
