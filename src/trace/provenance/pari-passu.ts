import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  multiplyFractions,
  resolveOptions,
  subtractFractions,
  ZERO,
} from '../../foundation/index.js';
import { type OriginPart, readEntries, type StatementEntry } from './account-statement.js';

/** How {@link pariPassu} looks at a statement. */
export interface PariPassuOptions {
  /** Only entries with a time up to this one count. Default all. */
  readonly until?: number;
}

const DEFAULTS: Required<PariPassuOptions> = Object.freeze({ until: Infinity });

/**
 * Pari passu: what is left in one account at a date is split by all contributions so far, whenever they were paid. There is
 * no tracing of payments and no tracing onward. The rule looks past a balance of zero and is not causal: it may give an
 * origin more than the account held of it at any time. Money paid before it came in counts as a contribution `opening`,
 * the least that will do.
 *
 * @returns one part per origin with a share in what is left, in order of first contribution; empty if nothing is left
 * @throws UsageError `statement-amount`, `statement-name`, `unknown-option`
 */
export function pariPassu(entries: Iterable<StatementEntry>, options: PariPassuOptions = {}): OriginPart[] {
  const { until } = resolveOptions(DEFAULTS, options, 'pariPassu');
  const contributions = new Map<string, Fraction>();
  let balance = ZERO;
  let least = ZERO;
  for (const { name, isCredit, amount, time } of readEntries(entries)) {
    if (time !== undefined && time > until) continue;
    balance = isCredit ? addFractions(balance, amount) : subtractFractions(balance, amount);
    if (compareFractions(balance, least) < 0) least = balance;
    if (isCredit) contributions.set(name, addFractions(contributions.get(name) ?? ZERO, amount));
  }
  const opening = subtractFractions(ZERO, least);
  const all: [string, Fraction][] =
    opening.numerator === 0n ? [...contributions] : [['opening', opening], ...contributions];
  const paidIn = all.reduce((sum, [, amount]) => addFractions(sum, amount), ZERO);
  const left = addFractions(balance, opening);
  if (left.numerator === 0n) return [];
  const rate = divideFractions(left, paidIn);
  return all
    .map(([origin, amount]) => ({ origin, amount: multiplyFractions(amount, rate) }))
    .filter(({ amount }) => amount.numerator > 0n);
}
