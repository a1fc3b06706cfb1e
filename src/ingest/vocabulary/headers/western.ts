import { type HeaderWords } from './concepts.js';

/** Names of columns in English, German and Dutch. */
export const WESTERN_HEADERS: readonly (readonly [language: string, words: HeaderWords])[] = [
  [
    'English',
    {
      payer:
        'from sender payer orig originator source src debtor ordering remitter donor drawer giver sent_by paid_by send debit_account debited_account account_debited charged_account from_acct',
      beneficiary:
        'to receiver beneficiary bene dest destination target dst creditor payee recipient consignee taker paid_to credit_account credited_account account_credited to_acct',
      counterparty:
        'counterparty counterpart partner other_party opposite contra correspondent other_account party_account related',
      own: 'own_account my_account our_account statement_account',
      account:
        'account accounts acct acc a/c iban address addr wallet id node number email msisdn bban debit_account debited_account account_debited charged_account from_acct credit_account credited_account account_credited to_acct',
      institution: 'bank institution bic swift branch ifsc sort_code routing bankname',
      name: 'name names holder owner title fullname',
      firstName: 'first_name firstname given_name forename givenname',
      lastName: 'last_name lastname surname family_name familyname',
      phone: 'phone mobile telephone tel msisdn',
      amount: 'amount amt value sum principal gross amount_usd tokenvalue qty quantity',
      debit: 'debit debits withdrawal withdrawals withdrawn paid_out money_out dr outflow',
      credit: 'credit credits deposit deposits paid_in money_in cr inflow',
      currency: 'currency ccy curr cur coin asset iso_currency',
      token: 'token tokensymbol symbol coin asset ticker',
      date: 'timestamp datetime date time when posted posting booking booked ts created created_at completed completion unixtimestamp day txn_date',
      valueDate: 'value_date interest_date settlement_date effective_date started',
      balance: 'balance running_balance',
      status: 'status state outcome result success iserror is_error paid_out cleared',
      direction: 'direction dr/cr cr/dr d/c c/d crdr drcr debit/credit credit/debit cdtdbtind side indicator details',
      channel: 'channel format method type kind',
      id: 'id transaction tx reference ref hash uuid txid txhash receipt mtcn utr rrn receipt_no end_to_end',
      country: 'country location city nation place',
      fee: 'fee fees charge charges commission gas tax',
      received: 'received receiving credited payout paid_out payee_amount receive',
      aside:
        'original exchange rate total limit count available opening closing historical usd_value usdvalue* converted cumulative block blockno contract network merchant agent check',
    },
  ],
  [
    'German',
    {
      payer:
        'absender* auftraggeber* zahler* zahlungspflichtig* debitor* *absender einzahler von_konto vom_konto quellkonto ausgangskonto belastungskonto belastetes_konto sollkonto',
      beneficiary:
        'empfanger* empfaenger* *empfanger *empfaenger beguenstigt* begunstigt* kreditor* glaubiger* glaeubiger* an_konto auf_konto zielkonto gutschriftskonto gutschriftkonto habenkonto',
      counterparty: 'gegenkonto gegenpartei gegenname partner* zahlungsbeteiligt* gegen*',
      own: 'auftragskonto eigenes_konto eigene_iban eigene eigenes',
      account:
        'konto kontonummer *konto *kontonummer kto ktonr kontonr von_konto vom_konto quellkonto ausgangskonto belastungskonto belastetes_konto sollkonto an_konto auf_konto zielkonto gutschriftskonto gutschriftkonto habenkonto',
      institution: 'bank blz bankleitzahl bic kreditinstitut bankname',
      name: 'name *name inhaber kontoinhaber',
      firstName: 'vorname',
      lastName: 'nachname familienname zuname',
      phone: 'telefon handy mobilnummer telefonnummer',
      amount: 'betrag *betrag summe umsatz wert_in einzelbetrag',
      debit: 'soll lastschrift belastung ausgang abgang',
      credit: 'haben gutschrift eingang zugang',
      currency: 'wahrung waehrung *wahrung *waehrung',
      date: 'datum *datum zeitpunkt uhrzeit buchung buchungstag tag',
      valueDate: 'valuta valutatag valutadatum wertstellung wertstellungsdatum wert wertstellungstag',
      balance: 'saldo kontostand *saldo',
      status: 'status zustand',
      direction: 'soll/haben s/h haben/soll kennzeichen umsatztyp bewegungsrichtung',
      channel: 'typ art kanal *art buchungstext bewegungstyp umsatztyp umsatzart',
      id: 'referenz *referenz belegnummer transaktionsnummer transaktions_nr',
      country: 'land ort',
      fee: 'gebuhr* gebuehr* entgelt* spesen auslagenersatz*',
      aside:
        'ursprung* ursprungsbetrag kurs wechselkurs sammlerreferenz mandats* mandatsreferenz abschluss* anzahl abweichend* fremde glaubiger_id glaeubiger_id',
    },
  ],
  [
    'Dutch',
    {
      payer: 'betaler afzender opdrachtgever van_rekening bronrekening',
      beneficiary: 'begunstigde ontvanger naar_rekening doelrekening',
      counterparty: 'tegenrekening tegenpartij *tegenpartij',
      own: 'eigen_rekening',
      account: 'rekening *rekening rekeningnummer van_rekening bronrekening naar_rekening doelrekening',
      institution: 'bank',
      name: 'naam',
      firstName: 'voornaam',
      lastName: 'achternaam',
      phone: 'telefoon telefoonnummer',
      amount: 'bedrag',
      debit: 'af',
      credit: 'bij',
      currency: 'munt valuta muntsoort',
      date: 'datum boekdatum tijdstip',
      valueDate: 'rentedatum valutadatum',
      balance: 'saldo',
      status: 'status',
      direction: 'af/bij af_bij',
      channel: 'mutatiesoort soort',
      id: 'kenmerk referentie volgnr transactiereferentie',
      country: 'land plaats',
      fee: 'kosten',
      aside: 'oorspronkelijk* oorspr koers uiteindelijke',
    },
  ],
];
