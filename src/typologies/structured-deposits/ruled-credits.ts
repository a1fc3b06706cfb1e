import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { channelCode, type Ledger } from '../../ledger/index.js';
import { type ExactShare } from '../numbers/exact-share.js';
import { isInForce, thresholdBands, type ThresholdBands } from '../thresholds/threshold-rule.js';
import { THRESHOLD_RULES, type ThresholdRule } from '../thresholds/thresholds.js';

/** Credits that one threshold row speaks about, by account: those just below it, and how many lie just above it. */
export interface RuledCredits {
  readonly rule: ThresholdRule;
  readonly bands: ThresholdBands;
  readonly scale: number;
  readonly low: ReadonlyMap<Account, readonly Row[]>;
  readonly high: ReadonlyMap<Account, number>;
}

/**
 * Sorts all credits under the threshold rows that are valid for their country, currency, channel and date. Cash counts
 * where it was handed in, or where it was paid out if that alone is given; a cross-border rule needs both countries.
 *
 * @returns one entry per threshold row that any credit falls under, or the name of what is missing
 */
export function ruledCredits(graph: TemporalGraph, width: ExactShare): readonly RuledCredits[] | string {
  const { ledger } = graph;
  const { channel, currency, receivedCurrency, countryFrom, countryTo, timeMs } = ledger.columns;
  const rules = THRESHOLD_RULES.filter(({ use }) => use === 'report');
  const sheets = rules.map((rule) => createSheet(ledger, rule, width));
  const credited = receivedCurrency ?? currency;
  const country = (column: Int32Array | undefined, row: Row): number => column?.[row] ?? -1;
  let anyCountry = false;
  for (let row = 0; row < graph.transferCount; row++) {
    if (graph.payer[row] === graph.beneficiary[row]) continue;
    const from = country(countryFrom, row);
    const to = country(countryTo, row);
    if (from < 0 && to < 0) continue;
    anyCountry = true;
    for (const sheet of sheets) {
      if (credited[row] !== sheet.currency || !sheet.channels.has(channel[row]!)) continue;
      if (!isInForce(sheet.rule, timeMs[row]!)) continue;
      const here = sheet.rule.crossBorder
        ? from >= 0 && to >= 0 && from !== to && (sheet.countries.has(from) || sheet.countries.has(to))
        : sheet.countries.has(from >= 0 ? from : to);
      if (here) note(graph, sheet, row);
    }
  }
  if (!anyCountry) return 'countryFrom or countryTo';
  const used = sheets.filter((sheet) => sheet.rows > 0);
  return used.length > 0 ? used : 'a threshold valid for the country, currency, channel and date of any credit';
}

interface Sheet extends RuledCredits {
  readonly currency: number;
  readonly channels: ReadonlySet<number>;
  readonly countries: ReadonlySet<number>;
  readonly low: Map<Account, Row[]>;
  readonly high: Map<Account, number>;
  rows: number;
}

function createSheet(ledger: Ledger, rule: ThresholdRule, width: ExactShare): Sheet {
  const currency = ledger.currencies.findIndex(({ code }) => code.toUpperCase() === rule.currency);
  const scale = ledger.currencies[currency]?.scale ?? 0;
  const countries = new Set<number>();
  ledger.places.forEach((place, i) => {
    if (rule.countries.includes(place.trim().toUpperCase())) countries.add(i);
  });
  return {
    rule,
    bands: thresholdBands(rule, scale, width),
    scale,
    currency,
    channels: new Set(rule.channels.map(channelCode)),
    countries,
    low: new Map(),
    high: new Map(),
    rows: 0,
  };
}

function note(graph: TemporalGraph, sheet: Sheet, row: Row): void {
  const minor = graph.ledger.received(row)?.minor;
  if (minor === undefined) return;
  sheet.rows++;
  const account = graph.beneficiary[row]!;
  const { lowFrom, lowTo, highFrom, highTo } = sheet.bands;
  if (minor >= lowFrom && minor <= lowTo) {
    const known = sheet.low.get(account);
    if (known === undefined) sheet.low.set(account, [row]);
    else known.push(row);
  } else if (minor >= highFrom && minor <= highTo) {
    sheet.high.set(account, (sheet.high.get(account) ?? 0) + 1);
  }
}
