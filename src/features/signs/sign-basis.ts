import { type AccountFacts } from '../account-facts.js';
import { type SignColumn } from '../account-signs.js';
import { type FlowFeatures } from '../flow-features.js';

/** What all signs are worked out from. */
export interface SignBasis {
  readonly features: FlowFeatures;
  readonly facts: AccountFacts;
  readonly accounts: number;
  /** First to last transfer of the file in milliseconds, at least one day, so that shares of it are finite. */
  readonly periodMs: number;
}

/** Columns by name, NaN = missing until set, and all of them as a list. */
export type SignColumns<Name extends string> = Readonly<Record<Name, Float64Array>> & { list(): SignColumn[] };

/** Opens one empty column a name. */
export function signColumns<const Name extends string>(accounts: number, names: readonly Name[]): SignColumns<Name> {
  const columns = names.map((name) => [name, new Float64Array(accounts).fill(NaN)] as const);
  const byName = Object.fromEntries(columns) as Record<Name, Float64Array>;
  return { ...byName, list: () => columns.map(([name, values]) => ({ name, values })) };
}
