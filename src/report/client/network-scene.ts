import { type PreparedLead } from '../pictures/prepare.js';
import { type Kind } from '../pictures/shapes.js';

/** From this many accounts on nodes are smaller, and groups appear on zooming in. */
const CROWDED = 120;

export interface SceneNode {
  readonly kind: Kind;
  /** The account it is, or that it stands around. */
  readonly account: number;
  readonly isGroup: boolean;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label: string;
}

/** All transfers from one node to another: one line, however many they are. */
export interface SceneLink {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** Whether money runs the other way as well, so that both lines bend. */
  readonly isBothWays: boolean;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  /** Those with most transfers first. */
  readonly links: readonly SceneLink[];
  /** The node of each account that is drawn. */
  readonly nodeOf: ReadonlyMap<number, number>;
  /** The link of each transfer; -1 for none. */
  readonly linkOf: Int32Array;
  readonly isCrowded: boolean;
}

/** Nodes with their places and sizes, and a link per ordered pair. O(transfers + nodes). */
export function sceneOf(prepared: PreparedLead): Scene {
  const { lead, accounts, minor } = prepared;
  const { from, to } = lead.transfers;
  const isCrowded = accounts.length >= CROWDED;
  const moved = new Float64Array(accounts.length);
  for (const ends of [from, to])
    ends.forEach((end, row) => {
      if (end >= 0) moved[end] = moved[end]! + minor[row]!;
    });
  const drawn = accountNodes(prepared, moved, isCrowded);
  const nodeOf = new Map(drawn.map(({ account }, node) => [account, node]));
  const groupOf = new Map(lead.layout.groups.map(({ kind, of }, i) => [`${kind}${of}`, drawn.length + i]));
  const find = (end: number, other: number): number | undefined =>
    end >= 0 ? nodeOf.get(end) : groupOf.get(`${end === -1 ? 'payers' : 'others'}${other}`);
  const nodes = [...drawn, ...groupNodes(prepared, isCrowded)];
  const linkOf = new Int32Array(prepared.count).fill(-1);
  const links = new Map<number, { from: number; to: number; total: number; index: number }>();
  for (let row = 0; row < prepared.count; row++) {
    const a = find(from[row]!, to[row]!);
    const b = find(to[row]!, from[row]!);
    if (a === undefined || b === undefined || a === b) continue;
    const key = a * nodes.length + b;
    const link = links.get(key) ?? { from: a, to: b, total: 0, index: links.size };
    link.total++;
    links.set(key, link);
    linkOf[row] = link.index;
  }
  const sorted = [...links.values()].sort((a, b) => b.total - a.total || a.index - b.index);
  const place = new Int32Array(sorted.length);
  sorted.forEach(({ index }, i) => (place[index] = i));
  return {
    nodes,
    nodeOf,
    links: sorted.map((link) => ({ ...link, isBothWays: links.has(link.to * nodes.length + link.from) })),
    linkOf: linkOf.map((index) => (index < 0 ? -1 : place[index]!)),
    isCrowded,
  };
}

/** Accounts that have a place; of a very large lead, only its largest do. */
function accountNodes({ lead, accounts }: PreparedLead, moved: Float64Array, isCrowded: boolean): SceneNode[] {
  const most = moved.reduce((a, b) => Math.max(a, b), 1e-9);
  const crowd = Math.min(1, 1.4 * Math.sqrt(CROWDED / accounts.length));
  return accounts.flatMap(({ index, role, name }): SceneNode[] => {
    const place = lead.layout.accounts[index];
    if (place === undefined || place === null) return [];
    const share = Math.sqrt(moved[index]! / most);
    const radius = isCrowded ? crowd * (2.5 + 7 * share) : 7 + 9 * share;
    return [{ kind: role, account: index, isGroup: false, x: place[0], y: place[1], radius, label: name }];
  });
}

function groupNodes({ lead }: PreparedLead, isCrowded: boolean): SceneNode[] {
  const { byOperator } = lead.protectedPayers;
  const most = Math.max(1, ...lead.layout.groups.map(({ of }) => byOperator[of] ?? 0));
  return lead.layout.groups.map(({ kind, of, x, y }) => {
    const count = kind === 'payers' ? (byOperator[of] ?? 0) : 0;
    const radius = isCrowded ? 3 : 6 + 6 * Math.sqrt(count / most);
    return { kind, account: of, isGroup: true, x, y, radius, label: count >= 3 ? String(count) : '' };
  });
}

/** Transfers of each link among some rows. O(rows). */
export function litCounts({ links, linkOf }: Scene, rows: readonly number[]): Uint32Array {
  const counts = new Uint32Array(links.length);
  for (const row of rows) {
    const link = linkOf[row]!;
    if (link >= 0) counts[link] = counts[link]! + 1;
  }
  return counts;
}
