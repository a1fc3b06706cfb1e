import { type Account } from '../foundation/index.js';
import { type Finding } from '../evidence/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';

/** How closely an account must be tied to the core to be counted in [choice]. */
const TIE_SHARE = 0.5;

/**
 * Accounts on the operating side: the subjects of fired primary indicators, and subjects of fired supporting ones whose
 * money mostly comes from or goes to those. A supporting indicator alone never makes an operator, so that a busy shop
 * or a poor household stays out.
 */
export interface Operators {
  readonly core: ReadonlySet<Account>;
  readonly attached: ReadonlySet<Account>;
}

/** Picks the operators among the findings' subjects; hubs are never among them. O(transfers of the candidates). */
export function selectOperators(
  graph: TemporalGraph,
  findings: readonly Finding[],
  hubs: ReadonlySet<Account>,
): Operators {
  const core = new Set<Account>();
  const candidates = new Set<Account>();
  for (const { status, countClass, subjects } of findings) {
    if (status !== 'fired' || countClass === 'low') continue;
    for (const subject of subjects) if (!hubs.has(subject)) (countClass === 'primary' ? core : candidates).add(subject);
  }
  const attached = new Set<Account>();
  for (const candidate of candidates) {
    if (!core.has(candidate) && isTiedTo(graph, candidate, core)) attached.add(candidate);
  }
  return { core, attached };
}

/** Whether at least half of the account's transfers in, or out, are with the core. */
function isTiedTo(graph: TemporalGraph, account: Account, core: ReadonlySet<Account>): boolean {
  const incoming = shareWith(core, rowsOf(graph.in, account), graph.payer, account);
  const outgoing = shareWith(core, rowsOf(graph.out, account), graph.beneficiary, account);
  return Math.max(incoming, outgoing) >= TIE_SHARE;
}

function shareWith(core: ReadonlySet<Account>, rows: Int32Array, other: Int32Array, self: Account): number {
  let all = 0;
  let withCore = 0;
  for (const row of rows) {
    if (other[row] === self) continue;
    all++;
    if (core.has(other[row]!)) withCore++;
  }
  return all === 0 ? 0 : withCore / all;
}
