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

describe('names of columns', () => {
  it.each(TWO_SIDES)('with both sides are known in %s: %s', (_, header) => {
    const [date, payer, beneficiary, amount, currency] = header.split(';');
    const text = `${header}\n31.01.2024;1234567;2345678;12,50;EUR\n01.02.2024;1234567;3456789;7,25;EUR\n`;
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
