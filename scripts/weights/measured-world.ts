import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type NeighbourTies, type SignColumn } from '../../src/features/index.js';

/** What training needs of one world. */
export interface MeasuredWorld {
  /** Kind of each account, see `ACCOUNT_KINDS`. */
  readonly kinds: Uint8Array;
  /** 1 for accounts whose position in the flow allows them to be listed, whatever they score. */
  readonly placed: Uint8Array;
  /** How many accounts exceptional money reached, kinds that are left out aside. */
  readonly reached: number;
  /** Signs of all accounts, in single precision. */
  readonly columns: readonly { readonly name: string; readonly values: Float32Array }[];
  /** Who pays whom, for signs of the second pass. */
  readonly ties: NeighbourTies;
}

interface Header {
  readonly accounts: number;
  readonly reached: number;
  readonly relations: number;
  readonly noticeableShare: number;
  readonly names: readonly string[];
}

/** Writes a world into one file: a line of JSON, then the columns one after another; whole or not at all. */
export function writeMeasuredWorld(path: string, { kinds, placed, reached, columns, ties }: MeasuredWorld): void {
  const { relations, marked, parameters } = ties;
  const header: Header = {
    accounts: kinds.length,
    reached,
    relations: relations.count,
    noticeableShare: parameters.noticeableShare,
    names: columns.map(({ name }) => name),
  };
  const parts = [
    kinds,
    placed,
    ...columns.map(({ values }) => values),
    relations.payer,
    relations.beneficiary,
    relations.total,
    marked.totalIn,
    marked.totalOut,
  ];
  const bytes = parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  writeFileSync(`${path}.part`, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...bytes]));
  renameSync(`${path}.part`, path);
}

export function readMeasuredWorld(path: string): MeasuredWorld {
  const bytes = readFileSync(path);
  let at = bytes.indexOf('\n') + 1;
  const {
    accounts,
    reached,
    relations: count,
    noticeableShare,
    names,
  } = JSON.parse(bytes.toString('utf8', 0, at)) as Header;
  // Copied, because a view must start at a multiple of its width.
  const take = (length: number): ArrayBuffer => Uint8Array.from(bytes.subarray(at, (at += length))).buffer;
  const kinds = new Uint8Array(take(accounts));
  const placed = new Uint8Array(take(accounts));
  const columns = names.map((name) => ({ name, values: new Float32Array(take(4 * accounts)) }));
  const payer = new Int32Array(take(4 * count));
  const beneficiary = new Int32Array(take(4 * count));
  const total = new Float64Array(take(8 * count));
  const totalIn = new Float64Array(take(8 * accounts));
  const totalOut = new Float64Array(take(8 * accounts));
  const ties = {
    graph: { accountCount: accounts },
    relations: { count, payer, beneficiary, total },
    marked: { totalIn, totalOut },
    parameters: { noticeableShare },
  };
  return { kinds, placed, reached, columns, ties };
}

export function toSingle({ name, values }: SignColumn): { name: string; values: Float32Array } {
  return { name, values: Float32Array.from(values) };
}
