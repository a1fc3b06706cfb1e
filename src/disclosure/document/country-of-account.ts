import { type Account, compareText } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';

/**
 * The country in which most transfers of an account take place: where money arrives that it is paid, and where money leaves
 * that it pays. Of equally many, the first by its code. Not claimed: that anybody lives there.
 *
 * @returns null where the data tell no country. O(its transfers).
 */
export function countryOfAccount(graph: TemporalGraph, account: Account): string | null {
  const { places, columns } = graph.ledger;
  const counts = new Map<number, number>();
  const count = (column: Int32Array | undefined, rows: Int32Array): void => {
    if (column === undefined) return;
    for (const row of rows) {
      const place = column[row]!;
      const isOwn = graph.payer[row] === graph.beneficiary[row];
      if (place >= 0 && !isOwn) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  };
  count(columns.countryTo, rowsOf(graph.in, account));
  count(columns.countryFrom, rowsOf(graph.out, account));
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || compareText(places[a[0]]!, places[b[0]]!));
  return first === undefined ? null : places[first[0]]!;
}
