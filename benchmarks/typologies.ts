import { createRandom, HOUR_MS, PRECISIONS } from '../src/foundation/index.js';
import { buildTemporalGraph, degreeHubs } from '../src/graph/index.js';
import { LedgerBuilder } from '../src/ledger/index.js';
import { type DetectionContext, type DetectorRun, DETECTORS, runDetectors } from '../src/typologies/index.js';
import { type Benchmark, type BenchmarkCase, benchmarkCase } from './harness.js';

const DEGREE_CAP = 500;
const DAYS = 30;

/** One row of the naive engines. */
interface PlainTransfer {
  readonly from: string;
  readonly to: string;
  readonly time: number;
}

/** A skewed random world: few busy accounts, 60 % of the transfers inside neighbourhoods of 64. Seconds over 30 days. */
function buildWorld(transfers: number, accounts: number): DetectionContext {
  const random = createRandom(1);
  const builder = new LedgerBuilder();
  const file = builder.addSource({ name: 'benchmark', sha256: '' });
  const currency = builder.currencies.intern('EUR');
  for (let i = 0; i < accounts; i++) builder.accounts.intern('', String((i * 7919) % accounts).padStart(7, '0'));
  const skewed = (): number => Math.floor(accounts * random() ** 2);
  for (let i = 0; i < transfers; i++) {
    const payer = skewed();
    const near = (payer & ~63) + Math.floor(random() * 64);
    const beneficiary = random() < 0.6 ? Math.min(accounts - 1, near) : skewed();
    const timeMs = Math.floor(random() * DAYS * 86_400) * 1000;
    const cents = Math.max(1, Math.round(Math.exp(5 + 1.5 * (random() + random() + random() - 1.5)) * 100));
    // prettier-ignore
    builder.appendRow(payer, beneficiary, timeMs, PRECISIONS.indexOf('second'), cents, 2, currency, 0, file, i + 1);
  }
  const graph = buildTemporalGraph(builder.finish().ledger);
  return { graph, ties: 'strict', hubs: new Set(degreeHubs(graph, DEGREE_CAP)) };
}

function toPlain({ graph, hubs }: DetectionContext): PlainTransfer[] {
  const rows = Array.from({ length: graph.transferCount }, (_, row) => row);
  return rows
    .filter((row) => !hubs.has(graph.payer[row]!) && !hubs.has(graph.beneficiary[row]!))
    .map((row) => ({
      from: `a${graph.payer[row]!}`,
      to: `a${graph.beneficiary[row]!}`,
      time: graph.ledger.columns.timeMs[row]!,
    }));
}

function groupBy(
  transfers: readonly PlainTransfer[],
  key: (transfer: PlainTransfer) => string,
): Map<string, PlainTransfer[]> {
  const groups = new Map<string, PlainTransfer[]>();
  for (const transfer of transfers) {
    const group = groups.get(key(transfer));
    if (group === undefined) groups.set(key(transfer), [transfer]);
    else group.push(transfer);
  }
  return groups;
}

/** Fan-in as most scripts do it: a set of payers for every anchor. Returns the number of accounts. */
function naiveFanIn(transfers: readonly PlainTransfer[]): number {
  let accounts = 0;
  for (const [centre, credits] of groupBy(transfers, ({ to }) => to)) {
    const fires = credits.some((anchor) => {
      const inside = credits.filter(({ time }) => time >= anchor.time && time - anchor.time <= 72 * HOUR_MS);
      return new Set(inside.map(({ from }) => from).filter((from) => from !== centre)).size >= 10;
    });
    if (fires) accounts++;
  }
  return accounts;
}

/** Round trips by recursion over maps of objects, without pruning. Returns the number of sets of accounts. */
function naiveRoundTrip(transfers: readonly PlainTransfer[]): number {
  const byPayer = groupBy(transfers, ({ from }) => from);
  const sets = new Set<string>();
  const extend = (first: PlainTransfer, last: PlainTransfer, path: readonly string[]): void => {
    for (const next of byPayer.get(last.to) ?? []) {
      if (next.time <= last.time || next.time - first.time > 96 * HOUR_MS) continue;
      if (next.to === first.from && path.length >= 3) sets.add([...path].sort().join());
      else if (!path.includes(next.to) && path.length < 12) extend(first, next, [...path, next.to]);
    }
  };
  for (const first of transfers) if (first.from !== first.to) extend(first, first, [first.from, first.to]);
  return sets.size;
}

function report(runs: readonly DetectorRun[]): Record<string, number | string> {
  const figures: Record<string, number | string> = {};
  for (const { detector, detection } of runs) {
    if (detection.status !== 'evaluated') figures[detector.id] = 'not evaluable';
    else figures[detector.id] = `${detection.findings.items.length}${detection.findings.complete ? '' : '+'}`;
  }
  return figures;
}

function detectorCase(id: string, transfers: number, accounts: number): BenchmarkCase {
  return benchmarkCase({
    id: `${id}-${transfers}`,
    task: `${id}, ${transfers.toLocaleString('en-US')} transfers, ${accounts.toLocaleString('en-US')} accounts`,
    who: 'illicit-flows',
    items: transfers,
    prepare: () => buildWorld(transfers, accounts),
    run: (context: DetectionContext) => runDetectors(context, { only: [id] }),
    report,
  });
}

export const benchmark: Benchmark = {
  title: 'Detectors of typologies',
  cases: (words) => {
    const patterns = ['fan-in', 'fan-out', 'gather-scatter', 'scatter-gather', 'round-trip'];
    const chosen = words.includes('all') ? DETECTORS.map(({ id }) => id) : patterns;
    const small = [20_000, 4_000] as const;
    const [transfers, accounts] = words.includes('1m') ? [1_000_000, 100_000] : [5_000_000, 500_000];
    const peer = (id: string, naive: (transfers: readonly PlainTransfer[]) => number): BenchmarkCase =>
      benchmarkCase({
        id: `${id}-naive`,
        task: `${id}, 20,000 transfers, 4,000 accounts`,
        who: 'objects and maps, no pruning',
        items: small[0],
        prepare: () => toPlain(buildWorld(...small)),
        run: naive,
        report: (found) => ({ found }),
      });
    return [
      ...chosen.map((id) => detectorCase(id, transfers, accounts)),
      detectorCase('fan-in', ...small),
      peer('fan-in', naiveFanIn),
      detectorCase('round-trip', ...small),
      peer('round-trip', naiveRoundTrip),
    ];
  },
};
