export { type Account, type Flavor, type Row } from './flavor.js';
export { assertInvariant, IllicitFlowsError, InputError, InvariantError, UsageError } from './errors.js';
export { type Issue, type IssueEffect, type Place } from './issue.js';
export { type Bounded, complete, stopped } from './bounded.js';
export { Budget } from './budget.js';
export { createRandom, randomInteger, randomNormal, type RandomSource, shuffle } from './random.js';
export {
  addFractions,
  compareFractions,
  divideFractions,
  formatFraction,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  ZERO,
} from './fraction.js';
export { adjustForMany } from './false-discovery.js';
export { compareText } from './compare.js';
export { type Country, countryName, countryOf } from './countries.js';
export { createPeriod, DAY_MS, HOUR_MS, type Period, periodContains } from './period.js';
export {
  coarser,
  daysFromCivil,
  daysInMonth,
  defaultTies,
  formatInstant,
  type Precision,
  PRECISIONS,
  type Ties,
} from './instant.js';
export { type IsoInstant, parseIsoInstant } from './parse-iso-instant.js';
export { addMoney, type ExactDecimal, formatMoney, MAX_AMOUNT_DIGITS, type Money, parseExactDecimal } from './money.js';
export { digitsOf, formatMinor, toMinor } from './minor-units.js';
export { requireOneOf, requireRange, resolveOptions } from './options.js';
export { type Progress, type ProgressListener } from './progress.js';
export { type Step, type Watched, watchSteps } from './watch.js';
export { foldedText, sieveFor, textsHolding } from './texts-within.js';
export { VERSION } from './version.js';
