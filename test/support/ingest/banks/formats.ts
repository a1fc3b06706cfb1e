import { textRow, workbookOf } from '../workbooks.js';
import { paid, paymentsOf } from './romance.js';
import { type BankFixture, date, encoded, invent, money, movesOf, numbers, told } from './story.js';

/** Statements and exports in formats beside CSV. */
export function formatFixtures(): BankFixture[] {
  return [camt(), mt940(), workbook(), workbookOfPayments(), openBanking(), lines()];
}

function camt(): BankFixture {
  const own = invent(numbers(180), 'DE');
  const moves = movesOf(80, 9, 'DE');
  const total = moves.reduce((sum, m) => sum + (m.leaves ? -m.cents : m.cents), 0);
  const balance = (code: string, cents: number, day: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${money(cents, '.', '')}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  const entries = moves.map((m) => {
    const [debtor, creditor] = m.leaves ? [own, m.other] : [m.other, own];
    const parties = `<RltdPties><Dbtr><Nm>${debtor.name}</Nm></Dbtr><DbtrAcct><Id><IBAN>${debtor.account}</IBAN></Id></DbtrAcct><Cdtr><Nm>${creditor.name}</Nm></Cdtr><CdtrAcct><Id><IBAN>${creditor.account}</IBAN></Id></CdtrAcct></RltdPties>`;
    const day = date(m.day, 'Y-M-D');
    return `<Ntry><Amt Ccy="EUR">${money(m.cents, '.', '')}</Amt><CdtDbtInd>${m.leaves ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><NtryDtls><TxDtls><Refs><EndToEndId>E${m.number}</EndToEndId></Refs>${parties}</TxDtls></NtryDtls></Ntry>`;
  });
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2024-03-31T10:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id><Acct><Id><IBAN>${own.account}</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', 5_000_000, '2024-01-01')}${balance('CLBD', 5_000_000 + total, '2024-03-31')}\n${entries.join('\n')}\n</Stmt></BkToCstmrStmt></Document>\n`;
  return { name: 'statement-camt053.xml', bytes: encoded(text), told: moves.map((m) => told(own.account, m, 'EUR')) };
}

function mt940(): BankFixture {
  const own = invent(numbers(181), 'DE');
  const moves = movesOf(81, 8, 'DE');
  let balance = 5_000_000;
  const lines = moves.flatMap((m) => {
    balance += m.leaves ? -m.cents : m.cents;
    const day = date(m.day, 'yMD');
    return [
      `:61:${day}${day.slice(2)}${m.leaves ? 'D' : 'C'}${money(m.cents, ',', '')}NTRFNONREF`,
      `:86:${m.leaves ? '116' : '166'}?00UEBERWEISUNG?20EREF+E${m.number}?30${m.other.bic}?31${m.other.account}?32${m.other.name}`,
    ];
  });
  const text = [
    ':20:STARTUMS',
    `:25:${own.account}`,
    ':28C:1/1',
    ':60F:C240101EUR50000,00',
    ...lines,
    `:62F:C240331EUR${money(balance, ',', '')}`,
    '-',
    '',
  ].join('\r\n');
  return { name: 'umsaetze.sta', bytes: encoded(text), told: moves.map((m) => told(own.account, m, 'EUR')) };
}

const cell = (value: number, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;
const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const serial = (day: Date): number => day.getTime() / 86_400_000 + 25_569;

/** A statement with a title, debit and credit columns and true dates. */
function workbook(): BankFixture {
  const own = invent(numbers(182), 'EE');
  const moves = movesOf(82, 10, 'EE');
  const header = ['Date', 'Counterparty', 'Counterparty account', 'Debit', 'Credit', 'Currency', 'Balance', 'Details'];
  const rows = moves.map(
    (m, i) =>
      `<row r="${i + 4}">${cell(serial(m.day), 1)}${text(m.other.name)}${text(m.other.account)}${m.leaves ? cell(m.cents / 100) : '<c/>'}${m.leaves ? '<c/>' : cell(m.cents / 100)}${text('EUR')}${cell(m.balance / 100)}${text('rent')}</row>`,
  );
  const titles = textRow(1, ['Statement of account', own.account]) + textRow(2, ['Period', 'Q1']);
  const bytes = workbookOf([{ name: 'Statement', rows: titles + textRow(3, header) + rows.join('') }]);
  return { name: 'statement.xlsx', bytes, told: moves.map((m) => told(own.account, m, 'EUR')) };
}

function workbookOfPayments(): BankFixture {
  const payments = paymentsOf(83, 12, 'IT');
  const header = [
    'Data',
    'Ordinante',
    'Conto ordinante',
    'Beneficiario',
    'Conto beneficiario',
    'Importo',
    'Valuta',
    'Stato',
  ];
  const state = (n: number): string => (n % 5 === 1 ? 'Annullato' : 'Eseguito');
  const rows = payments.map(
    (p, i) =>
      `<row r="${i + 2}">${cell(serial(p.day), 1)}${[p.from.name, p.from.account, p.to.name, p.to.account].map(text).join('')}${cell(p.cents / 100)}${text('EUR')}${text(state(p.number))}</row>`,
  );
  const bytes = workbookOf([{ name: 'Bonifici', rows: textRow(1, header) + rows.join('') }]);
  const moved = payments.filter(({ number }) => state(number) === 'Eseguito');
  return { name: 'bonifici.xlsx', bytes, told: moved.map((p) => paid(p, 'EUR')) };
}

/** What a bank's interface answers: nested keys. */
function openBanking(): BankFixture {
  const payments = paymentsOf(84, 10, 'GB');
  const booked = payments.map((p) => ({
    transactionId: `T${p.number}`,
    bookingDate: date(p.day, 'Y-M-D'),
    transactionAmount: { amount: money(p.cents, '.', ''), currency: 'GBP' },
    debtorName: p.from.name,
    debtorAccount: { iban: p.from.account },
    creditorName: p.to.name,
    creditorAccount: { iban: p.to.account },
    remittanceInformationUnstructured: 'rent',
  }));
  const bytes = encoded(JSON.stringify({ transactions: booked }, undefined, 1));
  return { name: 'open-banking.json', bytes, told: payments.map((p) => paid(p, 'GBP')) };
}

function lines(): BankFixture {
  const payments = paymentsOf(85, 12, '');
  const status = (n: number): string => (n % 4 === 2 ? 'failed' : 'succeeded');
  const bytes = encoded(
    payments
      .map((p) =>
        JSON.stringify({
          ts: p.day.toISOString(),
          payer: { wallet: p.from.account },
          payee: { wallet: p.to.account },
          value: Number(money(p.cents, '.', '')),
          ccy: 'NGN',
          status: status(p.number),
        }),
      )
      .join('\n'),
  );
  const moved = payments.filter(({ number }) => status(number) === 'succeeded');
  return { name: 'wallet-events.ndjson', bytes, told: moved.map((p) => paid(p, 'NGN')) };
}
