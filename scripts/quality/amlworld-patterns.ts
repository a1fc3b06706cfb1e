/** A planted transfer; the account carries its bank, as account numbers are unique within one only. */
export interface AttemptTransfer {
  readonly timeMs: number;
  readonly payer: string;
  readonly beneficiary: string;
  readonly amount: string;
  readonly currency: string;
  readonly receivedAmount: string;
  readonly receivedCurrency: string;
}

/** One planted laundering attempt. */
export interface Attempt {
  /** `FAN-IN`, `CYCLE`, ... */
  readonly type: string;
  readonly transfers: readonly AttemptTransfer[];
}

/** Codes of the words that the file uses for currencies. */
const CURRENCIES = new Map([
  ['US Dollar', 'USD'],
  ['Euro', 'EUR'],
  ['UK Pound', 'GBP'],
  ['Swiss Franc', 'CHF'],
  ['Yen', 'JPY'],
  ['Yuan', 'CNY'],
  ['Rupee', 'INR'],
  ['Ruble', 'RUB'],
  ['Shekel', 'ILS'],
  ['Saudi Riyal', 'SAR'],
  ['Mexican Peso', 'MXN'],
  ['Brazil Real', 'BRL'],
  ['Canadian Dollar', 'CAD'],
  ['Australian Dollar', 'AUD'],
  ['Bitcoin', 'BTC'],
]);

/** Reads `HI-Small_Patterns.txt`: blocks between BEGIN and END lines, rows as in the transaction file without header. */
export function readAttempts(text: string): Attempt[] {
  const attempts: Attempt[] = [];
  let transfers: AttemptTransfer[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const begin = /^BEGIN LAUNDERING ATTEMPT - ([A-Z-]+)/u.exec(line);
    if (begin !== null) {
      transfers = [];
      attempts.push({ type: begin[1]!, transfers });
    } else if (line !== '' && !line.startsWith('END')) transfers.push(readTransfer(line.split(',')));
  }
  return attempts;
}

function readTransfer(cells: readonly string[]): AttemptTransfer {
  const [time = '', fromBank, from, toBank, to, received = '', receivedIn = '', paid = '', paidIn = ''] = cells;
  return {
    timeMs: Date.parse(`${time.replaceAll('/', '-').replace(' ', 'T')}:00Z`),
    payer: `${fromBank} ${from}`,
    beneficiary: `${toBank} ${to}`,
    amount: paid,
    currency: CURRENCIES.get(paidIn) ?? paidIn,
    receivedAmount: received,
    receivedCurrency: CURRENCIES.get(receivedIn) ?? receivedIn,
  };
}
