import { type Ledger } from '../../ledger/index.js';
import { type Detection } from '../detector.js';

/** Whether times are clock times. Steps of a simulation carry no unit here, so hours and months mean nothing to them. */
export function hasClock(ledger: Ledger): boolean {
  return ledger.precision !== 'order' && ledger.precision !== 'step' && ledger.rowCount > 0;
}

/** The answer where hours, days or months are needed and there is no clock. */
export const NO_CLOCK: Detection = Object.freeze({ status: 'notEvaluable', missing: Object.freeze(['clock time']) });
