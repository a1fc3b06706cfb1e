import { type Arithmetic } from './arithmetic.js';
import { BirthHolding } from './birth-holding.js';
import { ClassedHolding } from './classed-holding.js';
import { LineHolding } from './line-holding.js';
import { type Holding } from './lot.js';
import { PoolHolding } from './pool-holding.js';
import { type LotRule } from './tracing-rules.js';

/**
 * The policy of each rule: makes empty holdings. A new rule is a new holding and a line here.
 *
 * @param isClaimed whether an origin belongs to the claim; asked by the two rules that need one
 */
export function holdingOfRule<Q>(
  rule: LotRule,
  arithmetic: Arithmetic<Q>,
  within: 'proportional' | 'fifo',
  isClaimed: (origin: number) => boolean,
): () => Holding<Q> {
  const oneClass = (): Holding<Q> =>
    within === 'fifo' ? new LineHolding(arithmetic, 'first') : new PoolHolding(arithmetic);
  switch (rule) {
    case 'fifo':
      return () => new LineHolding(arithmetic, 'first');
    case 'lifo':
      return () => new LineHolding(arithmetic, 'last');
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
