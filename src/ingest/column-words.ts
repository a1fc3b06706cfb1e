/** What a column may be about. */
export type ColumnRole =
  | 'time'
  | 'timeOfDay'
  | 'payerAccount'
  | 'payerInstitution'
  | 'payerHolder'
  | 'beneficiaryAccount'
  | 'beneficiaryInstitution'
  | 'beneficiaryHolder'
  | 'amount'
  | 'currency'
  | 'receivedAmount'
  | 'receivedCurrency'
  | 'channel'
  | 'id';

/** One way to recognise a role: every group must have one of its words in the column's name, and no `not` word. */
interface RoleRule {
  readonly role: ColumnRole;
  readonly groups: readonly (readonly string[])[];
  readonly not: readonly string[];
}

const PAYER = [
  ...['from', 'sender', 'payer', 'orig', 'originator', 'source', 'src', 'debtor', 'ordering', 'remitter', 'donneur'],
  ...[
    'absender',
    'auftraggeber',
    'ordenante',
    'remitente',
    'emisor',
    'ordonnateur',
    'debiteur',
    'emetteur',
    'mittente',
  ],
  ...['remetente', 'pagador', 'gonderen', 'gönderen', 'отправитель', 'плательщик', 'المرسل', '付款', '付款方'],
];
const BENEFICIARY = [
  ...[
    'to',
    'receiver',
    'beneficiary',
    'bene',
    'dest',
    'destination',
    'target',
    'dst',
    'creditor',
    'payee',
    'recipient',
  ],
  ...['empfänger', 'empfaenger', 'beneficiario', 'destinatario', 'receptor', 'beneficiaire', 'bénéficiaire', 'alici'],
  ...['destinataire', 'destinatário', 'beneficiário', 'alıcı', 'получатель', 'المستفيد', '收款', '收款方'],
];
const ACCOUNT = [
  ...[
    'account',
    'acct',
    'acc',
    'iban',
    'address',
    'wallet',
    'id',
    'node',
    'konto',
    'cuenta',
    'compte',
    'conto',
    'conta',
  ],
  ...['hesap', 'счет', 'счёт', 'حساب', '账号', '账户'],
];
const INSTITUTION = [
  'bank',
  'institution',
  'bic',
  'swift',
  'branch',
  'banque',
  'banco',
  'banca',
  'банк',
  'بنك',
  '银行',
];
const HOLDER = ['name', 'holder', 'owner', 'party', 'inhaber', 'titular', 'titulaire', 'intestatario', 'имя'];
const AMOUNT = [
  ...['amount', 'amt', 'value', 'sum', 'betrag', 'importe', 'monto', 'montant', 'importo', 'valor', 'quantia'],
  ...['tutar', 'сумма', 'المبلغ', 'مبلغ', '金额', 'kiasi', 'jumlah'],
];
const CURRENCY = [
  ...['currency', 'ccy', 'währung', 'waehrung', 'moneda', 'divisa', 'devise', 'valuta', 'moeda', 'doviz', 'döviz'],
  ...['валюта', 'العملة', '币种', 'sarafu'],
];
const RECEIVED = ['received', 'receiving', 'credited', 'recibido', 'reçu', 'empfangen'];
const TIME = [
  ...[
    'timestamp',
    'datetime',
    'date',
    'time',
    'datum',
    'fecha',
    'data',
    'tarih',
    'дата',
    'تاريخ',
    '日期',
    '时间',
    'tarehe',
  ],
  ...['valuta', 'zeitpunkt', 'horodatage', 'when', 'buchungstag', 'valutatag'],
];
const CHANNEL = ['channel', 'format', 'method', 'type', 'typ', 'tipo', 'kanal', 'canal', 'канал'];

/** In order of trust: the first rule that fits a column and whose role is still free wins. */
export const ROLE_RULES: readonly RoleRule[] = [
  { role: 'payerInstitution', groups: [PAYER, INSTITUTION], not: ['location', 'country', 'account'] },
  { role: 'beneficiaryInstitution', groups: [BENEFICIARY, INSTITUTION], not: ['location', 'country', 'account'] },
  { role: 'payerHolder', groups: [PAYER, HOLDER], not: ['bank'] },
  { role: 'beneficiaryHolder', groups: [BENEFICIARY, HOLDER], not: ['bank'] },
  { role: 'payerAccount', groups: [PAYER, ACCOUNT], not: ['type', 'country'] },
  { role: 'beneficiaryAccount', groups: [BENEFICIARY, ACCOUNT], not: ['type', 'country'] },
  { role: 'payerAccount', groups: [PAYER], not: ['type', 'country', 'balance', 'location'] },
  { role: 'beneficiaryAccount', groups: [BENEFICIARY], not: ['type', 'country', 'balance', 'location'] },
  { role: 'receivedCurrency', groups: [CURRENCY, RECEIVED], not: [] },
  { role: 'receivedAmount', groups: [AMOUNT, RECEIVED], not: [] },
  { role: 'currency', groups: [CURRENCY], not: [] },
  { role: 'amount', groups: [AMOUNT], not: ['total', 'balance', 'count'] },
  { role: 'time', groups: [TIME], not: ['birth', 'end', 'open', 'close'] },
  { role: 'timeOfDay', groups: [['time', 'hora', 'uhrzeit', 'heure', 'saat', 'время']], not: ['birth', 'end'] },
  { role: 'channel', groups: [CHANNEL], not: ['account'] },
  { role: 'id', groups: [['id', 'transaction', 'tx', 'reference', 'ref', 'hash', 'uuid']], not: ['account', 'bank'] },
];

/** Words of a column's name, lower case. */
export function wordsOf(name: string): string[] {
  const spaced = name
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
  return spaced.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

/** Words this long are also found at the end of a compound, such as `Buchungsdatum`. */
const LONG_WORD = 5;

/** Whether a rule recognises a column by the words of its name. */
export function ruleFits({ groups, not }: RoleRule, words: readonly string[]): boolean {
  const hasOne = (group: readonly string[]): boolean =>
    words.some((word) => group.some((known) => word === known || (known.length >= LONG_WORD && word.endsWith(known))));
  return groups.every(hasOne) && !words.some((word) => not.includes(word));
}
