import { type Citation, citation } from '../../evidence/index.js';
import { type Corridor } from '../corridor.js';
import { countryCodes } from './country-codes.js';

/** What is known of a way beside its countries. */
interface About {
  readonly asOf: number;
  readonly note: string;
  readonly source: Citation;
}

const OVERVIEW = citation('routes-overview');

/**
 * The corridors that the library knows; variants of one way are rows of their own. A list ages: ways close and others open
 * within months. That a payment lies on one says nothing by itself, as family remittances go along the same countries.
 * Corridors of two positions stand here for completeness: three are asked for.
 */
export const CORRIDORS: readonly Corridor[] = Object.freeze([
  corridor('central-med', 'NG NE ER ET SD > LY TN DZ > IT MT', {
    asOf: 2024,
    note: 'Starts in West Africa or in the Horn of Africa.',
    source: citation('unodc-central-mediterranean-2024'),
  }),
  corridor('eastern-med', 'AF PK > IR > TR > GR IT', {
    asOf: 2024,
    note: 'To Italy by sailing boat.',
    source: OVERVIEW,
  }),
  corridor('western-balkans', 'GR > MK AL > RS BA > HU HR RO > AT > DE', {
    asOf: 2021,
    note: 'Figures of 2020.',
    source: citation('western-balkans-2021'),
  }),
  corridor('belarus-baltic', 'IQ SY > RU TR > BY > PL LT LV > DE FI', {
    asOf: 2024,
    note: 'By air to Russia, Turkey or Belarus.',
    source: citation('belarus-route-2022'),
  }),
  corridor('west-africa-atlantic', 'SN MR GM MA > ES', {
    asOf: 2020,
    note: 'To the Canary Islands.',
    source: citation('unodc-west-africa'),
  }),
  corridor('west-med', 'DZ MA > ES > FR > DE NO', { asOf: 2023, note: '', source: citation('spain-route-2023') }),
  corridor('west-med-from-syria', 'SY > SD > LY > DZ > ES', {
    asOf: 2023,
    note: 'Variant of west-med.',
    source: citation('spain-route-2023'),
  }),
  corridor('channel', 'IQ IR AL VN > TR > DE BE > FR > GB', {
    asOf: 2024,
    note: 'Turkey may be left out, as any position may.',
    source: OVERVIEW,
  }),
  corridor('us-south-west', 'CO > PA > CR > NI > HN > GT > MX > US', { asOf: 2024, note: '', source: OVERVIEW }),
  corridor('us-south-west-by-air', 'AE > NI > HN > GT > MX > US', {
    asOf: 2024,
    note: 'Variant of us-south-west: enters in Nicaragua.',
    source: OVERVIEW,
  }),
  corridor('us-north', 'IN > CA > US', { asOf: 2024, note: 'Variant of us-south-west.', source: OVERVIEW }),
  corridor('se-asia', 'BD > MM > TH > MY ID', { asOf: 2024, note: '', source: OVERVIEW }),
  corridor('se-asia-australia', 'ID > AU', { asOf: 2016, note: 'Older variant of se-asia.', source: OVERVIEW }),
  corridor('horn-east', 'ET > DJ SO > YE > SA', { asOf: 2024, note: '', source: citation('horn-east-2024') }),
  corridor('horn-north', 'ER ET SO > SD > LY EG > IT', { asOf: 2024, note: '', source: OVERVIEW }),
]);

/** Countries of one position are apart by spaces, positions by `>`. */
function corridor(id: string, way: string, { asOf, note, source }: About): Corridor {
  const positions = way.split(' > ').map((position) => position.split(' ').flatMap(countryCodes));
  return { id, version: 1, asOf, positions, note, source };
}
