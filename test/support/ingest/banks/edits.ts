/** What a person has to do before a made file can be read. */
export interface BankEdit {
  /** Said with `--own-account`, where nothing in the file says it; not an edit. */
  readonly ownAccount?: string;
  /** Put into the proposed mapping; null takes a part away. Undefined: the proposal is read untouched. */
  readonly patch?: Readonly<Record<string, unknown>>;
  /** The doubt that tells of it. */
  readonly doubt?: RegExp;
}

const OTHER_SIDE = /no column was recognised as the account of the other side/;
const CURRENCY = /no column was recognised as the currency/;
const other = (account: unknown): Readonly<Record<string, unknown>> => ({ beneficiary: { account } });
const currency = (constant: string): Readonly<Record<string, unknown>> => ({ amount: { currency: { constant } } });

/** Edits by file; what is not here is read as proposed. */
export const BANK_EDITS: ReadonlyMap<string, BankEdit> = new Map<string, BankEdit>([
  ['ing-umsatz.csv', { patch: other('Auftraggeber/Empfänger'), doubt: OTHER_SIDE }],
  ['ubs-konto.csv', { patch: other({ column: 'Beschreibung2', pattern: 'IBAN: (\\w+)' }), doubt: OTHER_SIDE }],
  ['postfinance.csv', { patch: other({ column: 'Avisierungstext', pattern: 'KONTO (\\S+)' }), doubt: OTHER_SIDE }],
  ['bbva-movimientos.csv', { patch: other('Movimiento'), doubt: OTHER_SIDE }],
  ['revolut-account.csv', { ownAccount: 'REV-4711-22', patch: other('Description'), doubt: OTHER_SIDE }],
  [
    'activity_000123456789.csv',
    {
      patch: { ...other({ column: 'Description', pattern: 'ACCT (\\d+)' }), ...currency('USD') },
      doubt: OTHER_SIDE,
    },
  ],
  [
    'havale-defteri.csv',
    {
      patch: { ownAccount: null, payer: { account: 'Gönderici Adı' }, beneficiary: { account: 'Alıcı Adı' } },
      doubt: OTHER_SIDE,
    },
  ],
  ['spei-cep.csv', { patch: currency('MXN'), doubt: CURRENCY }],
  ['sbi-statement.tsv', { patch: currency('INR'), doubt: CURRENCY }],
  ['unclear-dates.csv', { patch: { time: { formats: ['DD/MM/YYYY'] } }, doubt: /tell day from month/ }],
  ['withdraw-history.csv', { ownAccount: 'user-3391' }],
]);

/** A value with another put into it, key by key. */
export function patched(value: unknown, patch: unknown): unknown {
  if (!isObject(value) || !isObject(patch) || 'pattern' in patch || 'constant' in patch) return patch;
  const merged = new Map(Object.entries(value));
  for (const [key, part] of Object.entries(patch)) {
    if (part === null) merged.delete(key);
    else merged.set(key, patched(merged.get(key), part));
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
