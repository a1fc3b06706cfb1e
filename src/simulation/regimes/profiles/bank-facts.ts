/** Countries whose banks, cards and payrolls see most of ordinary life. */
export const RICH: readonly string[] = ['DE', 'FR', 'GB', 'IT', 'ES', 'NL', 'SE', 'AT', 'US'];

/** Countries where cash and transfers share it. */
export const MIDDLING: readonly string[] = ['GR', 'PL', 'HU', 'RS', 'TR', 'MX', 'AL', 'GE', 'MA'];

/** What banks hand out, by weight. */
export const BANK_COLUMNS = { full: 8, 'no-places': 3, 'no-channels': 2, 'no-countries': 2, 'no-ids': 2, bare: 1 };
