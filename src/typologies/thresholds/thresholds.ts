import { DAY_MS, daysFromCivil } from '../../foundation/index.js';
import { type Channel } from '../../ledger/index.js';
import { citation, type Citation } from '../../evidence/index.js';

/** A reporting threshold: data, not code. */
export interface ThresholdRule {
  /** Stable, such as `US-CTR`. */
  readonly id: string;
  readonly rule: string;
  /** Codes as they may be written in a country column, upper case. */
  readonly countries: readonly string[];
  readonly currency: string;
  /** Decimal text in units of the currency. */
  readonly amount: string;
  /** Which amounts the rule catches. */
  readonly operator: '>' | '>=';
  /** Which transactions of one person are summed before the rule is asked. */
  readonly aggregation: 'none' | '24h' | 'businessDay' | 'month';
  readonly channels: readonly Channel[];
  /** True if only transfers between two countries count. */
  readonly crossBorder: boolean;
  /** UTC milliseconds, half open; null = not known or not ended. */
  readonly validFromMs: number | null;
  readonly validToMs: number | null;
  /** `report`: every transaction it catches is reported, so staying below it may be a purpose. `context`: shown only. */
  readonly use: 'report' | 'context';
  readonly note: string;
  readonly source: Citation;
}

const US = ['US', 'USA'];
const EU = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU'],
  ...['LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
];

function civil(year: number, month: number, day: number): number {
  return daysFromCivil(year, month, day) * DAY_MS;
}

const PLAIN = {
  aggregation: 'none',
  crossBorder: false,
  validFromMs: null,
  validToMs: null,
  use: 'context',
  note: 'Start date not known.',
} as const;

/** The threshold rows that the library knows. Rows whose dates are not known carry null and say so. */
export const THRESHOLD_RULES: readonly ThresholdRule[] = Object.freeze<ThresholdRule[]>([
  {
    ...PLAIN,
    id: 'US-CTR',
    rule: 'Cash over USD 10,000; cash by or for one person sums per business day',
    countries: US,
    currency: 'USD',
    amount: '10000',
    operator: '>',
    aggregation: 'businessDay',
    channels: ['cash'],
    use: 'report',
    source: citation('threshold-overview'),
  },
  {
    ...PLAIN,
    id: 'US-3000',
    rule: 'Funds transfers of USD 3,000 and more are recorded',
    countries: US,
    currency: 'USD',
    amount: '3000',
    operator: '>=',
    channels: ['wire', 'value-transfer'],
    use: 'report',
    note: 'Recordkeeping rather than a report; press accounts of 2014 call it a reporting threshold. Start date not known.',
    source: citation('FIN-2014-A008'),
  },
  {
    ...PLAIN,
    id: 'US-MSB-SAR',
    rule: 'Unusual-activity level of money service businesses, USD 2,000; lower is voluntary',
    countries: US,
    currency: 'USD',
    amount: '2000',
    operator: '>=',
    channels: ['value-transfer'],
    note: 'A level at which judgement starts, not a threshold that reports every transaction.',
    source: citation('FIN-2025-Alert003'),
  },
  {
    ...PLAIN,
    id: 'US-GTO-2025',
    rule: 'Cash at money service businesses in 30 ZIP codes of CA and TX: over 200, up to 10,000',
    countries: US,
    currency: 'USD',
    amount: '200',
    operator: '>',
    channels: ['cash'],
    validFromMs: civil(2025, 4, 14),
    validToMs: civil(2026, 3, 7),
    note: 'A band and a list of ZIP codes, which country columns cannot tell.',
    source: citation('us-gto-2025'),
  },
  {
    ...PLAIN,
    id: 'US-GTO-2026',
    rule: '12 counties of AZ, TX, NM and some CA ZIP codes: from 1,000 up to 10,000',
    countries: US,
    currency: 'USD',
    amount: '1000',
    operator: '>=',
    channels: ['cash'],
    validFromMs: civil(2026, 3, 7),
    note: 'Replaces the order of 2025. A band and a list of counties, which country columns cannot tell.',
    source: citation('us-gto-2026'),
  },
  {
    ...PLAIN,
    id: 'CA-LCTR',
    rule: 'Cash of CAD 10,000 and more; two or more in 24 hours add up',
    countries: ['CA', 'CAN'],
    currency: 'CAD',
    amount: '10000',
    operator: '>=',
    aggregation: '24h',
    channels: ['cash'],
    use: 'report',
    source: citation('threshold-overview'),
  },
  {
    ...PLAIN,
    id: 'CA-EFT',
    rule: 'Cross-border electronic transfer of CAD 10,000 and more',
    countries: ['CA', 'CAN'],
    currency: 'CAD',
    amount: '10000',
    operator: '>=',
    channels: ['wire'],
    crossBorder: true,
    use: 'report',
    source: citation('canada-eft'),
  },
  {
    ...PLAIN,
    id: 'AU-TTR',
    rule: 'Cash of AUD 10,000 and more; several transactions do not add up',
    countries: ['AU', 'AUS'],
    currency: 'AUD',
    amount: '10000',
    operator: '>=',
    channels: ['cash'],
    validFromMs: civil(2022, 1, 1),
    use: 'report',
    note: 'Without adding up since the guidance of 2022, whose day is not known: taken as 1 January.',
    source: citation('austrac-multiple-cash'),
  },
  {
    ...PLAIN,
    id: 'EU-CASH-BORDER',
    rule: 'EUR 10,000 and more carried over the border of the European Union',
    countries: EU,
    currency: 'EUR',
    amount: '10000',
    operator: '>=',
    channels: ['cash'],
    note: 'About cash that is carried, not about deposits.',
    source: citation('eu-cash-control'),
  },
  {
    ...PLAIN,
    id: 'EU-AMLR',
    rule: 'Cash cap for traders, EUR 10,000; members may go lower',
    countries: EU,
    currency: 'EUR',
    amount: '10000',
    operator: '>=',
    channels: ['cash'],
    validFromMs: civil(2027, 7, 10),
    note: 'A cap for traders, not a report; the date is from memory.',
    source: citation('eu-aml-package-2024'),
  },
  {
    ...PLAIN,
    id: 'EU-CASP',
    rule: 'Due diligence of crypto providers from EUR 1,000',
    countries: EU,
    currency: 'EUR',
    amount: '1000',
    operator: '>=',
    channels: ['crypto'],
    validFromMs: civil(2027, 7, 10),
    note: 'Due diligence, not a report; the date is from memory.',
    source: citation('eu-aml-package-2024'),
  },
  {
    ...PLAIN,
    id: 'EU-TFR',
    rule: 'Full data of the originator from EUR 1,000, Regulation (EU) 2023/1113',
    countries: EU,
    currency: 'EUR',
    amount: '1000',
    operator: '>=',
    channels: ['wire', 'crypto', 'value-transfer'],
    note: 'Data that travels with the transfer, not a report. From memory.',
    source: citation('eu-aml-package-2024'),
  },
  {
    ...PLAIN,
    id: 'MX-USD',
    rule: 'Deposits of US cash capped at USD 7,000 a month for customers',
    countries: ['MX', 'MEX'],
    currency: 'USD',
    amount: '7000',
    operator: '>',
    aggregation: 'month',
    channels: ['cash'],
    validFromMs: civil(2010, 1, 1),
    note: 'A cap, not a report; the day in 2010 is not known: taken as 1 January.',
    source: citation('mexico-usd-2014'),
  },
]);
