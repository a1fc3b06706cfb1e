import { type Arithmetic } from './arithmetic.js';
import { BirthHolding } from './birth-holding.js';
import { ClassedHolding } from './classed-holding.js';
import { LineHolding } from './line-holding.js';
import { type Holding } from './lot.js';
import { PoolHolding } from './pool-holding.js';
import { type LotRule } from './tracing-rules.js';

/** What some rules ask besides. */
export interface HoldingOptions {
  /** How the two rules of claims choose inside a class of money. Default 'proportional'. */
  readonly within?: 'proportional' | 'fifo';
  /** Whether an origin belongs to the claim. Default none does. */
  readonly isClaimed?: (origin: number) => boolean;
  /** Whether neighbours in a line that differ in birth alone become one lot. Default true. */
  readonly joins?: boolean;
}

/** The policy of each rule: makes empty holdings. A new rule is a new holding and a line here. */
export function holdingOfRule<Q>(
  rule: LotRule,
  arithmetic: Arithmetic<Q>,
  { within = 'proportional', isClaimed = () => false, joins = true }: HoldingOptions = {},
): () => Holding<Q> {
  const oneClass = (): Holding<Q> =>
    within === 'fifo' ? new LineHolding(arithmetic, 'first', joins) : new PoolHolding(arithmetic);
  switch (rule) {
    case 'fifo':
      return () => new LineHolding(arithmetic, 'first', joins);
    case 'lifo':
      return () => new LineHolding(arithmetic, 'last', joins);
    case 'pro-rata':
      return () => new PoolHolding(arithmetic);
    case 'least-recently-born':
      return () => new BirthHolding(arithmetic, 'earliest');
    case 'most-recently-born':
      return () => new BirthHolding(arithmetic, 'latest');
    case 'lowest-intermediate-balance':
      return () => new ClassedHolding(arithmetic, oneClass(), oneClass(), ({ origin }) => !isClaimed(origin));
    case 'taint-first':
      return () => new ClassedHolding(arithmetic, oneClass(), oneClass(), ({ origin }) => isClaimed(origin));
  }
}
