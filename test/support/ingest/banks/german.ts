import { type BankFixture, date, encoded, invent, money, type Move, movesOf, numbers, table, told } from './story.js';

const FORM = 'D.M.Y';
const TEXTS = ['Miete Januar', 'Rechnung 4711', 'Gehalt', 'Rückzahlung', 'Spende', 'Umbuchung'];

function german(move: Move): string {
  return money(move.leaves ? -move.cents : move.cents, ',', '.');
}

/** Exports of banks in Germany, Austria and Switzerland. */
export function germanFixtures(): BankFixture[] {
  return [
    sparkasse(),
    dkb(),
    ingGermany(),
    deutscheBank(),
    volksbank(),
    n26(),
    erste(),
    ubs(),
    postFinance(),
    bankFee(),
  ];
}

function sparkasse(): BankFixture {
  const own = invent(numbers(101), 'DE');
  const moves = movesOf(1, 14, 'DE').reverse();
  const header =
    'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Glaeubiger ID;Mandatsreferenz;Kundenreferenz (End-to-End);Sammlerreferenz;Lastschrift Ursprungsbetrag;Auslagenersatz Ruecklastschrift;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;BIC (SWIFT-Code);Betrag;Waehrung;Info';
  const rows = moves.map((m) => [
    ...[
      own.account,
      date(m.day, 'D.M.y'),
      date(m.day, 'D.M.y'),
      m.leaves ? 'FOLGELASTSCHRIFT' : 'GUTSCHR. UEBERWEISUNG',
    ],
    ...[TEXTS[m.number % 6]!, '', '', `E2E-${m.number + 1000}`, '', '', '', m.other.name, m.other.account, m.other.bic],
    ...[german(m).replace('.', ''), 'EUR', 'Umsatz gebucht'],
  ]);
  const bytes = encoded(table([header.split(';'), ...rows], ';', true), 'windows-1252');
  return { name: 'sparkasse-camt.csv', bytes, told: moves.map((m) => told(own.account, m, 'EUR')) };
}

function dkb(): BankFixture {
  const own = invent(numbers(102), 'DE');
  const moves = movesOf(2, 12, 'DE').reverse();
  const titles = [
    ['Girokonto', own.account],
    ['Zeitraum:', '01.01.2024 - 31.03.2024'],
    ['Kontostand vom 31.03.2024:', '1.234,56 €'],
    [''],
  ];
  const header = [
    'Buchungsdatum',
    'Wertstellung',
    'Status',
    'Zahlungspflichtige*r',
    'Zahlungsempfänger*in',
    'Verwendungszweck',
    'Umsatztyp',
    'IBAN',
    'Betrag (€)',
    'Gläubiger-ID',
    'Mandatsreferenz',
    'Kundenreferenz',
  ];
  const rows = moves.map((m) => [
    ...[date(m.day, 'D.M.y'), date(m.day, 'D.M.y'), 'Gebucht', m.leaves ? 'Ada Muster' : m.other.name],
    ...[
      m.leaves ? m.other.name : 'Ada Muster',
      TEXTS[m.number % 6]!,
      m.leaves ? 'Ausgang' : 'Eingang',
      m.other.account,
    ],
    ...[german(m), '', '', ''],
  ]);
  const pending = [
    date(new Date(Date.UTC(2024, 2, 29)), 'D.M.y'),
    '',
    'Vorgemerkt',
    'Ada Muster',
    'Kiosk',
    'Karte',
    'Ausgang',
    moves[0]!.other.account,
    '-9,99',
    '',
    '',
    '',
  ];
  const bytes = encoded(table([...titles, header, pending, ...rows], ';', true), 'utf-8-mark');
  return { name: 'dkb-giro.csv', bytes, told: moves.map((m) => told(own.account, m, 'EUR')) };
}

/** Names of the other side and no account of it. */
function ingGermany(): BankFixture {
  const own = invent(numbers(103), 'DE');
  const moves = movesOf(3, 10, 'DE').reverse();
  const titles = [
    ['Umsatzanzeige', 'Datei erstellt am: 02.04.2024 10:11'],
    [''],
    ['IBAN', own.account],
    ['Kontoname', 'Girokonto'],
    ['Bank', 'ING'],
    ['Saldo', '1.000,00', 'EUR'],
    [''],
  ];
  const header = [
    'Buchung',
    'Wertstellungsdatum',
    'Auftraggeber/Empfänger',
    'Buchungstext',
    'Verwendungszweck',
    'Saldo',
    'Währung',
    'Betrag',
    'Währung',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, FORM),
      date(m.day, FORM),
      m.other.name,
      m.leaves ? 'Lastschrift' : 'Gutschrift',
      TEXTS[m.number % 6]!,
    ],
    ...[money(m.balance, ',', '.'), 'EUR', german(m), 'EUR'],
  ]);
  const named = moves.map((m) => told(own.account, { ...m, other: { ...m.other, account: m.other.name } }, 'EUR'));
  return {
    name: 'ing-umsatz.csv',
    bytes: encoded(table([...titles, header, ...rows], ';'), 'windows-1252'),
    told: named,
  };
}

/** Debit and credit columns. The account stands in a title, in parts. */
function deutscheBank(): BankFixture {
  const own = invent(numbers(104), 'DE');
  const moves = movesOf(4, 12, 'DE').reverse();
  const titles = [
    ['Umsätze Konto', '', '', '', 'Kundennummer: 100 2345678'],
    [own.account],
    ['01.01.2024 - 31.03.2024'],
    ['Letzter Kontostand', '', '', '', '5.000,00', 'EUR'],
    [''],
  ];
  const header = [
    'Buchungstag',
    'Wert',
    'Umsatzart',
    'Begünstigter / Auftraggeber',
    'Verwendungszweck',
    'IBAN / Kontonummer',
    'BIC',
    'Kundenreferenz',
    'Mandatsreferenz',
    'Gläubiger ID',
    'Fremde Gebühren',
    'Betrag',
    'Abweichender Empfänger',
    'Anzahl der Aufträge',
    'Anzahl der Schecks',
    'Soll',
    'Haben',
    'Währung',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, FORM),
      date(m.day, FORM),
      'SEPA-Überweisung',
      m.other.name,
      TEXTS[m.number % 6]!,
      m.other.account,
      m.other.bic,
    ],
    ...['', '', '', '', '', '', '', '', m.leaves ? german(m) : '', m.leaves ? '' : german(m), 'EUR'],
  ]);
  const bytes = encoded(table([...titles, header, ...rows], ';'), 'windows-1252');
  return { name: 'deutsche-bank.csv', bytes, told: moves.map((m) => told(own.account, m, 'EUR')) };
}

function volksbank(): BankFixture {
  const own = invent(numbers(105), 'DE');
  const moves = movesOf(5, 14, 'DE').reverse();
  const header =
    'Bezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;Bankname Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung;Bemerkung;Gekennzeichneter Umsatz;Glaeubiger ID;Mandatsreferenz'.split(
      ';',
    );
  const rows = moves.map((m) => [
    ...[
      'VR-Konto',
      own.account,
      own.bic,
      'Volksbank',
      date(m.day, FORM),
      date(m.day, FORM),
      m.other.name,
      m.other.account,
    ],
    ...[
      m.other.bic,
      m.leaves ? 'Basislastschrift' : 'Gutschrift',
      TEXTS[m.number % 6]!,
      german(m).replace('.', ''),
      'EUR',
    ],
    ...[money(m.balance, ',', ''), '', '', '', ''],
  ]);
  return {
    name: 'volksbank.csv',
    bytes: encoded(table([header, ...rows], ';')),
    told: moves.map((m) => told(own.account, m, 'EUR')),
  };
}

function n26(): BankFixture {
  const own = invent(numbers(106), 'DE');
  const moves = movesOf(6, 10, 'ES');
  const header = [
    'Booking Date',
    'Value Date',
    'Partner Name',
    'Partner Iban',
    'Type',
    'Payment Reference',
    'Account Name',
    'Amount (EUR)',
    'Original Amount',
    'Original Currency',
    'Exchange Rate',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'Y-M-D'),
      date(m.day, 'Y-M-D'),
      m.other.name,
      m.other.account,
      m.leaves ? 'Debit Transfer' : 'Credit Transfer',
    ],
    ...[TEXTS[m.number % 6]!, 'Main Account', money(m.leaves ? -m.cents : m.cents, '.', ''), '', '', ''],
  ]);
  return {
    name: `n26-${own.account}.csv`,
    bytes: encoded(table([header, ...rows], ',', true)),
    told: moves.map((m) => told(own.account, m, 'EUR')),
  };
}

function erste(): BankFixture {
  const own = invent(numbers(107), 'AT');
  const moves = movesOf(7, 10, 'AT').reverse();
  const header = [
    'Buchungsdatum',
    'Partnername',
    'Partner IBAN',
    'BIC/SWIFT',
    'Partner Kontonummer',
    'Bankleitzahl',
    'Betrag',
    'Währung',
    'Buchungs-Info',
    'Notiz',
    'Eigene IBAN',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, FORM),
      m.other.name,
      m.other.account,
      m.other.bic,
      '',
      '',
      german(m),
      'EUR',
      TEXTS[m.number % 6]!,
      '',
      own.account,
    ],
  ]);
  return {
    name: 'erste-george.csv',
    bytes: encoded(table([header, ...rows], ',', true), 'utf-16'),
    told: moves.map((m) => told(own.account, m, 'EUR')),
  };
}

/** Apostrophes in amounts; the other side stands in a text beside its name. */
function ubs(): BankFixture {
  const own = invent(numbers(108), 'CH');
  const moves = movesOf(8, 10, 'CH').reverse();
  const titles = [
    ['Kontonummer:', '0234 00103914.40'],
    ['IBAN:', own.account],
    ['Von:', '2024-01-01'],
    ['Bis:', '2024-03-31'],
    ['Anfangssaldo:', "5'000.00"],
    ['Bewertet in:', 'CHF'],
    [''],
  ];
  const header = [
    'Abschlussdatum',
    'Buchungsdatum',
    'Valutadatum',
    'Währung',
    'Belastung',
    'Gutschrift',
    'Einzelbetrag',
    'Saldo',
    'Transaktions-Nr.',
    'Beschreibung1',
    'Beschreibung2',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'Y-M-D'),
      date(m.day, 'Y-M-D'),
      date(m.day, 'Y-M-D'),
      'CHF',
      m.leaves ? money(-m.cents, '.', "'") : '',
    ],
    ...[
      m.leaves ? '' : money(m.cents, '.', "'"),
      '',
      money(m.balance, '.', "'"),
      `99300${m.number}BN${m.number}`,
      m.other.name,
    ],
    `Zahlung; Konto-Nr. IBAN: ${m.other.account}; Grund: ${TEXTS[m.number % 6]!}`,
  ]);
  return {
    name: 'ubs-konto.csv',
    bytes: encoded(table([...titles, header, ...rows], ';')),
    told: moves.map((m) => told(own.account, m, 'CHF')),
  };
}

/** Currency in the header; the other side only in a text for people. */
function postFinance(): BankFixture {
  const own = invent(numbers(109), 'CH');
  const moves = movesOf(9, 9, 'CH').reverse();
  const titles = [
    ['Datum von:', '="2024-01-01"'],
    ['Datum bis:', '="2024-03-31"'],
    ['Buchungsart:', '="Alle Buchungen"'],
    ['Konto:', `="${own.account}"`],
    ['Währung:', '="CHF"'],
    [''],
  ];
  const header = [
    'Datum',
    'Bewegungstyp',
    'Avisierungstext',
    'Gutschrift in CHF',
    'Lastschrift in CHF',
    'Label',
    'Kategorie',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, FORM),
      m.leaves ? 'Überweisung' : 'Gutschrift',
      `${m.leaves ? 'AUF' : 'VON'} KONTO ${m.other.account} ${m.other.name}`,
    ],
    ...[m.leaves ? '' : money(m.cents, '.', ''), m.leaves ? money(-m.cents, '.', '') : '', '', ''],
  ]);
  return {
    name: 'postfinance.csv',
    bytes: encoded(table([...titles, header, ...rows], ';'), 'utf-8-mark'),
    told: moves.map((m) => told(own.account, m, 'CHF')),
  };
}

/** Fees and cash name no other side. */
function bankFee(): BankFixture {
  const own = invent(numbers(110), 'DE');
  const moves = movesOf(10, 16, 'DE').reverse();
  const isBare = ({ number }: Move): boolean => number % 6 === 5;
  const header = ['Konto', 'Buchung', 'Valuta', 'Währung', 'Betrag', 'Soll/Haben', 'Gegenkonto', 'Gegenname', 'Text'];
  const rows = moves.map((m) => [
    ...[own.account, date(m.day, FORM), date(m.day, FORM), 'EUR', money(m.cents, ',', '.'), m.leaves ? 'S' : 'H'],
    ...(isBare(m)
      ? ['', '', m.leaves ? 'Entgelt' : 'Bareinzahlung']
      : [m.other.account, m.other.name, TEXTS[m.number % 6]!]),
  ]);
  const moved = moves.filter((m) => !isBare(m));
  return {
    name: 'kreditbank-soll-haben.csv',
    bytes: encoded(table([header, ...rows], ';'), 'windows-1252'),
    told: moved.map((m) => told(own.account, m, 'EUR')),
  };
}
