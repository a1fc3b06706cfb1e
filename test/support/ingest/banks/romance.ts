import {
  type BankFixture,
  date,
  encoded,
  invent,
  type Invented,
  money,
  movesOf,
  numbers,
  table,
  told,
  type ToldTransfer,
} from './story.js';

/** Exports of banks in France, Spain, Mexico, Italy, Portugal and Romania. */
export function romanceFixtures(): BankFixture[] {
  return [virements(), postale(), santander(), spei(), bbva(), intesa(), fineco(), portugal(), romania()];
}

/** A payment between two invented accounts. */
export interface Payment {
  readonly from: Invented;
  readonly to: Invented;
  readonly cents: number;
  readonly day: Date;
  readonly number: number;
}

/** Payments among eight accounts, the oldest first. */
export function paymentsOf(seed: number, count: number, country: string): Payment[] {
  const next = numbers(seed);
  const accounts = Array.from({ length: 8 }, () => invent(next, country));
  return movesOf(seed, count, country).map(({ cents, day, number }) => {
    const from = next(8);
    return { from: accounts[from]!, to: accounts[(from + 1 + next(7)) % 8]!, cents, day, number };
  });
}

/** The transfer that a payment is. */
export function paid({ from, to, cents, day }: Payment, currency: string): ToldTransfer {
  return { payer: from.account, beneficiary: to.account, cents, currency, time: day.toISOString() };
}

function virements(): BankFixture {
  const payments = paymentsOf(20, 14, 'FR');
  const header = [
    'Date',
    "Donneur d'ordre",
    "IBAN donneur d'ordre",
    'Bénéficiaire',
    'IBAN bénéficiaire',
    'Montant',
    'Devise',
    'Motif',
    'Référence',
  ];
  const rows = payments.map((p) => [
    ...[date(p.day, 'D/M/Y'), p.from.name, p.from.account, p.to.name, p.to.account, money(p.cents, ',', ' '), 'EUR'],
    ...['Loyer', `VIR${p.number + 100}`],
  ]);
  return {
    name: 'virements-emis.csv',
    bytes: encoded(table([header, ...rows], ';'), 'windows-1252'),
    told: payments.map((p) => paid(p, 'EUR')),
  };
}

function postale(): BankFixture {
  const own = invent(numbers(121), 'FR');
  const moves = movesOf(21, 12, 'FR').reverse();
  const titles = [
    ['Numéro Compte', own.account],
    ['Type', 'CCP'],
    ['Compte tenu en', 'euros'],
    ['Date', '31/03/2024'],
    [''],
  ];
  const header = ['Date', 'Libellé', 'Compte contrepartie', 'Débit euros', 'Crédit euros'];
  const rows = moves.map((m) => [
    ...[date(m.day, 'D/M/Y'), `VIREMENT ${m.other.name}`, m.other.account],
    ...[m.leaves ? money(-m.cents, ',', '') : '', m.leaves ? '' : money(m.cents, ',', '')],
  ]);
  return {
    name: 'banque-postale.csv',
    bytes: encoded(table([...titles, header, ...rows], ';'), 'windows-1252'),
    told: moves.map((m) => told(own.account, m, 'EUR')),
  };
}

/** A transfer that was rejected did not move. */
function santander(): BankFixture {
  const payments = paymentsOf(22, 18, 'ES');
  const header = [
    'Fecha operación',
    'Fecha valor',
    'Cuenta ordenante',
    'Nombre ordenante',
    'Cuenta beneficiario',
    'Nombre beneficiario',
    'Importe',
    'Moneda',
    'Concepto',
    'Estado',
  ];
  const state = (n: number): string => (n % 6 === 2 ? 'Rechazada' : n % 7 === 3 ? 'Pendiente' : 'Ejecutada');
  const rows = payments.map((p) => [
    ...[date(p.day, 'D/M/Y'), date(p.day, 'D/M/Y'), p.from.account, p.from.name, p.to.account, p.to.name],
    ...[money(p.cents, ',', '.'), 'EUR', 'Alquiler', state(p.number)],
  ]);
  const moved = payments.filter(({ number }) => state(number) === 'Ejecutada');
  return {
    name: 'transferencias-emitidas.csv',
    bytes: encoded(table([header, ...rows], ';')),
    told: moved.map((p) => paid(p, 'EUR')),
  };
}

/** No word of the currency anywhere. */
function spei(): BankFixture {
  const payments = paymentsOf(23, 12, '');
  const header = [
    'Fecha Operacion',
    'Clave Rastreo',
    'Institucion Ordenante',
    'Cuenta Ordenante',
    'Institucion Beneficiaria',
    'Cuenta Beneficiario',
    'Monto',
    'Estatus',
  ];
  const rows = payments.map((p) => [
    ...[date(p.day, 'D-M-Y'), `MX${p.number + 90}7A`, 'BANCO UNO', p.from.account, 'BANCO DOS', p.to.account],
    ...[money(p.cents, '.', ','), 'Liquidada'],
  ]);
  return {
    name: 'spei-cep.csv',
    bytes: encoded(table([header, ...rows], ',')),
    told: payments.map((p) => paid(p, 'MXN')),
  };
}

/** Two columns of one name, and no account of the other side. */
function bbva(): BankFixture {
  const own = invent(numbers(124), 'ES');
  const moves = movesOf(24, 10, 'ES').reverse();
  const titles = [['Últimos movimientos'], ['Cuenta:', own.account], ['']];
  const header = [
    'F.Valor',
    'Fecha',
    'Concepto',
    'Movimiento',
    'Importe',
    'Divisa',
    'Disponible',
    'Divisa',
    'Observaciones',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'D/M/Y'),
      date(m.day, 'D/M/Y'),
      m.leaves ? 'Transferencia realizada' : 'Transferencia recibida',
      m.other.account,
    ],
    ...[money(m.leaves ? -m.cents : m.cents, ',', '.'), 'EUR', money(m.balance, ',', '.'), 'EUR', ''],
  ]);
  return {
    name: 'bbva-movimientos.csv',
    bytes: encoded(table([...titles, header, ...rows], ';')),
    told: moves.map((m) => told(own.account, m, 'EUR')),
  };
}

function intesa(): BankFixture {
  const payments = paymentsOf(25, 12, 'IT');
  const header = [
    'Data contabile',
    'Data valuta',
    'Ordinante',
    'IBAN ordinante',
    'Beneficiario',
    'IBAN beneficiario',
    'Importo',
    'Divisa',
    'Causale',
    'CRO',
  ];
  const rows = payments.map((p) => [
    ...[date(p.day, 'D.M.Y'), date(p.day, 'D.M.Y'), p.from.name, p.from.account, p.to.name, p.to.account],
    ...[money(p.cents, ',', '.'), 'EUR', 'Affitto', `CRO${p.number}`],
  ]);
  return {
    name: 'bonifici-intesa.csv',
    bytes: encoded(table([header, ...rows], ';')),
    told: payments.map((p) => paid(p, 'EUR')),
  };
}

function fineco(): BankFixture {
  const own = invent(numbers(126), 'IT');
  const moves = movesOf(26, 12, 'IT').reverse();
  const titles = [
    [`Conto Corrente: ${own.account}`],
    ['Intestazione Conto Corrente: Ada Bianchi'],
    ['Periodo Dal: 01/01/2024 Al: 31/03/2024'],
    [''],
  ];
  const header = [
    'Data_Operazione',
    'Data_Valuta',
    'Entrate',
    'Uscite',
    'Descrizione',
    'Descrizione_Completa',
    'Stato',
    'IBAN_Controparte',
    'Valuta',
  ];
  const rows = moves.map((m) => [
    ...[
      date(m.day, 'D/M/Y'),
      date(m.day, 'D/M/Y'),
      m.leaves ? '' : money(m.cents, ',', '.'),
      m.leaves ? money(-m.cents, ',', '.') : '',
    ],
    ...['Bonifico SEPA', `${m.other.name} affitto`, 'Contabilizzato', m.other.account, 'EUR'],
  ]);
  return {
    name: 'fineco-movimenti.csv',
    bytes: encoded(table([...titles, header, ...rows], ';')),
    told: moves.map((m) => told(own.account, m, 'EUR')),
  };
}

function portugal(): BankFixture {
  const payments = paymentsOf(27, 10, 'PT');
  const header = [
    'Data do movimento',
    'Nome do ordenante',
    'IBAN ordenante',
    'Nome do destinatário',
    'IBAN destinatário',
    'Valor',
    'Moeda',
    'Descrição',
  ];
  const rows = payments.map((p) => [
    ...[
      date(p.day, 'D-M-Y'),
      p.from.name,
      p.from.account,
      p.to.name,
      p.to.account,
      money(p.cents, ',', '.'),
      'EUR',
      'Renda',
    ],
  ]);
  return {
    name: 'transferencias-pt.csv',
    bytes: encoded(table([header, ...rows], ';')),
    told: payments.map((p) => paid(p, 'EUR')),
  };
}

function romania(): BankFixture {
  const payments = paymentsOf(28, 10, 'RO');
  const header = [
    'Data tranzacției',
    'Nume plătitor',
    'Cont plătitor',
    'Nume beneficiar',
    'Cont beneficiar',
    'Suma',
    'Moneda',
    'Detalii',
  ];
  const rows = payments.map((p) => [
    ...[
      date(p.day, 'D.M.Y'),
      p.from.name,
      p.from.account,
      p.to.name,
      p.to.account,
      money(p.cents, ',', '.'),
      'RON',
      'Chirie',
    ],
  ]);
  return {
    name: 'plati-ro.csv',
    bytes: encoded(table([header, ...rows], ',')),
    told: payments.map((p) => paid(p, 'RON')),
  };
}
