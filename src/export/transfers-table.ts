import { type LeadDocument } from '../disclosure/index.js';
import { formatAccount } from './cells.js';
import { csvTable } from './csv-table.js';
import { instantAfter } from './instant-after.js';

/** What a table writes for the ends of a transfer that are not named. */
const PROTECTED_PAYER = 'protected payer';
const OTHER_ACCOUNT = 'other account';

/**
 * leads/C001/transfers.csv: every transfer of a lead that its document holds, by file and line. Ends that are no operators of the
 * lead are words, never accounts.
 */
export function leadTransfersTable(lead: LeadDocument, precision: string): Generator<string, void> {
  const { operators, transfers, findings, currencies, channels, places, files } = lead;
  const names = operators.map(({ accounts }) => accounts.map(formatAccount).join(' | '));
  const endOf = (end: number): string => names[end] ?? (end === -1 ? PROTECTED_PAYER : OTHER_ACCOUNT);
  const { start, seconds } = transfers;
  return csvTable<number>(
    [
      { name: 'lead', kind: 'plain', value: () => lead.lead },
      { name: 'findings', kind: 'plain', value: (i) => transfers.findings[i]!.map((at) => findings[at]!).join(' ') },
      { name: 'file', kind: 'text', value: (i) => files[transfers.file[i]!]! },
      { name: 'line', kind: 'plain', value: (i) => transfers.line[i]! },
      { name: 'time', kind: 'plain', value: (i) => instantAfter(start, seconds[i]!, precision) },
      { name: 'from', kind: 'text', value: (i) => endOf(transfers.from[i]!) },
      { name: 'to', kind: 'text', value: (i) => endOf(transfers.to[i]!) },
      { name: 'amount', kind: 'plain', value: (i) => transfers.amount[i] ?? '' },
      { name: 'currency', kind: 'text', value: (i) => currencies[transfers.currency[i]!] ?? '' },
      { name: 'channel', kind: 'plain', value: (i) => channels[transfers.channel[i]!] ?? '' },
      { name: 'place_from', kind: 'text', value: (i) => places[transfers.placeFrom[i]!] ?? '' },
      { name: 'place_to', kind: 'text', value: (i) => places[transfers.placeTo[i]!] ?? '' },
      { name: 'country_from', kind: 'text', value: (i) => places[transfers.countryFrom[i]!] ?? '' },
      { name: 'country_to', kind: 'text', value: (i) => places[transfers.countryTo[i]!] ?? '' },
    ],
    seconds.keys(),
  );
}
