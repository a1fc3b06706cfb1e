import { type CountClass, type EvidenceFamily, type Grade } from '../../src/evidence/index.js';
import { type Requirement } from '../../src/typologies/index.js';

/** How much a finding of each class says. It orders lists and adds nothing to a score. */
export const CLASS_WORDS: Readonly<Record<CountClass, string>> = {
  primary: 'says most by itself, and is shown first',
  supporting: 'says something beside primary ones',
  low: 'says little by itself',
  welfare:
    'a concern for the people who pay: in no score, makes nobody an operator, shown as a number on a list of its own',
};

/** How close a source is to the official text. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  official: 'official text or release, read in whole or in part',
  press: 'account of an official document by the press, a law firm or the industry',
  secondary: 'research, data set, or a text that cites the official document',
  choice: 'our choice; no source gives the number',
};

export const FAMILY_WORDS: Readonly<Record<EvidenceFamily, string>> = {
  structure: 'who deals with whom',
  time: 'when',
  geography: 'where',
  amount: 'how much',
  linkage: 'what ties accounts together',
};

export const COLUMN_WORDS: Readonly<Record<Requirement, string>> = {
  amount: 'amounts',
  time: 'times (a date suffices; an order alone does not)',
  channel: 'channels (cash, wire, card ...)',
  placeFrom: 'places where money was handed in',
  placeTo: 'places where money was paid out',
};

/** The sentence under every page. */
export const NOT_GUILT =
  'A finding says that transfers are _consistent with_ this pattern, and lists them by file and line. It never says why they were made. It is not proof, it names nobody who merely paid, and it needs review by a person. Nothing found never means that nothing is there.';
