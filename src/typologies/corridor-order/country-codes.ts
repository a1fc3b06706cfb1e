/** ISO 3166-1 alpha-3 of the countries on the library's corridors, by alpha-2. */
const ALPHA_3: Readonly<Record<string, string>> = {
  ...{ AE: 'ARE', AF: 'AFG', AL: 'ALB', AT: 'AUT', AU: 'AUS', BA: 'BIH', BD: 'BGD', BE: 'BEL', BY: 'BLR', CA: 'CAN' },
  ...{ CO: 'COL', CR: 'CRI', DE: 'DEU', DJ: 'DJI', DZ: 'DZA', EG: 'EGY', ER: 'ERI', ES: 'ESP', ET: 'ETH', FI: 'FIN' },
  ...{ FR: 'FRA', GB: 'GBR', GM: 'GMB', GR: 'GRC', GT: 'GTM', HN: 'HND', HR: 'HRV', HU: 'HUN', ID: 'IDN', IN: 'IND' },
  ...{ IQ: 'IRQ', IR: 'IRN', IT: 'ITA', LT: 'LTU', LV: 'LVA', LY: 'LBY', MA: 'MAR', MK: 'MKD', MM: 'MMR', MR: 'MRT' },
  ...{ MT: 'MLT', MX: 'MEX', MY: 'MYS', NE: 'NER', NG: 'NGA', NI: 'NIC', NO: 'NOR', PA: 'PAN', PK: 'PAK', PL: 'POL' },
  ...{ RO: 'ROU', RS: 'SRB', RU: 'RUS', SA: 'SAU', SD: 'SDN', SN: 'SEN', SO: 'SOM', SY: 'SYR', TH: 'THA', TN: 'TUN' },
  ...{ TR: 'TUR', US: 'USA', VN: 'VNM', YE: 'YEM' },
};

/** How a country may be written in a column: alpha-2, and alpha-3 where it is on a corridor of the library. */
export function countryCodes(alpha2: string): string[] {
  const alpha3 = ALPHA_3[alpha2];
  return alpha3 === undefined ? [alpha2] : [alpha2, alpha3];
}
