import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Signs of all accounts of one world, single precision, and their kinds. */
export interface MeasuredWorld {
  readonly kinds: Uint8Array;
  readonly columns: readonly { readonly name: string; readonly values: Float32Array }[];
}

/** Writes names, kinds and columns into one file; whole or not at all. */
export function writeMeasuredWorld(path: string, { kinds, columns }: MeasuredWorld): void {
  const header = Buffer.from(`${JSON.stringify({ accounts: kinds.length, names: columns.map(({ name }) => name) })}\n`);
  const bytes = columns.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength));
  writeFileSync(`${path}.part`, Buffer.concat([header, kinds, ...bytes]));
  renameSync(`${path}.part`, path);
}

export function readMeasuredWorld(path: string): MeasuredWorld {
  const bytes = readFileSync(path);
  const end = bytes.indexOf('\n') + 1;
  const { accounts, names } = JSON.parse(bytes.toString('utf8', 0, end)) as { accounts: number; names: string[] };
  const columns = names.map((name, column) => {
    const from = end + accounts + 4 * accounts * column;
    // Copied, because a view must start at a multiple of four bytes.
    return { name, values: new Float32Array(Uint8Array.from(bytes.subarray(from, from + 4 * accounts)).buffer) };
  });
  return { kinds: Uint8Array.from(bytes.subarray(end, end + accounts)), columns };
}
