import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type FifoLane } from '../../trace/index.js';
import { ascending } from '../finding-parts.js';
import { countFamilies } from '../relations/sender-families.js';

/** Whose money some debits of an account are. */
export interface Funding {
  /** Credits that the debits were paid from, ascending. */
  readonly credits: readonly Row[];
  /** Families behind them; hubs are nobody's family. */
  readonly families: number;
}

/**
 * The credits that some debits of one account came from, by first in, first out; `lanes` are the account's own. Money that
 * it held before the data begin belongs to nobody. FIFO is a rule of accounting and claims no more. O(pieces).
 */
export function fundedBy(
  graph: TemporalGraph,
  lanes: readonly FifoLane[],
  { debits, hubFlag }: { readonly debits: readonly Row[]; readonly hubFlag: Uint8Array },
): Funding {
  const wanted = new Set(debits);
  const rows = new Set<Row>();
  for (const { pieceCredit, pieceDebit, creditRows, debitRows } of lanes) {
    for (let piece = 0; piece < pieceDebit.length; piece++) {
      if (wanted.has(debitRows[pieceDebit[piece]!]!)) rows.add(creditRows[pieceCredit[piece]!]!);
    }
  }
  const credits = ascending(rows);
  const senders: Account[] = ascending(credits.map((row) => graph.payer[row]!)).filter((one) => hubFlag[one] === 0);
  const startMs = credits.length === 0 ? 0 : graph.ledger.columns.timeMs[credits[0]!]!;
  return { credits, families: senders.length === 0 ? 0 : countFamilies(graph, senders, startMs) };
}
