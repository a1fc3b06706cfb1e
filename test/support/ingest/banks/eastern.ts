import { paid, paymentsOf } from './romance.js';
import { type BankFixture, date, encoded, invent, money, movesOf, numbers, table, told } from './story.js';

/** Exports of banks in Greece, Turkey, Arab countries, Iran, Serbia, Poland, Russia and Ukraine. */
export function easternFixtures(): BankFixture[] {
  return [
    piraeus(),
    garanti(),
    havale(),
    arabTransfers(),
    arabStatement(),
    persian(),
    izvod(),
    mbank(),
    pko(),
    russianPayments(),
    sber(),
    privat(),
  ];
}

/** A mark for debit or credit; X is a Greek letter. */
function piraeus(): BankFixture {
  const own = invent(numbers(130), 'GR');
  const moves = movesOf(30, 12, 'GR').reverse();
  const titles = [['Αρ. Λογαριασμού:', own.account], ['Νόμισμα:', 'EUR'], ['']];
  const header = [
    'Ημερομηνία',
    'Ημ/νία αξίας',
    'Περιγραφή',
    'Λογαριασμός αντισυμβαλλομένου',
    'Ποσό',
    'Πρόσημο',
    'Υπόλοιπο',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'D/M/Y'),
      date(m.day, 'D/M/Y'),
      'Εντολή μεταφοράς',
      m.other.account,
      money(m.cents, ',', '.'),
      m.leaves ? 'Χ' : 'Π',
    ],
    money(m.balance, ',', '.'),
  ]);
  return {
    name: 'peiraios-kinhseis.csv',
    bytes: encoded(table([...titles, header, ...rows], ';'), 'utf-8-mark'),
    told: moves.map((m) => told(own.account, m, 'EUR')),
  };
}

function garanti(): BankFixture {
  const own = invent(numbers(131), 'TR');
  const moves = movesOf(31, 12, 'TR').reverse();
  const titles = [
    ['Hesap Hareketleri'],
    ['Hesap Sahibi:', 'Ada Yılmaz'],
    ['IBAN:', own.account],
    ['Para Birimi:', 'TL'],
    [''],
  ];
  const header = ['Tarih', 'Açıklama', 'Karşı Hesap', 'Tutar', 'Bakiye', 'Dekont No'];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'D/M/Y'),
      'Havale/EFT',
      m.other.account,
      money(m.leaves ? -m.cents : m.cents, ',', '.'),
      money(m.balance, ',', '.'),
    ],
    `D${m.number + 7000}`,
  ]);
  return {
    name: 'garanti-ekstre.csv',
    bytes: encoded(table([...titles, header, ...rows], ';'), 'utf-8-mark'),
    told: moves.map((m) => told(own.account, m, 'TRY')),
  };
}

function havale(): BankFixture {
  const payments = paymentsOf(32, 14, 'TR');
  const header = ['İşlem Tarihi', 'Gönderen', 'Gönderen IBAN', 'Alıcı', 'Alıcı IBAN', 'Tutar', 'Döviz Cinsi', 'Durum'];
  const state = (n: number): string => (n % 5 === 4 ? 'İptal' : 'Tamamlandı');
  const rows = payments.map((p) => [
    ...[
      date(p.day, 'D.M.Y'),
      p.from.name,
      p.from.account,
      p.to.name,
      p.to.account,
      money(p.cents, ',', '.'),
      'TRY',
      state(p.number),
    ],
  ]);
  const moved = payments.filter(({ number }) => state(number) === 'Tamamlandı');
  return {
    name: 'havale-listesi.csv',
    bytes: encoded(table([header, ...rows], ';')),
    told: moved.map((p) => paid(p, 'TRY')),
  };
}

function arabTransfers(): BankFixture {
  const payments = paymentsOf(33, 12, 'AE');
  const header = [
    'التاريخ',
    'رقم العملية',
    'اسم المرسل',
    'حساب المرسل',
    'اسم المستفيد',
    'حساب المستفيد',
    'المبلغ',
    'العملة',
    'الغرض',
  ];
  const rows = payments.map((p) => [
    ...[date(p.day, 'Y/M/D'), `T${p.number + 500}`, p.from.name, p.from.account, p.to.name, p.to.account],
    ...[money(p.cents, '.', ','), 'AED', 'مصاريف'],
  ]);
  return {
    name: 'hawalat-uae.csv',
    bytes: encoded(table([header, ...rows], ',')),
    told: payments.map((p) => paid(p, 'AED')),
  };
}

function arabStatement(): BankFixture {
  const own = invent(numbers(134), 'JO');
  const moves = movesOf(34, 12, 'JO').reverse();
  const titles = [['كشف حساب'], [`رقم الحساب: ${own.account}`], ['العملة: JOD'], ['']];
  const header = ['تاريخ الحركة', 'البيان', 'الحساب المقابل', 'مدين', 'دائن', 'الرصيد'];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'D/M/Y'),
      'حوالة',
      m.other.account,
      m.leaves ? money(m.cents, '.', ',') : '',
      m.leaves ? '' : money(m.cents, '.', ','),
    ],
    money(m.balance, '.', ','),
  ]);
  return {
    name: 'kashf-hisab.csv',
    bytes: encoded(table([...titles, header, ...rows], ';'), 'utf-8-mark'),
    told: moves.map((m) => told(own.account, m, 'JOD')),
  };
}

/** Persian digits, dates of the Gregorian calendar. */
function persian(): BankFixture {
  const payments = paymentsOf(35, 10, '');
  const digits = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
  const header = ['ردیف', 'تاریخ', 'حساب مبدا', 'نام فرستنده', 'حساب مقصد', 'نام گیرنده', 'مبلغ', 'ارز', 'شرح'];
  const rows = payments.map((p) => [
    ...[
      digits(String(p.number + 1)),
      digits(date(p.day, 'Y/M/D')),
      p.from.account,
      p.from.name,
      p.to.account,
      p.to.name,
    ],
    ...[digits(money(p.cents, '.', '')), 'ریال', 'حواله'],
  ]);
  return {
    name: 'havaleh-sarrafi.csv',
    bytes: encoded(table([header, ...rows], ',')),
    told: payments.map((p) => paid(p, 'ریال')),
  };
}

function izvod(): BankFixture {
  const own = invent(numbers(136), 'RS');
  const moves = movesOf(36, 12, 'RS').reverse();
  const titles = [['Izvod po računu'], ['Broj računa:', own.account], ['Valuta:', 'RSD'], ['']];
  const header = [
    'Datum',
    'Datum valute',
    'Naziv primaoca/platioca',
    'Račun primaoca/platioca',
    'Duguje',
    'Potražuje',
    'Stanje',
    'Svrha plaćanja',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'D.M.Y'),
      date(m.day, 'D.M.Y'),
      m.other.name,
      m.other.account,
      m.leaves ? money(m.cents, ',', '.') : '0,00',
    ],
    ...[m.leaves ? '0,00' : money(m.cents, ',', '.'), money(m.balance, ',', '.'), 'Promet robe'],
  ]);
  return {
    name: 'izvod-racun.csv',
    bytes: encoded(table([...titles, header, ...rows], ';'), 'windows-1250'),
    told: moves.map((m) => told(own.account, m, 'RSD')),
  };
}

/** Names of columns begin with a hash, and the account stands below its title. */
function mbank(): BankFixture {
  const own = invent(numbers(137), 'PL');
  const moves = movesOf(37, 12, 'PL').reverse();
  const titles = [
    ['mBank S.A. Bankowość Detaliczna'],
    ['#Klient'],
    ['ADA KOWALSKA'],
    ['#Za okres:'],
    ['01.01.2024', '31.03.2024'],
    ['#Waluta'],
    ['PLN'],
    ['#Numer rachunku'],
    [own.account],
    [''],
  ];
  const header = [
    '#Data operacji',
    '#Data księgowania',
    '#Opis operacji',
    '#Tytuł',
    '#Nadawca/Odbiorca',
    '#Numer konta',
    '#Kwota',
    '#Saldo po operacji',
    '',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'Y-M-D'),
      date(m.day, 'Y-M-D'),
      m.leaves ? 'PRZELEW WYCHODZĄCY' : 'PRZELEW PRZYCHODZĄCY',
      'Czynsz',
      m.other.name,
    ],
    ...[`'${m.other.account}'`, money(m.leaves ? -m.cents : m.cents, ',', ' '), money(m.balance, ',', ' '), ''],
  ]);
  return {
    name: 'mbank-historia.csv',
    bytes: encoded(table([...titles, header, ...rows], ';'), 'windows-1250'),
    told: moves.map((m) => told(own.account, m, 'PLN')),
  };
}

function pko(): BankFixture {
  const payments = paymentsOf(38, 12, 'PL');
  const header = [
    'Data operacji',
    'Data waluty',
    'Rachunek nadawcy',
    'Nazwa nadawcy',
    'Rachunek odbiorcy',
    'Nazwa odbiorcy',
    'Kwota',
    'Waluta',
    'Tytuł',
  ];
  const rows = payments.map((p) => [
    ...[date(p.day, 'Y-M-D'), date(p.day, 'Y-M-D'), p.from.account, p.from.name, p.to.account, p.to.name],
    ...[money(p.cents, ',', ' '), 'PLN', 'Czynsz'],
  ]);
  return {
    name: 'przelewy.csv',
    bytes: encoded(table([header, ...rows], ';')),
    told: payments.map((p) => paid(p, 'PLN')),
  };
}

function russianPayments(): BankFixture {
  const payments = paymentsOf(39, 12, '');
  const header = [
    'Дата',
    'Номер документа',
    'Плательщик',
    'Счет плательщика',
    'БИК плательщика',
    'Получатель',
    'Счет получателя',
    'БИК получателя',
    'Сумма',
    'Валюта',
    'Назначение платежа',
  ];
  const rows = payments.map((p) => [
    ...[
      date(p.day, 'D.M.Y'),
      String(p.number + 1),
      p.from.name,
      `40817${p.from.account}`,
      '044525225',
      p.to.name,
      `40817${p.to.account}`,
    ],
    ...['044525974', money(p.cents, ',', ''), 'руб.', 'Перевод'],
  ]);
  const all = payments.map((p) =>
    paid(
      {
        ...p,
        from: { ...p.from, account: `40817${p.from.account}` },
        to: { ...p.to, account: `40817${p.to.account}` },
      },
      'RUB',
    ),
  );
  return { name: 'platezhi.csv', bytes: encoded(table([header, ...rows], ';'), 'windows-1251'), told: all };
}

function sber(): BankFixture {
  const own = { ...invent(numbers(140), ''), account: '40702810900000012345' };
  const moves = movesOf(40, 12, '').reverse();
  const titles = [[`Выписка по счету ${own.account} за период 01.01.2024 - 31.03.2024`], ['']];
  const header = ['Дата', 'Контрагент', 'Счет контрагента', 'Дебет', 'Кредит', 'Валюта', 'Назначение платежа'];
  const rows = moves.map((m) => [
    ...[date(m.day, 'D.M.Y'), m.other.name, `40817${m.other.account}`, m.leaves ? money(m.cents, ',', ' ') : ''],
    ...[m.leaves ? '' : money(m.cents, ',', ' '), 'RUB', 'Оплата'],
  ]);
  const all = moves.map((m) =>
    told(own.account, { ...m, other: { ...m.other, account: `40817${m.other.account}` } }, 'RUB'),
  );
  return { name: 'vypiska.csv', bytes: encoded(table([...titles, header, ...rows], ';')), told: all };
}

function privat(): BankFixture {
  const own = invent(numbers(141), 'UA');
  const moves = movesOf(41, 12, 'UA').reverse();
  const header = [
    'Дата операції',
    'Рахунок',
    'Контрагент',
    'Рахунок контрагента',
    'Сума',
    'Валюта',
    'Залишок після операції',
    'Призначення платежу',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'D.M.Y'),
      own.account,
      m.other.name,
      m.other.account,
      money(m.leaves ? -m.cents : m.cents, '.', ''),
      'UAH',
    ],
    ...[money(m.balance, '.', ''), 'Оплата послуг'],
  ]);
  return {
    name: 'privat24.csv',
    bytes: encoded(table([header, ...rows], ',')),
    told: moves.map((m) => told(own.account, m, 'UAH')),
  };
}
