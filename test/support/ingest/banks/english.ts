import {
  type BankFixture,
  date,
  encoded,
  invent,
  money,
  type Move,
  movesOf,
  numbers,
  table,
  told,
  type ToldTransfer,
} from './story.js';

/** Exports in English and Dutch: banks, mobile money, payment services. */
export function englishFixtures(): BankFixture[] {
  return [ingNetherlands(), rabobank(), gulfBank(), indianBank(), americanBank(), payPal(), wise(), revolut(), mPesa()];
}

const english = (m: Move): string => money(m.leaves ? -m.cents : m.cents, '.', '');

function ingNetherlands(): BankFixture {
  const own = invent(numbers(150), 'NL');
  const moves = movesOf(50, 12, 'NL').reverse();
  const header = [
    'Datum',
    'Naam / Omschrijving',
    'Rekening',
    'Tegenrekening',
    'Code',
    'Af Bij',
    'Bedrag (EUR)',
    'Mutatiesoort',
    'Mededelingen',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'YMD'),
      m.other.name,
      own.account,
      m.other.account,
      'OV',
      m.leaves ? 'Af' : 'Bij',
      money(m.cents, ',', ''),
      'Overschrijving',
      'Huur',
    ],
  ]);
  return {
    name: 'ing-nl.csv',
    bytes: encoded(table([header, ...rows], ',', true)),
    told: moves.map((m) => told(own.account, m, 'EUR')),
  };
}

function rabobank(): BankFixture {
  const own = invent(numbers(151), 'NL');
  const moves = movesOf(51, 12, 'NL').reverse();
  const header = [
    'IBAN/BBAN',
    'Munt',
    'BIC',
    'Volgnr',
    'Datum',
    'Rentedatum',
    'Bedrag',
    'Saldo na trn',
    'Tegenrekening IBAN/BBAN',
    'Naam tegenpartij',
    'Code',
    'Omschrijving-1',
  ];
  const rows = moves.map((m) => [
    ...[
      own.account,
      'EUR',
      'RABONL2U',
      String(m.number + 1).padStart(18, '0'),
      date(m.day, 'Y-M-D'),
      date(m.day, 'Y-M-D'),
    ],
    ...[
      `${m.leaves ? '-' : '+'}${money(m.cents, ',', '')}`,
      `+${money(m.balance, ',', '')}`,
      m.other.account,
      m.other.name,
      'tb',
      'Huur',
    ],
  ]);
  return {
    name: 'rabobank.csv',
    bytes: encoded(table([header, ...rows], ',', true)),
    told: moves.map((m) => told(own.account, m, 'EUR')),
  };
}

function gulfBank(): BankFixture {
  const own = invent(numbers(152), 'AE');
  const moves = movesOf(52, 12, 'AE').reverse();
  const titles = [['Account Statement'], ['Account Number:', own.account], ['Currency:', 'AED'], ['']];
  const header = [
    'Date',
    'Value Date',
    'Narration',
    'Counterparty Account',
    'Debit Amount',
    'Credit Amount',
    'Running Balance',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'D/M/Y'),
      date(m.day, 'D/M/Y'),
      'TELEX TRANSFER',
      m.other.account,
      m.leaves ? money(m.cents, '.', ',') : '',
    ],
    ...[m.leaves ? '' : money(m.cents, '.', ','), money(m.balance, '.', ',')],
  ]);
  return {
    name: 'gulf-bank.csv',
    bytes: encoded(table([...titles, header, ...rows], ',')),
    told: moves.map((m) => told(own.account, m, 'AED')),
  };
}

/** Lakhs, months by name. */
function indianBank(): BankFixture {
  const own = { ...invent(numbers(153), ''), account: '00000039871234567' };
  const moves = movesOf(53, 12, '').reverse();
  const titles = [
    ['Account Name :', 'Ms. ADA SINGH'],
    ['Account Number :', `_${own.account}`],
    ['IFS Code :', 'BANK0001234'],
    [''],
  ];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
  const day = (m: Move): string => `${m.day.getUTCDate()} ${months[m.day.getUTCMonth()]!} ${m.day.getUTCFullYear()}`;
  const lakh = (cents: number): string => money(cents, '.', '').replace(/\B(?=(?:\d\d)*\d{3}\.)/g, ',');
  const header = [
    'Txn Date',
    'Value Date',
    'Description',
    'Ref No./Cheque No.',
    'Beneficiary/Remitter A/c',
    'Debit',
    'Credit',
    'Balance',
  ];
  const rows = moves.map((m) => [
    ...[
      day(m),
      day(m),
      'NEFT',
      `N${m.number + 60}`,
      m.other.account,
      m.leaves ? lakh(m.cents) : '',
      m.leaves ? '' : lakh(m.cents),
      lakh(m.balance),
    ],
  ]);
  return {
    name: 'sbi-statement.tsv',
    bytes: encoded(table([...titles, header, ...rows], '\t')),
    told: moves.map((m) => told(own.account, m, 'INR')),
  };
}

/** Nothing tells of whose account it is but the file's name; the other side is only described. */
function americanBank(): BankFixture {
  const own = { ...invent(numbers(154), ''), account: '000123456789' };
  const moves = movesOf(54, 10, '').reverse();
  const header = ['Details', 'Posting Date', 'Description', 'Amount', 'Type', 'Balance', 'Check or Slip #'];
  const rows = moves.map((m) => [
    ...[
      m.leaves ? 'DEBIT' : 'CREDIT',
      date(m.day, 'M/D/Y'),
      `ACH ${m.leaves ? 'TO' : 'FROM'} ACCT ${m.other.account} PPD`,
      english(m),
    ],
    ...[m.leaves ? 'ACH_DEBIT' : 'ACH_CREDIT', money(m.balance, '.', ''), ''],
  ]);
  return {
    name: `activity_${own.account}.csv`,
    bytes: encoded(table([header, ...rows], ',')),
    told: moves.map((m) => told(own.account, m, 'USD')),
  };
}

/** Both sides stand in each row, and the sign says again what they say. */
function payPal(): BankFixture {
  const own = 'shop@example.com';
  const moves = movesOf(55, 12, '').reverse();
  const header = [
    'Date',
    'Time',
    'TimeZone',
    'Name',
    'Type',
    'Status',
    'Currency',
    'Gross',
    'Fee',
    'Net',
    'From Email Address',
    'To Email Address',
    'Transaction ID',
  ];
  const mail = (m: Move): string => `${m.other.name.toLowerCase().replace(' ', '.')}@example.org`;
  const status = (m: Move): string => (m.number % 6 === 1 ? 'Denied' : 'Completed');
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'D/M/Y'),
      '10:11:12',
      'UTC',
      m.other.name,
      m.leaves ? 'General Payment' : 'Website Payment',
      status(m),
      'EUR',
    ],
    ...[
      english(m),
      m.leaves ? '0.00' : '-0.35',
      english(m),
      m.leaves ? own : mail(m),
      m.leaves ? mail(m) : own,
      `7X${m.number + 1000}AB`,
    ],
  ]);
  const moved = moves.filter((m) => status(m) === 'Completed');
  const all = moved.map((m): ToldTransfer => {
    const day = new Date(m.day.getTime() + ((10 * 60 + 11) * 60 + 12) * 1000);
    return told(own, { ...m, day, other: { ...m.other, account: mail(m) } }, 'EUR');
  });
  return { name: 'paypal.csv', bytes: encoded(table([header, ...rows], ',', true), 'utf-8-mark'), told: all };
}

/** Money that leaves has the payee's account, money that arrives only a name. */
function wise(): BankFixture {
  const own = 'P12345678';
  const moves = movesOf(56, 12, 'GB').reverse();
  const header = [
    'TransferWise ID',
    'Date',
    'Amount',
    'Currency',
    'Description',
    'Payment Reference',
    'Running Balance',
    'Exchange From',
    'Exchange To',
    'Exchange Rate',
    'Payer Name',
    'Payee Name',
    'Payee Account Number',
    'Merchant',
    'Total fees',
  ];
  const rows = moves.map((m) => [
    ...[
      `TRANSFER-${m.number + 900}`,
      date(m.day, 'D-M-Y'),
      english(m),
      'GBP',
      m.leaves ? `Sent money to ${m.other.name}` : `Received money from ${m.other.name}`,
    ],
    ...[
      'rent',
      money(m.balance, '.', ''),
      '',
      '',
      '',
      m.leaves ? '' : m.other.name,
      m.leaves ? m.other.name : '',
      m.leaves ? m.other.account : '',
      '',
      '0.00',
    ],
  ]);
  const leaving = moves.filter(({ leaves }) => leaves);
  return {
    name: `wise_${own}_GBP.csv`,
    bytes: encoded(table([header, ...rows], ',')),
    told: leaving.map((m) => told(own, m, 'GBP')),
  };
}

/** Only a description of the other side. */
function revolut(): BankFixture {
  const own = 'REV-4711-22';
  const moves = movesOf(57, 10, '');
  const header = [
    'Type',
    'Product',
    'Started Date',
    'Completed Date',
    'Description',
    'Amount',
    'Fee',
    'Currency',
    'State',
    'Balance',
  ];
  const state = (m: Move): string => (m.number % 5 === 3 ? 'REVERTED' : 'COMPLETED');
  const rows = moves.map((m) => [
    ...[
      'TRANSFER',
      'Current',
      `${date(m.day, 'Y-M-D')} 08:00:00`,
      state(m) === 'REVERTED' ? '' : `${date(m.day, 'Y-M-D')} 09:30:00`,
      m.other.name,
    ],
    ...[english(m), '0.00', 'EUR', state(m), state(m) === 'REVERTED' ? '' : money(m.balance, '.', '')],
  ]);
  const moved = moves.filter((m) => state(m) === 'COMPLETED');
  const all = moved.map((m) =>
    told(
      own,
      { ...m, other: { ...m.other, account: m.other.name }, day: new Date(m.day.getTime() + 9.5 * 3_600_000) },
      'EUR',
    ),
  );
  return { name: 'revolut-account.csv', bytes: encoded(table([header, ...rows], ',')), told: all };
}

/** The other party's number and name in one cell. */
function mPesa(): BankFixture {
  const own = '0722000111';
  const moves = movesOf(58, 12, '').reverse();
  const titles = [['M-PESA STATEMENT'], ['Mobile Number:', own], ['Currency:', 'KES'], ['']];
  const header = [
    'Receipt No.',
    'Completion Time',
    'Details',
    'Transaction Status',
    'Paid In',
    'Withdrawn',
    'Balance',
    'Other Party',
  ];
  const phone = (m: Move): string => `2547${m.other.account.slice(1, 9)}`;
  const status = (m: Move): string => (m.number % 6 === 4 ? 'Failed' : 'Completed');
  const rows = moves.map((m) => [
    ...[
      `RCK${m.number + 100}X`,
      `${date(m.day, 'Y-M-D')} 14:05:09`,
      m.leaves ? 'Customer Transfer' : 'Funds received',
      status(m),
    ],
    ...[
      m.leaves ? '' : money(m.cents, '.', ','),
      m.leaves ? money(-m.cents, '.', ',') : '',
      money(m.balance, '.', ','),
      phone(m),
    ],
  ]);
  const all = moves
    .filter((m) => status(m) === 'Completed')
    .map((m) =>
      told(own, { ...m, other: { ...m.other, account: phone(m) }, day: new Date(m.day.getTime() + 50_709_000) }, 'KES'),
    );
  return { name: 'mpesa-statement.csv', bytes: encoded(table([...titles, header, ...rows], ',')), told: all };
}
