import { DAY_MS, HOUR_MS } from '../../foundation/index.js';
import { type SignColumn } from '../account-signs.js';
import { sumDwellInto } from './dwell.kernel.js';
import { type SignBasis, signColumns } from './sign-basis.js';

/** Two days, as in published red flags of accounts emptied at once; a week; three weeks, about as long as a journey. */
const LIMITS_MS = [48 * HOUR_MS, 7 * DAY_MS, 21 * DAY_MS];

/**
 * How long money rests. `pass48h`, `pass7d`, `pass21d`: value that left within that time / value in, first in first out;
 * with `Last` at the end, last in first out: the bounds between which any rule of matching lies for accounts that empty
 * themselves. `dwellL` log1p of the mean days of rest, last in first out, of what left. O(transfers).
 */
export function dwellSigns({ features, accounts }: SignBasis): SignColumn[] {
  const { graph, units, marked, flows } = features;
  const { columns, lotStarts, order } = flows;
  const { timeMs, currency } = graph.ledger.columns;
  const width = 2 + LIMITS_MS.length;
  const match = (last: boolean): Float64Array => {
    const sums = new Float64Array(width * accounts);
    const rows = { ...columns, payer: graph.payer, timeMs, worth: units.perMinor, currency };
    sumDwellInto({ width, sums }, rows, { order, lotStarts, limitsMs: LIMITS_MS, last });
    return sums;
  };
  const s = signColumns(accounts, [
    'pass48h',
    'pass7d',
    'pass21d',
    'pass48hLast',
    'pass7dLast',
    'pass21dLast',
    'dwellL',
  ] as const);
  const [first, last] = [match(false), match(true)];
  const oldest = [s.pass48h, s.pass7d, s.pass21d];
  const newest = [s.pass48hLast, s.pass7dLast, s.pass21dLast];
  for (let a = 0; a < accounts; a++) {
    const value = marked.totalIn[a]!;
    if (value > 0) {
      for (let i = 0; i < LIMITS_MS.length; i++) {
        oldest[i]![a] = first[width * a + 2 + i]! / value;
        newest[i]![a] = last[width * a + 2 + i]! / value;
      }
    }
    const matched = last[width * a]!;
    if (matched > 0) s.dwellL[a] = Math.log1p(last[width * a + 1]! / matched);
  }
  return s.list();
}
