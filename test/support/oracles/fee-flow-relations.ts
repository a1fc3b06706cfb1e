import { type TemporalGraph } from '../../../src/graph/index.js';

const DAY = 86_400_000;

/** A transfer of a positive amount between two different accounts, in units of its currency's median. */
export interface PlainTransfer {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly timeMs: number;
  readonly currency: number;
  readonly minor: number;
  readonly units: number;
}

/** One relation, measured by reading its transfers one after another. */
export interface PlainRelation {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly number[];
  /** Value of each occasion, and when it began. */
  readonly occasions: readonly { readonly units: number; readonly startMs: number }[];
  readonly total: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly standing: boolean;
  readonly regular: boolean;
}

/** Transfers that count, in the order in which money moves: by time, of one instant the larger first. */
export function plainTransfers(graph: TemporalGraph): PlainTransfer[] {
  const { timeMs, amountMinor, currency } = graph.ledger.columns;
  const rows = Array.from({ length: graph.transferCount }, (_, row) => row);
  const usable = rows.filter((row) => amountMinor[row]! > 0 && graph.payer[row] !== graph.beneficiary[row]);
  const median = (code: number): number => {
    const sorted = usable
      .filter((row) => currency[row] === code)
      .map((row) => amountMinor[row]!)
      .sort((a, b) => a - b);
    const half = sorted.length / 2;
    return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
  };
  const medians = new Map([...new Set(usable.map((row) => currency[row]!))].map((code) => [code, median(code)]));
  const transfers = usable.map((row) => ({
    row,
    from: graph.payer[row]!,
    to: graph.beneficiary[row]!,
    timeMs: timeMs[row]!,
    currency: currency[row]!,
    minor: amountMinor[row]!,
    units: amountMinor[row]! / medians.get(currency[row]!)!,
  }));
  return transfers.sort((a, b) => a.timeMs - b.timeMs || b.units - a.units || a.row - b.row);
}

/** All relations, by payer, then by beneficiary. `periodMs`: from the file's first to its last transfer. */
export function plainRelations(transfers: readonly PlainTransfer[], periodMs: number): PlainRelation[] {
  const pairs = [...new Set(transfers.map(({ from, to }) => `${from} ${to}`))].map((pair) =>
    pair.split(' ').map(Number),
  );
  pairs.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
  return pairs.map(([from, to]) => {
    const own = transfers.filter((transfer) => transfer.from === from && transfer.to === to);
    return measure(from!, to!, own, periodMs);
  });
}

function measure(from: number, to: number, own: readonly PlainTransfer[], periodMs: number): PlainRelation {
  const occasions: { units: number; startMs: number }[] = [];
  own.forEach(({ units, timeMs }, at) => {
    const before = own[at - 1];
    if (before !== undefined && timeMs - before.timeMs < DAY) occasions[occasions.length - 1]!.units += units;
    else occasions.push({ units, startMs: timeMs });
  });
  const firstMs = own[0]!.timeMs;
  const lastMs = own[own.length - 1]!.timeMs;
  const gaps = occasions.slice(1).map(({ startMs }, at) => startMs - occasions[at]!.startMs);
  const repeats = occasions.length >= 3;
  return {
    from,
    to,
    rows: own.map(({ row }) => row),
    occasions,
    total: own.reduce((sum, { units }) => sum + units, 0),
    firstMs,
    lastMs,
    standing: repeats && lastMs - firstMs >= periodMs / 2,
    regular: repeats && variation(occasions.map(({ units }) => units)) < 1 / 3 && variation(gaps) < 1 / 2,
  };
}

/** Standard deviation over mean. */
function variation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(square) / mean;
}

/**
 * How ordinary each relation's size is for its payer, 0..1: its share among the payer's other occasions and other
 * relations, each smoothed by five payments drawn from the file.
 */
export function plainRatios(relations: readonly PlainRelation[]): number[] {
  const occasionsOf = (some: readonly PlainRelation[]): number[] =>
    some.flatMap(({ occasions }) => occasions.map(({ units }) => units));
  const totalsOf = (some: readonly PlainRelation[]): number[] => some.map(({ total }) => total);
  const reaching = (values: readonly number[], size: number): number =>
    values.filter((value) => value >= size * (1 - 1e-9)).length;
  const smoothed = (own: readonly number[], all: readonly number[], size: number): number =>
    (reaching(own, size) + (5 * reaching(all, size)) / all.length) / (own.length + 5);
  return relations.map((relation) => {
    const others = relations.filter((other) => other.from === relation.from && other !== relation);
    const mean = relation.total / relation.occasions.length;
    return Math.min(
      smoothed(occasionsOf(others), occasionsOf(relations), mean),
      smoothed(totalsOf(others), totalsOf(relations), relation.total),
    );
  });
}

/** Exceptional for the payer: among the largest tenth, not standing, never paid back. */
export function plainTags(relations: readonly PlainRelation[]): boolean[] {
  const ratios = plainRatios(relations);
  return relations.map(({ from, to, standing }, at) => {
    const paidBack = relations.some((other) => other.from === to && other.to === from);
    return ratios[at]! <= 0.1 * (1 + 1e-9) && !standing && !paidBack;
  });
}
