/** Columns of whole numbers. */
export const NUMBER_COLUMNS = ['row', 'sequence', 'timeMs'] as const;

/** Columns that mostly hold the same few texts, and what those are: columns of a kind have theirs together. */
export const WORD_COLUMNS = {
  source: 'source',
  precision: 'precision',
  channel: 'channel',
  payerInstitution: 'institution',
  beneficiaryInstitution: 'institution',
  payerUnitInstitution: 'institution',
  beneficiaryUnitInstitution: 'institution',
  currency: 'currency',
  receivedCurrency: 'currency',
  placeFrom: 'place',
  placeTo: 'place',
  countryFrom: 'place',
  countryTo: 'place',
} as const;

/** Columns in which each row has a text of its own. */
export const TEXT_COLUMNS = [
  ...(['payerAccount', 'beneficiaryAccount', 'payerUnitAccount', 'beneficiaryUnitAccount'] as const),
  ...(['amount', 'receivedAmount', 'id'] as const),
] as const;

export type WordColumnName = keyof typeof WORD_COLUMNS;
export type WordKind = (typeof WORD_COLUMNS)[WordColumnName];
export type TextColumnName = (typeof TEXT_COLUMNS)[number];

/** Code of a row with no word, and of one whose word has no number. */
export const NO_WORD = -1;
export const OTHER_WORD = -2;
/** Stands for a text that is not given: no UTF-8 has it. */
export const NO_TEXT = 0xff;
/** What a text is cut into: the database hands out this many bytes with its column, and what is longer one by one. */
export const PIECE_BYTES = 12;
