import { columnsOf } from './flow-columns.js';
import { type FlowLink } from './flow-parts.js';
import { type FlowBy, type JourneyNode, nodesFor } from './flow-nodes.js';
import { type PreparedLead } from './prepare.js';

export interface JourneyLink extends FlowLink {
  readonly rows: readonly number[];
}

export interface Journey {
  readonly nodes: readonly JourneyNode[];
  readonly links: readonly JourneyLink[];
}

/** Who pays whom along the journey, in one currency. O(rows + nodes log nodes). */
export function journeyOf(lead: PreparedLead, rows: readonly number[], by: FlowBy): Journey {
  const column = columnsOf(lead, rows);
  const nodeOf = nodesFor(lead, rows, { column, by });
  const { from, to } = lead.lead.transfers;
  const nodes = new Map<string, number>();
  const made: JourneyNode[] = [];
  const number = (node: JourneyNode): number => {
    const known = nodes.get(node.key);
    if (known !== undefined) return known;
    nodes.set(node.key, made.length);
    return made.push(node) - 1;
  };
  const links = new Map<string, { from: number; to: number; value: number; rows: number[] }>();
  for (const row of rows) {
    const a = number(from[row]! < 0 ? nodeOf.payer(row) : nodeOf.account(from[row]!));
    const b = number(to[row]! < 0 ? nodeOf.receiver(row) : nodeOf.account(to[row]!));
    const link = links.get(`${a}>${b}`) ?? { from: a, to: b, value: 0, rows: [] };
    link.value += lead.minor[row]!;
    link.rows.push(row);
    links.set(`${a}>${b}`, link);
  }
  return { nodes: made, links: [...links.values()] };
}
