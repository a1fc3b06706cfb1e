import { type ReportLead } from '../report-data.js';
import { counted, listed, money, whole } from './numbers.js';

/** The table that holds every transfer of a lead. */
export function transfersFile(lead: string): string {
  return `leads/${lead}/transfers.csv`;
}

/** What a page leaves out of a lead too large for it, and where all of it is; empty where it holds everything. */
export function leftOutWords({ lead, whole: all, operators, transfers }: ReportLead): string {
  const [accounts, rows] = [operators.length, transfers.from.length];
  if (accounts === all.accounts && rows === all.transfers) return '';
  const ofAccounts =
    accounts === all.accounts ? '' : `the ${whole(accounts)} largest of ${counted(all.accounts, 'account')}`;
  const ofTransfers =
    rows === all.transfers
      ? ''
      : `${whole(rows)} of ${counted(all.transfers, 'transfer')}, those in findings first and then those that come first in the data`;
  const texts = [ofAccounts, ofTransfers].filter((text) => text !== '');
  return (
    `This lead is too large for one page, which holds ${texts.join(' and ')}. Pictures and tables show these; ` +
    `what is told above of the lead was counted before${all.sums.length === 0 ? '' : `, and so were all its transfers together: ${listed(all.sums.map(money))}`}. ` +
    `${transfersFile(lead)} holds every transfer, and accounts.csv every account.`
  );
}

/** How many accounts the network draws, where it does not draw all. */
export function drawnWords({ whole: all, layout }: ReportLead): string {
  const drawn = layout.accounts.filter((place) => place !== null).length;
  return drawn === all.accounts ? '' : `The ${whole(drawn)} largest of ${counted(all.accounts, 'account')} are drawn. `;
}
