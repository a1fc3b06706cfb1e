import { type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { greatest, GrowableColumn, least, UnionFind } from '../../structures/index.js';
import { legsBreak } from '../patterns/amount-match.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { onlyCounted } from '../patterns/pattern-rows.js';
import { hoursBetween } from '../time/window-length.js';

/** See the detector. */
export interface LayerRule {
  readonly minLayers: number;
  /** In the unit of the ledger's times. */
  readonly dwell: number;
  /** Whether an account may pay on in the instant in which it is paid. */
  readonly sameInstant: boolean;
  readonly minLegMatch: number;
  readonly counted: Uint8Array;
}

/** Pairs of a transfer and one that may pay it on, by the first. */
interface Links {
  readonly length: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** All groups of transfers that hang together over enough layers, by their first transfer. */
export function findLayers(graph: TemporalGraph, rule: LayerRule): Occurrence[] {
  const links = linksOf(graph, rule);
  const { before, after } = depths(graph.transferCount, links);
  // A transfer with b before it and a after it, itself in both, lies on a way of a + b - 1 transfers.
  const isDeep = (link: number): boolean =>
    before[links.first[link]!]! + after[links.second[link]!]! - 1 >= rule.minLayers;
  // Places of the transfers of deep links among all of them, plus 1.
  const place = new Int32Array(graph.transferCount);
  for (let link = 0; link < links.length; link++) {
    if (!isDeep(link)) continue;
    place[links.first[link]!] = 1;
    place[links.second[link]!] = 1;
  }
  const rows: Row[] = [];
  for (let row = 0; row < place.length; row++) if (place[row] === 1) place[row] = rows.push(row);
  const together = new UnionFind(rows.length);
  for (let link = 0; link < links.length; link++) {
    if (isDeep(link)) together.union(place[links.first[link]!]! - 1, place[links.second[link]!]! - 1);
  }
  return together.groups(2).map((group) =>
    toOccurrence(
      graph,
      group.map((i) => rows[i]!),
      greatest(group.map((i) => before[rows[i]!]!)) - 1,
      rule,
    ),
  );
}

/** Which counted transfers may pay on which, by the first. */
function linksOf(graph: TemporalGraph, { dwell, sameInstant, minLegMatch, counted }: LayerRule): Links {
  const { out } = onlyCounted(graph, counted);
  const { payer, beneficiary, ledger } = graph;
  const { timeMs } = ledger.columns;
  const firsts = new GrowableColumn(Int32Array);
  const seconds = new GrowableColumn(Int32Array);
  for (let first = 0; first < graph.transferCount; first++) {
    if (counted[first] === 0) continue;
    const between = beneficiary[first]!;
    const end = out.starts[between + 1]!;
    for (let i = firstAfter(out.rows, first, out.starts[between]!, end); i < end; i++) {
      const second = out.rows[i]!;
      const stay = timeMs[second]! - timeMs[first]!;
      if (stay > dwell) break;
      if ((stay === 0 && !sameInstant) || beneficiary[second] === payer[first]) continue;
      if (legsBreak(ledger, first, second, minLegMatch)) continue;
      firsts.push(first);
      seconds.push(second);
    }
  }
  return { length: firsts.length, first: firsts.array, second: seconds.array };
}

/** Position in the slice of the first row after `row`: rows ascend in time. */
function firstAfter(rows: Int32Array, row: Row, from: number, to: number): number {
  let low = from;
  for (let high = to; low < high;) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! > row) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Transfers on the longest way that ends, and that begins, with each transfer, itself included; links lead to later rows. */
function depths(rowCount: number, links: Links): { readonly before: Uint16Array; readonly after: Uint16Array } {
  const before = new Uint16Array(rowCount).fill(1);
  const after = new Uint16Array(rowCount).fill(1);
  for (let link = 0; link < links.length; link++) {
    const [first, second] = [links.first[link]!, links.second[link]!];
    before[second] = Math.max(before[second]!, before[first]! + 1);
  }
  for (let link = links.length - 1; link >= 0; link--) {
    const [first, second] = [links.first[link]!, links.second[link]!];
    after[first] = Math.max(after[first]!, after[second]! + 1);
  }
  return { before, after };
}

function toOccurrence(graph: TemporalGraph, rows: readonly Row[], layers: number, rule: LayerRule): Occurrence {
  const { payer, beneficiary, ledger } = graph;
  const paying = new Set(rows.map((row) => payer[row]!));
  const paid = new Set(rows.map((row) => beneficiary[row]!));
  const times = rows.map((row) => ledger.columns.timeMs[row]!);
  const between = ascending([...paid].filter((account) => paying.has(account)));
  const first = rows.filter((row) => !paid.has(payer[row]!));
  return {
    weight: between.length,
    subjects: between,
    payers: first.map((row) => payer[row]!),
    receivers: rows.map((row) => beneficiary[row]!).filter((account) => !paying.has(account)),
    rows,
    measured: [
      { name: 'layersInBetween', value: layers, unit: 'count', threshold: rule.minLayers },
      { name: 'accountsInBetween', value: between.length, unit: 'count' },
      { name: 'transfers', value: rows.length, unit: 'count' },
      {
        name: 'spanHours',
        value: hoursBetween(least(times), greatest(times), ledger.precision),
        unit: 'hours',
      },
      ...moneyMeasures(ledger, 'amountPaidIn', first),
    ],
  };
}
