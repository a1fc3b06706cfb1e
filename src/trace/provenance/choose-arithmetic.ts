import { type Arithmetic, MinorBigints, MinorNumbers, Rationals } from '../holdings/arithmetic.js';
import { type TraceSettings } from './trace-options.js';

/** Uneven divisions, and transfers booked, up to which `auto` tries rational numbers. */
const EXACT_DIVISIONS = 20_000;
const EXACT_TRANSFERS = 200_000;

/** A run that is done, as far as the choice of its arithmetic is concerned. */
export interface ArithmeticRun {
  readonly arithmetic: Pick<Arithmetic<unknown>, 'unevenDivisions' | 'exhausted'>;
  readonly transfers: number;
}

/**
 * Runs in the arithmetic that the settings ask for. `auto` runs in whole minor units first: if all divisions come out,
 * they are exact already; else rational numbers are tried where they promise to stay small.
 *
 * @param wide whether amounts may be 2^53 or more
 * @param run makes one run, in a new arithmetic
 */
export function runInArithmetic<R extends ArithmeticRun>(
  { arithmetic, exactDigits }: Pick<TraceSettings, 'arithmetic' | 'exactDigits'>,
  wide: boolean,
  run: <Q>(newArithmetic: () => Arithmetic<Q>) => R,
): R {
  if (arithmetic === 'exact') return run(() => new Rationals(exactDigits));
  const whole = wide ? run(() => new MinorBigints()) : run(() => new MinorNumbers());
  const { unevenDivisions } = whole.arithmetic;
  const isMuch = unevenDivisions > EXACT_DIVISIONS || whole.transfers > EXACT_TRANSFERS;
  if (arithmetic === 'minor-units' || unevenDivisions === 0 || isMuch) return whole;
  const exact = run(() => new Rationals(exactDigits, EXACT_DIVISIONS));
  return exact.arithmetic.exhausted ? whole : exact;
}
