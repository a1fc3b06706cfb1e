import { kindCode } from './account-kinds.js';
import { type MeasuredWorld } from './measured-world.js';

/** Accounts to learn from, domain after domain. */
export interface TrainingRows {
  readonly columns: readonly { readonly name: string; readonly values: Float32Array }[];
  /** 1 = core operator, 0 = anybody else. */
  readonly labels: Uint8Array;
  /** How much a row counts; all accounts count alike. */
  readonly weights: Float64Array;
  /** Rows of domain d are starts[d] .. starts[d + 1]. */
  readonly starts: readonly number[];
  /** Accounts that exceptional money reached, by domain, whether they are learned from or not. */
  readonly reached: readonly number[];
}

/**
 * Accounts of a world that are learned from: all that hold a position on the operating side, roles of operators that are left
 * out aside. Nobody else can be listed, whatever they score, and there are too many of them to learn beside.
 */
export function chosenAccounts({ kinds, placed }: Pick<MeasuredWorld, 'kinds' | 'placed'>): number[] {
  return [...kinds.keys()].filter((account) => placed[account] === 1 && kinds[account] !== kindCode('left-out'));
}

/** Gathers the rows of worlds, which must come domain after domain and with the same columns. */
export function gatherRows(worlds: Iterable<MeasuredWorld & { readonly domain: number }>): TrainingRows {
  const names: string[] = [];
  const chunks: Float32Array[][] = [];
  const labels: number[] = [];
  const starts = [0];
  const reached: number[] = [];
  for (const { kinds, placed, reached: reachedHere, columns, domain } of worlds) {
    reached[domain] = (reached[domain] ?? 0) + reachedHere;
    while (starts.length <= domain) starts.push(labels.length);
    if (names.length === 0) for (const { name } of columns) chunks[names.push(name) - 1] = [];
    if (columns.map(({ name }) => name).join() !== names.join())
      throw new Error('Expected the same signs in all worlds');
    const chosen = chosenAccounts({ kinds, placed });
    columns.forEach(({ values }, column) =>
      chunks[column]!.push(Float32Array.from(chosen, (account) => values[account]!)),
    );
    for (const account of chosen) labels.push(Number(kinds[account] === kindCode('core')));
  }
  starts.push(labels.length);
  return {
    columns: names.map((name, column) => ({ name, values: joined(chunks[column]!) })),
    labels: Uint8Array.from(labels),
    weights: new Float64Array(labels.length).fill(1),
    starts,
    reached,
  };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}
