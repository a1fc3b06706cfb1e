import { explainReading, explainReduced, SIGN_ROWS } from '../../judgement/index.js';
import { FEE_FLOW } from '../../leads/index.js';
import { CHANNELS } from '../../ledger/index.js';
import { DETECTORS } from '../../typologies/index.js';
import { isKnownColumn } from '../document/column-words.js';
import { lowerFirst } from '../document/plain-words.js';

/**
 * Texts of our own, by which partner and public cases are written anew: what is in none of these lists came from a file, or could
 * have, and goes no further. So a name cannot travel in a title, a role or a reason.
 */
const TYPOLOGIES = new Map<string, { readonly title: string; readonly question: string }>(
  [FEE_FLOW, ...DETECTORS].map(({ id, title, question }) => [id, { title, question }]),
);
/** What may be said of a pattern. */
export interface KnownTypology {
  readonly id: string;
  readonly title: string;
  readonly question: string;
}
const OTHER: KnownTypology = {
  id: 'other-pattern',
  title: 'Another pattern',
  question: 'Does a pattern hold that this library does not have?',
};
const WEIGHED = new Map<string, string>([
  ...SIGN_ROWS.map(({ id, about }) => [id, about] as const),
  ['payers', 'payers for whom the payment was exceptional, beside chance'],
  ['passage', 'how much of the exceptional money went on inside the group'],
  ['convergence', 'money of several that meets here'],
  ['payroll', 'wages that the group pays'],
]);
const SENTENCES = new Set<string>([
  ...SIGN_ROWS.map(({ about }) => about),
  ...(['shortPeriod', 'noClock', 'noStanding'] as const).map(explainReduced),
  ...(['payroll', 'kept'] as const).map(explainReading),
]);
const ALLOWED = new Set<string>([
  'leads from exceptional payments',
  ...DETECTORS.map(({ title }) => lowerFirst(title)),
]);

/** Titles of patterns by id. */
export const TITLES: ReadonlyMap<string, string> = new Map([
  ...[...TYPOLOGIES].map(([id, { title }]) => [id, title] as const),
  [OTHER.id, OTHER.title],
]);

/** A pattern in our own words. One that we do not have stands as another pattern: it counts, and is not told. */
export function knownTypology(id: string): KnownTypology {
  const known = TYPOLOGIES.get(id);
  return known === undefined ? OTHER : { id, ...known };
}

/** Ids of patterns, each once, those that we do not have as one. */
export function knownTypologies(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => knownTypology(id).id))];
}

/** What a part of a lead is about, without its numbers. */
export function aboutPart(name: string): string | undefined {
  return WEIGHED.get(name);
}

/** Those of some texts that are sentences of our own without numbers. */
export function knownSentences(texts: readonly string[]): string[] {
  return texts.filter((text) => SENTENCES.has(text));
}

/** Those of some names of columns that are our own. */
export function knownColumns(columns: readonly string[]): string[] {
  return columns.filter(isKnownColumn);
}

/** What a column would allow, where those are our own words. */
export function knownUses(uses: readonly string[]): string[] {
  return uses.filter((use) => ALLOWED.has(use));
}

export function isKnownChannel(channel: string): boolean {
  return CHANNELS.some((known) => known === channel);
}

/**
 * Two or three capital letters: a country as a code. Anything else in a country column, a name of a country too, may be a place
 * or a person, and is not passed on.
 */
export function isCountryCode(text: string): boolean {
  return /^[A-Z]{2,3}$/u.test(text);
}
