import { type Finding } from '../evidence/index.js';
import { type Detector } from '../typologies/index.js';
import { formatMeasure } from './measure-words.js';

/** What a sentence about a finding needs to know of what found it. */
export type ExplainedTypology = Pick<Detector, 'title'>;

/** The sentence tells measures until they are this long; all of them stand beside it. */
const LONG_ENOUGH = 60;

/**
 * A few short sentences on a finding: the pattern, its first measures beside what they had to meet, what weakens it, and that
 * payers are protected. The innocent alternatives that were tested stand beside it, in a field of their own. Names nobody.
 */
export function explainFinding(finding: Finding, { title }: ExplainedTypology): string {
  const sentences = [`Consistent with "${lowerFirst(title)}": ${tellMeasures(finding)}.`];
  if (finding.mayBeChance) sentences.push('Chance is not ruled out: nobody is listed for it.');
  else if (finding.strength < 1) sentences.push('Reduced form: columns are missing.');
  if (finding.contextOnly) sentences.push('Context only: nobody is listed for it.');
  if (finding.status === 'explained') sentences.push('Explained innocently: it counts for nothing.');
  const { length } = finding.payers;
  if (length > 0) sentences.push(`${length} protected ${length === 1 ? 'payer' : 'payers'}, not named.`);
  sentences.push('Not evidence of guilt.');
  return sentences.join(' ');
}

/** Those that were held against something first. */
function tellMeasures({ measured }: Finding): string {
  const held = measured.filter(({ threshold }) => threshold !== undefined);
  const others = measured.filter(({ threshold }) => threshold === undefined);
  let told = '';
  for (const measure of [...held, ...others]) {
    if (told.length > LONG_ENOUGH) break;
    told += `${told === '' ? '' : '; '}${formatMeasure(measure)}`;
  }
  return told;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
