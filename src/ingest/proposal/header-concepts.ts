import { type HeaderConcept } from '../vocabulary/headers/concepts.js';
import { EASTERN_HEADERS } from '../vocabulary/headers/eastern.js';
import { ROMANCE_HEADERS } from '../vocabulary/headers/romance.js';
import { SLAVIC_HEADERS } from '../vocabulary/headers/slavic.js';
import { WESTERN_HEADERS } from '../vocabulary/headers/western.js';

/** Languages whose names of columns are known, with their words. */
export const HEADER_LANGUAGES = [...WESTERN_HEADERS, ...ROMANCE_HEADERS, ...SLAVIC_HEADERS, ...EASTERN_HEADERS];

/** Letters that have no form without their mark, and letters that Arabic and Persian write in two ways. */
const PLAIN = new Map(
  Object.entries({ ł: 'l', đ: 'd', ø: 'o', ß: 'ss', ı: 'i', æ: 'ae', œ: 'oe', ς: 'σ', ي: 'ی', ى: 'ی', ك: 'ک' }),
);

/** Words of a column's name as they are compared: lower case, without marks; `payeeAccount` is two. */
export function headerWords(name: string): string[] {
  const folded = name
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđøßıæœςيىك]/gu, (letter) => PLAIN.get(letter)!);
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

interface Phrase {
  readonly words: readonly string[];
  readonly concept: HeaderConcept;
}
interface Affix {
  readonly part: string;
  readonly atEnd: boolean;
  readonly concept: HeaderConcept;
}

/** Phrases by their first word, the longest first, and parts of words. Made once, never changed. */
const { PHRASES, AFFIXES } = compile();

function compile(): { PHRASES: ReadonlyMap<string, readonly Phrase[]>; AFFIXES: readonly Affix[] } {
  const phrases = new Map<string, Phrase[]>();
  const affixes: Affix[] = [];
  for (const [, words] of HEADER_LANGUAGES) {
    for (const [concept, list] of Object.entries(words) as [HeaderConcept, string][]) {
      for (const entry of list.split(' ')) {
        const parts = headerWords(entry);
        if (entry.startsWith('*') || entry.endsWith('*')) {
          affixes.push({ part: parts.join(''), atEnd: entry.startsWith('*'), concept });
          continue;
        }
        const known = phrases.get(parts[0]!) ?? [];
        phrases.set(
          parts[0]!,
          [...known, { words: parts, concept }].sort((a, b) => b.words.length - a.words.length),
        );
      }
    }
  }
  return { PHRASES: phrases, AFFIXES: affixes };
}

/**
 * What the name of a column may be about. At each word the longest phrase counts, in all languages that have it; parts of
 * words count where no whole word is known. A name that speaks of both sides speaks of the other side of a statement.
 */
export function conceptsOf(name: string): ReadonlySet<HeaderConcept> {
  const words = headerWords(name);
  const concepts = new Set<HeaderConcept>();
  for (let at = 0; at < words.length;) {
    const here = (PHRASES.get(words[at]!) ?? []).filter((phrase) => phrase.words.every((w, i) => words[at + i] === w));
    const longest = here[0]?.words.length ?? 0;
    for (const { concept, words: own } of here) if (own.length === longest) concepts.add(concept);
    if (longest === 0) {
      for (const { part, atEnd, concept } of AFFIXES) {
        if (atEnd ? words[at]!.endsWith(part) : words[at]!.startsWith(part)) concepts.add(concept);
      }
    }
    at += Math.max(1, longest);
  }
  if (concepts.has('payer') && concepts.has('beneficiary')) {
    concepts.delete('payer');
    concepts.delete('beneficiary');
    concepts.add('counterparty');
  }
  return concepts;
}
