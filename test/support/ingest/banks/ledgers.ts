import { paid, type Payment, paymentsOf } from './romance.js';
import { type BankFixture, date, encoded, money, table, type ToldTransfer } from './story.js';

/** Remittance ledgers, books of value transfer, exchanges and chains. */
export function ledgerFixtures(): BankFixture[] {
  return [
    remittance(),
    moneyTransfer(),
    hawalaBook(),
    hawalaTokens(),
    names(),
    tokens(),
    chain(),
    tron(),
    withdrawals(),
    unixTimes(),
    ambiguous(),
    wallet(),
    register(),
  ];
}

const PHONE = (account: string): string => `+2126${account.slice(1, 9)}`;

/** Names and telephones are all that is known of the sides. */
function remittance(): BankFixture {
  const payments = paymentsOf(60, 24, '');
  const header = [
    'MTCN',
    'SendDate',
    'SenderFirstName',
    'SenderLastName',
    'SenderPhone',
    'SenderNationality',
    'ReceiverFirstName',
    'ReceiverLastName',
    'ReceiverPhone',
    'PrincipalAmount',
    'Currency',
    'Fee',
    'PayoutCountry',
    'Status',
  ];
  const status = (n: number): string => (n % 8 === 3 ? 'CANCELLED' : n % 11 === 5 ? 'REFUNDED' : 'PAID');
  const rows = payments.map((p) => [
    ...[
      `${p.number + 100}-000-${p.number + 200}`,
      date(p.day, 'M/D/Y'),
      ...p.from.name.split(' '),
      PHONE(p.from.account),
      'XX',
    ],
    ...[...p.to.name.split(' '), PHONE(p.to.account), money(p.cents, '.', ''), 'USD', '4.90', 'MA', status(p.number)],
  ]);
  const side = ({ name, account }: Payment['from']): string => `${name} ${PHONE(account)}`;
  const all = payments
    .filter(({ number }) => status(number) === 'PAID')
    .map((p): ToldTransfer => ({ ...paid(p, 'USD'), payer: side(p.from), beneficiary: side(p.to) }));
  return { name: 'remittance-ledger.csv', bytes: encoded(table([header, ...rows], ',')), told: all };
}

/** What was sent and what was paid out, in two currencies. */
function moneyTransfer(): BankFixture {
  const payments = paymentsOf(61, 20, '');
  const header = [
    'Ref',
    'Date',
    'SenderID',
    'SenderCountry',
    'ReceiverID',
    'ReceiverCountry',
    'SendAmount',
    'SendCurrency',
    'PayoutAmount',
    'PayoutCurrency',
    'Agent',
    'State',
  ];
  const state = (n: number): string => (n % 9 === 4 ? 'Voided' : n % 7 === 1 ? 'Available' : 'Picked up');
  const rows = payments.map((p) => [
    ...[
      `MG${p.number + 5000}`,
      `${date(p.day, 'Y-M-D')}T12:00:00Z`,
      `S${p.from.account}`,
      'FR',
      `R${p.to.account}`,
      'SN',
    ],
    ...[money(p.cents, '.', ''), 'EUR', money(p.cents * 655, '.', ''), 'XOF', 'A17', state(p.number)],
  ]);
  const all = payments
    .filter(({ number }) => state(number) === 'Picked up')
    .map((p) => ({
      ...paid(p, 'EUR'),
      payer: `S${p.from.account}`,
      beneficiary: `R${p.to.account}`,
      time: new Date(p.day.getTime() + 43_200_000).toISOString(),
    }));
  return { name: 'money-transfer.psv', bytes: encoded(table([header, ...rows], '|')), told: all };
}

/** Tabs with blanks in the cells; rows end where the notes end. */
function hawalaBook(): BankFixture {
  const payments = paymentsOf(62, 20, '');
  const shop = (account: string): string => `shop ${account.slice(1, 4)}`;
  const text = payments
    .map((p) => {
      const cells = [date(p.day, 'D/M/y'), shop(p.from.account), shop(p.to.account), money(p.cents, '.', ','), 'AED'];
      if (p.number % 3 === 0) cells.push('word of the day', `tazkira ${p.number}`);
      return cells.join('\t');
    })
    .join('\n');
  const bytes = encoded(`date\tfrom\tto\tamount\tcurrency\tnote\tmark\n${text}\n`);
  const full = payments.filter(({ number }) => number % 3 === 0);
  const all = full.map((p) => ({ ...paid(p, 'AED'), payer: shop(p.from.account), beneficiary: shop(p.to.account) }));
  return { name: 'hawala-book.tsv', bytes, told: all };
}

/** Currency and amount in one cell. */
function hawalaTokens(): BankFixture {
  const payments = paymentsOf(63, 18, '');
  const header = ['Date', 'Code', 'Sender', 'Sender phone', 'Receiver', 'Receiver phone', 'City', 'Amount', 'Paid out'];
  const rows = payments.map((p) => [
    ...[
      date(p.day, 'D.M.Y'),
      `c${p.number}`,
      p.from.name,
      PHONE(p.from.account),
      p.to.name,
      PHONE(p.to.account),
      'Herat',
    ],
    ...[`${p.number % 4 === 0 ? 'USD' : 'EUR'} ${money(p.cents, '.', "'")}`, p.number % 6 === 5 ? 'no' : 'yes'],
  ]);
  const all = payments
    .filter(({ number }) => number % 6 !== 5)
    .map((p) => ({
      ...paid(p, p.number % 4 === 0 ? 'USD' : 'EUR'),
      payer: `${p.from.name} ${PHONE(p.from.account)}`,
      beneficiary: `${p.to.name} ${PHONE(p.to.account)}`,
    }));
  return { name: 'hawala-codes.csv', bytes: encoded(table([header, ...rows], ',')), told: all };
}

/** Names alone. */
function names(): BankFixture {
  const payments = paymentsOf(64, 12, '');
  const header = ['Tarih', 'Gönderici Adı', 'Alıcı Adı', 'Tutar', 'Para Birimi'];
  const rows = payments.map((p) => [date(p.day, 'D.M.Y'), p.from.name, p.to.name, money(p.cents, ',', '.'), 'EUR']);
  const all = payments.map((p) => ({ ...paid(p, 'EUR'), payer: p.from.name, beneficiary: p.to.name }));
  return { name: 'havale-defteri.csv', bytes: encoded(table([header, ...rows], ';')), told: all };
}

const address = (account: string): string => `0x${account.padEnd(40, account)}`.slice(0, 42);
const chainPaid = (p: Payment, currency: string, seconds: number): ToldTransfer => ({
  ...paid(p, currency),
  payer: address(p.from.account),
  beneficiary: address(p.to.account),
  time: new Date(p.day.getTime() + seconds * 1000).toISOString(),
});

/** Tokens that anybody may name. */
function tokens(): BankFixture {
  const payments = paymentsOf(65, 20, '');
  const symbols = ['USDC', 'WBTC', 'SHIBX', 'USDC'];
  const header = [
    'Transaction Hash',
    'Blockno',
    'UnixTimestamp',
    'DateTime (UTC)',
    'From',
    'To',
    'TokenValue',
    'USDValueDayOfTx',
    'ContractAddress',
    'TokenName',
    'TokenSymbol',
  ];
  const rows = payments.map((p) => [
    ...[
      `0xhash${p.number + 10}`,
      String(18_000_000 + p.number),
      String(p.day.getTime() / 1000 + 3661),
      `${date(p.day, 'Y-M-D')} 01:01:01`,
    ],
    ...[
      address(p.from.account),
      address(p.to.account),
      money(p.cents, '.', ','),
      '$1.00',
      '0xcontract',
      'A Coin',
      symbols[p.number % 4]!,
    ],
  ]);
  const all = payments.map((p) => chainPaid(p, symbols[p.number % 4]!, 3661));
  return { name: 'export-address-token.csv', bytes: encoded(table([header, ...rows], ',', true)), told: all };
}

/** Two columns of values by direction, both sides in the row; failed transactions moved nothing. */
function chain(): BankFixture {
  const payments = paymentsOf(66, 60, '');
  const me = payments[0]!.from;
  const mine = payments.filter(({ from, to }) => from === me || to === me);
  const header = [
    'Transaction Hash',
    'Blockno',
    'UnixTimestamp',
    'DateTime (UTC)',
    'From',
    'To',
    'ContractAddress',
    'Value_IN(ETH)',
    'Value_OUT(ETH)',
    'TxnFee(ETH)',
    'Status',
    'ErrCode',
    'Method',
  ];
  const isFailed = (p: Payment): boolean => p.number % 5 === 2;
  const rows = mine.map((p) => [
    ...[
      `0xhash${p.number + 10}`,
      String(18_000_000 + p.number),
      String(p.day.getTime() / 1000 + 3661),
      `${date(p.day, 'Y-M-D')} 01:01:01`,
    ],
    ...[
      address(p.from.account),
      address(p.to.account),
      '',
      p.to === me ? money(p.cents, '.', '') : '0',
      p.from === me ? money(p.cents, '.', '') : '0',
    ],
    ...['0.0021', isFailed(p) ? 'Error(0)' : '', isFailed(p) ? 'Out of gas' : '', 'Transfer'],
  ]);
  const all = mine.filter((p) => !isFailed(p)).map((p) => chainPaid(p, 'ETH', 3661));
  return { name: `export-${address(me.account)}.csv`, bytes: encoded(table([header, ...rows], ',', true)), told: all };
}

function tron(): BankFixture {
  const payments = paymentsOf(67, 16, '');
  const wallet = (account: string): string => `T${account.padEnd(33, account)}`.slice(0, 34);
  const header = ['Tx Hash', 'Block', 'Time(UTC)', 'From', 'To', 'Amount', 'Token', 'Status', 'Result'];
  const isFailed = (p: Payment): boolean => p.number % 6 === 1;
  const rows = payments.map((p) => [
    ...[
      `ab${p.number + 40}`,
      String(57_000_000 + p.number),
      `${date(p.day, 'Y-M-D')} 02:00:00`,
      wallet(p.from.account),
      wallet(p.to.account),
    ],
    ...[money(p.cents, '.', ''), 'USDT', 'CONFIRMED', isFailed(p) ? 'FAIL' : 'SUCCESS'],
  ]);
  const all = payments
    .filter((p) => !isFailed(p))
    .map((p) => ({ ...chainPaid(p, 'USDT', 7200), payer: wallet(p.from.account), beneficiary: wallet(p.to.account) }));
  return { name: 'tronscan-transfers.csv', bytes: encoded(table([header, ...rows], ',')), told: all };
}

/** Withdrawals from an exchange: the customer is nowhere in the rows. */
function withdrawals(): BankFixture {
  const payments = paymentsOf(68, 12, '');
  const own = 'user-3391';
  const header = [
    'Date(UTC)',
    'Coin',
    'Network',
    'Amount',
    'TransactionFee',
    'Address',
    'TXID',
    'SourceAddress',
    'PaymentID',
    'Status',
  ];
  const rows = payments.map((p) => [
    ...[
      `${date(p.day, 'Y-M-D')} 03:00:00`,
      'USDT',
      'TRX',
      money(p.cents, '.', ''),
      '1',
      address(p.to.account),
      `tx${p.number + 70}`,
      '',
      '',
      p.number % 5 === 0 ? 'Failed' : 'Completed',
    ],
  ]);
  const all = payments
    .filter(({ number }) => number % 5 !== 0)
    .map((p) => ({ ...chainPaid(p, 'USDT', 10_800), payer: own }));
  return { name: 'withdraw-history.csv', bytes: encoded(table([header, ...rows], ',')), told: all };
}

/** Milliseconds since 1970, and accounts by numbers of customers. */
function unixTimes(): BankFixture {
  const payments = paymentsOf(69, 15, '');
  const header = ['id', 'source_wallet', 'destination_wallet', 'created_at', 'amount', 'currency', 'kind'];
  const rows = payments.map((p) => [
    ...[
      String(p.number + 1),
      p.from.account,
      p.to.account,
      String(p.day.getTime() + 5000),
      money(p.cents, '.', ''),
      'KES',
      p.number % 2 === 0 ? 'p2p' : 'cash-out',
    ],
  ]);
  const all = payments.map((p) => ({ ...paid(p, 'KES'), time: new Date(p.day.getTime() + 5000).toISOString() }));
  return { name: 'mobile-money.csv', bytes: encoded(table([header, ...rows], ',')), told: all };
}

/** Days that are never above twelve: the order cannot be seen. */
function ambiguous(): BankFixture {
  const payments = paymentsOf(70, 10, '').map((p, i) => ({ ...p, day: new Date(Date.UTC(2024, i % 5, 1 + (i % 9))) }));
  const header = ['Transaction date', 'Sender account', 'Receiver account', 'Amount', 'Currency'];
  const rows = payments.map((p) => [
    date(p.day, 'D/M/Y'),
    p.from.account,
    p.to.account,
    money(p.cents, '.', ''),
    'GBP',
  ]);
  return {
    name: 'unclear-dates.csv',
    bytes: encoded(table([header, ...rows], ',')),
    told: payments.map((p) => paid(p, 'GBP')),
  };
}

/** One wallet as a program keeps it: both sides in each row, and the amount under what came in or what went out. */
function wallet(): BankFixture {
  const payments = paymentsOf(71, 60, '');
  const me = payments[0]!.from;
  const mine = payments.filter(({ from, to }) => from === me || to === me);
  const header = ['Time', 'Sender account', 'Receiver account', 'Amount in (USDT)', 'Amount out (USDT)', 'Note'];
  const rows = mine.map((p) => [
    ...[`${date(p.day, 'Y-M-D')} 04:00:00`, p.from.account, p.to.account],
    ...[p.to === me ? money(p.cents, '.', '') : '', p.from === me ? money(p.cents, '.', '') : '', `n${p.number}`],
  ]);
  return {
    name: 'wallet-history.csv',
    bytes: encoded(table([header, ...rows], ',')),
    told: mine.map((p) => ({
      ...paid(p, 'USDT'),
      time: new Date(p.day.getTime() + 14_400_000).toISOString(),
    })),
  };
}

/** Orders of one customer, with debit and credit columns although both accounts stand in each row. */
function register(): BankFixture {
  const payments = paymentsOf(72, 60, 'FR');
  const me = payments[0]!.from;
  const mine = payments.filter(({ from, to }) => from === me || to === me);
  const header = ['Date', "Compte donneur d'ordre", 'Compte bénéficiaire', 'Débit', 'Crédit', 'Devise', 'Motif'];
  const rows = mine.map((p) => [
    ...[date(p.day, 'D/M/Y'), p.from.account, p.to.account],
    ...[p.from === me ? money(p.cents, ',', ' ') : '0,00', p.to === me ? money(p.cents, ',', ' ') : '0,00'],
    ...['EUR', 'Loyer'],
  ]);
  return {
    name: 'registre-ordres.csv',
    bytes: encoded(table([header, ...rows], ';'), 'windows-1252'),
    told: mine.map((p) => paid(p, 'EUR')),
  };
}
