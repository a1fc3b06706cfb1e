import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import { isInForce, thresholdMinor } from '../thresholds/threshold-rule.js';
import { THRESHOLD_RULES, type ThresholdRule } from '../thresholds/thresholds.js';

/** Withdrawals of cash that one threshold row speaks about. */
export interface RuledWithdrawals {
  readonly rule: ThresholdRule;
  readonly limitMinor: bigint;
  readonly scale: number;
  /** By who withdraws; ascending. */
  readonly rows: ReadonlyMap<Account, readonly Row[]>;
}

const CASH = channelCode('cash');

/**
 * Sorts withdrawals under the reporting thresholds for cash that are valid for their country, currency and date. The
 * country is where the cash was paid out, or where the account is if that alone is given. Rows that nothing falls under
 * are left out. O(transfers x threshold rows).
 */
export function ruledWithdrawals(graph: TemporalGraph): RuledWithdrawals[] {
  const { ledger } = graph;
  const { channel, currency, countryFrom, countryTo, timeMs } = ledger.columns;
  const rules = THRESHOLD_RULES.filter(
    ({ use, channels, crossBorder }) => use === 'report' && channels.includes('cash') && !crossBorder,
  );
  return rules.flatMap((rule): RuledWithdrawals[] => {
    const code = ledger.currencies.findIndex((one) => one.code.toUpperCase() === rule.currency);
    const scale = ledger.currencies[code]?.scale;
    if (scale === undefined) return [];
    const valid = ledger.places.map((place) => rule.countries.includes(place.trim().toUpperCase()));
    const rows = new Map<Account, Row[]>();
    for (let row = 0; row < graph.transferCount; row++) {
      if (channel[row] !== CASH || currency[row] !== code || Number.isNaN(ledger.columns.amountMinor[row])) continue;
      const paidOut = countryTo?.[row] ?? -1;
      const place = paidOut >= 0 ? paidOut : (countryFrom?.[row] ?? -1);
      const payer = graph.payer[row]!;
      if (valid[place] !== true || !isInForce(rule, timeMs[row]!) || payer === graph.beneficiary[row]) continue;
      const known = rows.get(payer);
      if (known === undefined) rows.set(payer, [row]);
      else known.push(row);
    }
    return rows.size === 0 ? [] : [{ rule, limitMinor: thresholdMinor(rule, scale), scale, rows }];
  });
}
