import { type TemporalGraph } from '../../../src/graph/index.js';
import { type TracingRule } from '../../../src/trace/index.js';

/** One minor unit of money. */
interface Unit {
  isClaimed: boolean;
  birth: number;
  arrival: number;
  hops: number;
}

/** Figures of a trace as `what` -> units: `row 3`, `held 1`, `hop-limit 2`, ... */
export type TraceFigures = ReadonlyMap<string, number>;

export interface UnitTraceOptions {
  readonly maxHops?: number;
  readonly maxWaitMs?: number;
  /** What an account pays and does not have. Default: it was there from the start. */
  readonly shortfall?: 'minimal-opening' | 'born-now' | 'repay';
}

type UnitRule = Exclude<TracingRule, 'pro-rata' | 'poison'>;

/**
 * A claim followed one minor unit at a time: each payment looks through all units of its account for the next one to go.
 * One currency, rows in their order, amounts small. Obviously right, hopelessly slow.
 */
export function traceUnits(
  graph: TemporalGraph,
  isClaimed: (row: number) => boolean,
  isSource: (account: number) => boolean,
  rule: UnitRule,
  { maxHops = Infinity, maxWaitMs = Infinity, shortfall = 'minimal-opening' }: UnitTraceOptions = {},
): TraceFigures {
  const figures = new Map<string, number>();
  const note = (what: string): void => void figures.set(what, (figures.get(what) ?? 0) + 1);
  const held = Array.from({ length: graph.accountCount }, (): Unit[] => []);
  const owed = held.map(() => 0);
  const newest = held.map(() => -Infinity);
  const { timeMs } = graph.ledger.columns;
  let arrivals = 0;
  const next: Record<UnitRule, (a: Unit, b: Unit) => number> = {
    fifo: (a, b) => a.arrival - b.arrival,
    lifo: (a, b) => b.arrival - a.arrival,
    'least-recently-born': (a, b) => a.birth - b.birth || a.arrival - b.arrival,
    'most-recently-born': (a, b) => b.birth - a.birth || a.arrival - b.arrival,
    'lowest-intermediate-balance': (a, b) => Number(a.isClaimed) - Number(b.isClaimed) || a.arrival - b.arrival,
    'taint-first': (a, b) => Number(b.isClaimed) - Number(a.isClaimed) || a.arrival - b.arrival,
  };
  const rows = [...graph.payer.keys()].filter((row) => graph.payer[row] !== graph.beneficiary[row]);
  const amount = (row: number): number => Number(graph.ledger.amountMinor(row));

  if (shortfall === 'minimal-opening') {
    held.forEach((units, account) => {
      let balance = 0;
      let least = 0;
      for (const row of rows) {
        if (graph.payer[row] === account) balance -= amount(row);
        if (graph.beneficiary[row] === account) balance += amount(row);
        least = Math.min(least, balance);
      }
      for (let k = 0; k < -least; k++) units.push({ isClaimed: false, birth: -1, arrival: -1, hops: 0 });
    });
  }
  for (const row of rows) {
    const [from, to] = [graph.payer[row]!, graph.beneficiary[row]!];
    const tooLate = timeMs[row]! - newest[from]! > maxWaitMs;
    const going: Unit[] = [];
    for (let k = amount(row); k > 0; k--) {
      const unit = [...held[from]!].sort(next[rule])[0];
      if (unit !== undefined) held[from]!.splice(held[from]!.indexOf(unit), 1);
      else if (shortfall === 'repay') owed[from]!++;
      going.push(unit ?? { isClaimed: false, birth: row, arrival: -1, hops: 0 });
    }
    for (const unit of going) {
      if (isClaimed(row)) {
        if (!unit.isClaimed) unit.birth = row;
        unit.isClaimed = true;
        unit.hops = 1;
        note(`row ${row}`);
      } else if (unit.isClaimed && (tooLate || unit.hops >= maxHops)) {
        note(`${tooLate ? 'max-wait' : 'hop-limit'} ${from}`);
        unit.isClaimed = false;
      } else if (unit.isClaimed) {
        unit.hops++;
        note(`row ${row}`);
      }
    }
    if (going.some((unit) => unit.isClaimed) && !isSource(to)) newest[to] = timeMs[row]!;
    for (const unit of going) {
      unit.arrival = arrivals++;
      if (unit.isClaimed && isSource(to)) {
        note(`returned ${to}`);
        unit.isClaimed = false;
      }
    }
    const repaying = [...going].sort(next[rule]).slice(0, owed[to]);
    owed[to]! -= repaying.length;
    for (const unit of repaying) if (unit.isClaimed) note(`absorbed-by-overdraft ${to}`);
    held[to]!.push(...going.filter((unit) => !repaying.includes(unit)));
  }
  held.forEach((units, account) => {
    for (const unit of units) if (unit.isClaimed) note(`held ${account}`);
  });
  return figures;
}
