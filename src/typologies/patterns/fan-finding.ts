import { type Measure } from '../../evidence/index.js';
import { type Ledger } from '../../ledger/index.js';
import { type FanWindow } from './fan-windows.js';
import { moneyMeasures } from '../finding-parts.js';
import { hoursBetween } from '../time/window-length.js';

/**
 * The measures of a fan: `distinctCounterparties`, their share of all in counted transfers, and `spanHours` beside their parameters, `transfers`, and of the run
 * of overlapping windows `windowsInRun` and `runSpanHours`; then `amount` per currency.
 */
export function fanMeasures(
  ledger: Ledger,
  window: FanWindow,
  { least, windowHours, minShare }: { readonly least: number; readonly windowHours: number; readonly minShare: number },
): Measure[] {
  const spanHours = hoursBetween(window.firstMs, window.lastMs, ledger.precision);
  const runSpanHours = hoursBetween(window.runFirstMs, window.runLastMs, ledger.precision);
  return [
    { name: 'distinctCounterparties', value: window.distinct, unit: 'count', threshold: least },
    {
      name: 'shareOfAllCounterparties',
      value: window.distinct / window.distinctEver,
      unit: 'share',
      threshold: minShare,
    },
    { name: 'spanHours', value: spanHours, unit: 'hours', threshold: windowHours },
    { name: 'transfers', value: window.rows.length, unit: 'count' },
    { name: 'windowsInRun', value: window.windowsInRun, unit: 'count' },
    { name: 'runSpanHours', value: runSpanHours, unit: 'hours' },
    ...moneyMeasures(ledger, 'amount', window.rows),
  ];
}
