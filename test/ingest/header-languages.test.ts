import { describe, expect, it } from 'vitest';
import { inspectSample } from '../../src/ingest/index.js';
import { conceptsOf, HEADER_LANGUAGES, headerWords } from '../../src/ingest/proposal/header-concepts.js';
import { HEADER_CONCEPTS, type HeaderConcept } from '../../src/ingest/vocabulary/headers/concepts.js';
import { utf8 } from '../support/ingest/reading.js';

/** Names as a bank would write them: date, payer's account, beneficiary's account, amount, currency, status. */
const TWO_SIDES: readonly (readonly [language: string, header: string])[] = [
  ['English', 'Transaction Date;Sender Account;Beneficiary Account;Amount;Currency'],
  ['German', 'Buchungsdatum;Konto des Auftraggebers;Empfängerkonto IBAN;Betrag;Währung'],
  ['Dutch', 'Boekdatum;Rekening opdrachtgever;Rekening begunstigde;Bedrag;Munt'],
  ['French', "Date d'opération;Compte émetteur;Compte du bénéficiaire;Montant;Devise"],
  ['Spanish', 'Fecha;Cuenta del ordenante;Cuenta del beneficiario;Importe;Moneda'],
  ['Italian', 'Data contabile;IBAN mittente;IBAN destinatario;Importo;Divisa'],
  ['Portuguese', 'Data;Conta do remetente;Conta do beneficiário;Montante;Moeda'],
  ['Romanian', 'Data;Cont ordonator;Cont beneficiar;Suma;Moneda'],
  ['Polish', 'Data transakcji;Rachunek zleceniodawcy;Rachunek beneficjenta;Kwota;Waluta'],
  ['Serbian', 'Datum;Račun nalogodavca;Račun primaoca;Iznos;Valuta'],
  ['Serbian', 'Датум;Рачун платиоца;Рачун примаоца;Износ;Валута'],
  ['Russian', 'Дата операции;Счёт отправителя;Счёт получателя;Сумма;Валюта'],
  ['Ukrainian', 'Дата операції;Рахунок платника;Рахунок отримувача;Сума;Валюта'],
  ['Greek', 'Ημερομηνία;Λογαριασμός εντολέα;Λογαριασμός δικαιούχου;Ποσό;Νόμισμα'],
  ['Turkish', 'İşlem Tarihi;Gönderen Hesap;Alıcı Hesap;İşlem Tutarı;Döviz Cinsi'],
  ['Arabic', 'التاريخ;حساب المرسل;حساب المستفيد;المبلغ;العملة'],
  ['Persian', 'تاریخ;حساب فرستنده;حساب گیرنده;مبلغ;ارز'],
  ['Chinese', '日期;付款账号;收款账号;金额;币种'],
];

/** Date, account of the other side, debit, credit, balance. */
const STATEMENTS: readonly (readonly [language: string, header: string])[] = [
  ['English', 'Date;Counterparty account;Withdrawals;Deposits;Balance'],
  ['German', 'Buchungstag;Gegenkonto;Soll;Haben;Saldo'],
  ['French', 'Date;Compte tiers;Débit;Crédit;Solde'],
  ['Spanish', 'Fecha;Cuenta contraparte;Cargo;Abono;Saldo'],
  ['Italian', 'Data;Conto controparte;Dare;Avere;Saldo'],
  ['Portuguese', 'Data;Conta contraparte;Débito;Crédito;Saldo'],
  ['Polish', 'Data operacji;Rachunek kontrahenta;Obciążenia;Uznania;Saldo'],
  ['Serbian', 'Datum knjiženja;Račun komitenta;Duguje;Potražuje;Stanje'],
  ['Russian', 'Дата;Счет контрагента;Дебет;Кредит;Остаток'],
  ['Ukrainian', 'Дата;Рахунок контрагента;Видаток;Надходження;Залишок'],
  ['Greek', 'Ημερομηνία;Λογαριασμός αντισυμβαλλομένου;Χρέωση;Πίστωση;Υπόλοιπο'],
  ['Turkish', 'Tarih;Karşı Hesap;Borç;Alacak;Bakiye'],
  ['Arabic', 'التاريخ;الحساب المقابل;مدين;دائن;الرصيد'],
  ['Persian', 'تاریخ;حساب مقابل;بدهکار;بستانکار;مانده'],
];

/** Accounts by which way the money goes, or by what is booked on them. */
const WAYS: readonly (readonly [language: string, sides: string])[] = [
  ['English', 'From account;To account'],
  ['English', 'Debit account;Credit account'],
  ['English', 'Debited account;Credited account'],
  ['German', 'Von Konto;An Konto'],
  ['German', 'Quellkonto;Zielkonto'],
  ['German', 'Belastungskonto;Gutschriftskonto'],
  ['Dutch', 'Van rekening;Naar rekening'],
  ['French', 'Compte débité;Compte crédité'],
  ['French', 'Du compte;Vers compte'],
  ['French', 'Compte à débiter;Compte à créditer'],
  ['Spanish', 'Cuenta origen;Cuenta destino'],
  ['Spanish', 'Cuenta de cargo;Cuenta de abono'],
  ['Italian', 'Conto addebito;Conto accredito'],
  ['Italian', 'Dal conto;Al conto'],
  ['Portuguese', 'Conta debitada;Conta creditada'],
  ['Romanian', 'Cont debitat;Cont creditat'],
  ['Polish', 'Z rachunku;Na rachunek'],
  ['Polish', 'Rachunek obciążany;Rachunek uznawany'],
  ['Serbian', 'Račun nalogodavca;Račun primaoca'],
  ['Serbian', 'Platilac račun;Primalac račun'],
  ['Serbian', 'Sa računa;Na račun'],
  ['Serbian', 'Рачун задужења;Рачун одобрења'],
  ['Russian', 'Со счета;На счет'],
  ['Russian', 'Счет списания;Счет зачисления'],
  ['Ukrainian', 'З рахунку;На рахунок'],
  ['Ukrainian', 'Рахунок списання;Рахунок зарахування'],
  ['Greek', 'Από λογαριασμό;Προς λογαριασμό'],
  ['Greek', 'Λογαριασμός χρέωσης;Λογαριασμός πίστωσης'],
  ['Turkish', 'Kaynak hesap;Hedef hesap'],
  ['Arabic', 'من حساب;إلى حساب'],
  ['Arabic', 'من الحساب;الى الحساب'],
  ['Persian', 'از حساب;به حساب'],
];
function sidesOf([language, header]: readonly [string, string]): readonly [language: string, sides: string] {
  return [language, header.split(';').slice(1, 3).join(';')];
}

/** Both sides vary, one is paid by all, one pays all. */
const PAIRS: readonly (readonly (readonly [payer: string, beneficiary: string])[])[] = [
  [
    ['1234567', '2345678'],
    ['4567890', '3456789'],
  ],
  [
    ['1234567', '2345678'],
    ['4567890', '2345678'],
  ],
  [
    ['1234567', '2345678'],
    ['1234567', '3456789'],
  ],
];

describe('names of columns', () => {
  it.each([...TWO_SIDES.map(sidesOf), ...WAYS])(
    'say who pays whom in %s whoever stands in all rows: %s',
    (_, sides) => {
      const [payer, beneficiary] = sides.split(';');
      for (const pairs of PAIRS) {
        const rows = pairs.map(([from, to], i) => `2024-01-${i + 10};${from};${to};12,50;EUR\n`).join('');
        const { mapping } = inspectSample(utf8(`Date;${sides};Amount;Currency\n${rows}`), 'f.csv', { isWhole: true });
        expect(mapping).toMatchObject({ payer: { account: payer }, beneficiary: { account: beneficiary } });
      }
    },
  );

  it.each(TWO_SIDES)('with both sides are known in %s: %s', (_, header) => {
    const [date, payer, beneficiary, amount, currency] = header.split(';');
    const text = `${header}\n31.01.2024;1234567;2345678;12,50;EUR\n01.02.2024;4567890;3456789;7,25;EUR\n`;
    const { mapping, sample } = inspectSample(utf8(text), 'f.csv', { isWhole: true });
    expect(mapping).toMatchObject({
      payer: { account: payer },
      beneficiary: { account: beneficiary },
      amount: { column: amount, currency },
      time: { column: date, formats: ['DD/MM/YYYY'] },
    });
    expect(sample).toMatchObject({ rows: 2, accepted: 2, refused: [] });
    expect(sample?.transfers[0]).toEqual({ payer: '1…', beneficiary: '2…', amount: '12.5 EUR', time: '2024-01-31' });
  });

  it.each(STATEMENTS)('of a statement are known in %s: %s', (_, header) => {
    const [date, account, debit, credit, balance] = header.split(';');
    const text = `${header}\n31.01.2024;1234567;12,50;;87,50\n01.02.2024;2345678;;7,25;94,75\n`;
    const { mapping } = inspectSample(utf8(text), 'f.csv', { isWhole: true });
    expect(mapping).toMatchObject({
      ownAccount: 'given',
      beneficiary: { account },
      direction: 'debit-credit',
      amount: { column: debit, currency: { constant: '???' } },
      ...{ credit, balance },
      time: { column: date },
    });
  });

  it('of one side make the only other account the other side, never one column both', () => {
    const file = (
      sides: string,
      rows: readonly string[],
      header = '',
      cells = '',
    ): ReturnType<typeof inspectSample> => {
      const lines = rows.map((row, i) => `2024-01-${i + 10};${row};${i + 1}.50;EUR${cells}\n`).join('');
      return inspectSample(utf8(`Date;${sides};Amount;Currency${header}\n${lines}`), 'f.csv', { isWhole: true });
    };
    const toOne = ['1234567;2345678', '4567890;2345678', '5678901;2345678'];
    const fromOne = ['2345678;1234567', '2345678;4567890', '2345678;5678901'];
    const collected = file('Account;Beneficiary account', toOne);
    expect(collected.mapping).toMatchObject({
      payer: { account: 'Account' },
      beneficiary: { account: 'Beneficiary account' },
    });
    expect(collected.doubts.join('\n')).toMatch(/column Account is taken for the account of the statement/);
    expect(collected.doubts.join('\n')).toMatch(/all of it is taken to leave the account/);
    expect(collected.sample).toMatchObject({ accepted: 3 });
    // The other way round the money arrives, and a balance would be that of the payer.
    for (const rows of [toOne, fromOne]) {
      const arriving = file('Payer account;Account', rows, ';Balance', ';7.00');
      expect(arriving.mapping).toMatchObject({
        payer: { account: 'Payer account' },
        beneficiary: { account: 'Account' },
      });
      expect(arriving.mapping?.balance).toBeUndefined();
      expect(arriving.doubts.join('\n')).toMatch(/all of it is taken to arrive in the account/);
    }
    const alone = file('Payer account;Note', ['1234567;x', '4567890;y']);
    expect(alone.mapping).toMatchObject({ payer: { account: 'Payer account' }, ownAccount: 'given' });
    expect(alone.mapping?.beneficiary).toBeUndefined();
  });

  it('are words of known concepts, none of them empty', () => {
    for (const [, words] of HEADER_LANGUAGES) {
      for (const [concept, list] of Object.entries(words)) {
        expect(HEADER_CONCEPTS).toContain(concept as HeaderConcept);
        for (const entry of list.split(' ')) expect(headerWords(entry), entry).not.toEqual([]);
      }
    }
  });

  it('take the longest phrase, and a name of both sides for the other side', () => {
    expect([...conceptsOf('Value date')]).toEqual(['valueDate']);
    expect(conceptsOf('Nadawca/Odbiorca').has('counterparty')).toBe(true);
    expect(conceptsOf('constructor').size).toBe(0);
  });
});
