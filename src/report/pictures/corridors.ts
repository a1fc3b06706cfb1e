import { PAID_IN } from '../transfer-kind.js';
import { type PreparedLead } from './prepare.js';

/** Corridors with fewer transfers are left out. */
export const SMALLEST_CORRIDOR = 3;

/** Transfers of a lead from one country to another, or inside one. */
export interface Corridor {
  readonly from: number;
  readonly to: number;
  readonly kind: 'in' | 'moved';
  readonly rows: number[];
}

/** The corridors that some transfers of accounts of the lead make, the fullest first. O(rows). */
export function corridorsOf({ lead, kind }: PreparedLead, rows: readonly number[]): Corridor[] {
  const found = new Map<string, Corridor>();
  for (const row of rows) {
    const [from, to] = [lead.transfers.countryFrom[row]!, lead.transfers.countryTo[row]!];
    if (from < 0 || to < 0) continue;
    const way = kind[row] === PAID_IN ? 'in' : 'moved';
    const key = `${from}>${to}>${way}`;
    const corridor = found.get(key) ?? { from, to, kind: way, rows: [] };
    corridor.rows.push(row);
    found.set(key, corridor);
  }
  return [...found.values()]
    .filter((one) => one.rows.length >= SMALLEST_CORRIDOR)
    .sort((a, b) => b.rows.length - a.rows.length);
}
