import { createRandom } from '../../src/foundation/index.js';
import { kindCode } from './account-kinds.js';
import { type MeasuredWorld } from './measured-world.js';

/** Accounts to learn from, domain after domain. */
export interface TrainingRows {
  readonly columns: readonly { readonly name: string; readonly values: Float32Array }[];
  /** 1 = core operator, 0 = anybody else. */
  readonly labels: Uint8Array;
  /** How many accounts of a world a row stands for. */
  readonly weights: Float64Array;
  /** Rows of domain d are starts[d] .. starts[d + 1]. */
  readonly starts: readonly number[];
}

/** One in so many ordinary accounts is kept, and counts as so many. */
const THINNING = 3;

/** Accounts of a world that are learned from: all but those left out, ordinary ones thinned by a draw of their own. */
export function chosenAccounts({ kinds, placed }: Pick<MeasuredWorld, 'kinds' | 'placed'>, seed: number): number[] {
  const random = createRandom(seed);
  const drawn = Array.from(kinds, () => random() * THINNING < 1);
  return [...kinds.keys()].filter((account) => {
    const kind = kinds[account];
    return placed[account] === 1 && kind !== kindCode('left-out') && (kind !== kindCode('ordinary') || drawn[account]!);
  });
}

/** Gathers the rows of worlds, which must come domain after domain and with the same columns. */
export function gatherRows(
  worlds: Iterable<MeasuredWorld & { readonly domain: number; readonly seed: number }>,
): TrainingRows {
  const names: string[] = [];
  const chunks: Float32Array[][] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  const starts = [0];
  for (const { kinds, placed, columns, domain, seed } of worlds) {
    while (starts.length <= domain) starts.push(labels.length);
    if (names.length === 0) for (const { name } of columns) chunks[names.push(name) - 1] = [];
    if (columns.map(({ name }) => name).join() !== names.join())
      throw new Error('Expected the same signs in all worlds');
    const chosen = chosenAccounts({ kinds, placed }, seed);
    columns.forEach(({ values }, column) =>
      chunks[column]!.push(Float32Array.from(chosen, (account) => values[account]!)),
    );
    for (const account of chosen) {
      labels.push(Number(kinds[account] === kindCode('core')));
      weights.push(kinds[account] === kindCode('ordinary') ? THINNING : 1);
    }
  }
  starts.push(labels.length);
  return {
    columns: names.map((name, column) => ({ name, values: joined(chunks[column]!) })),
    labels: Uint8Array.from(labels),
    weights: Float64Array.from(weights),
    starts,
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
