import { type Finding } from '../evidence/index.js';
import { type Detector } from '../typologies/index.js';
import { formatMeasure } from './measure-words.js';

/** What a sentence about a finding needs to know of what found it. */
export type ExplainedTypology = Pick<Detector, 'indicator' | 'title'>;

/** Most measures that the sentence tells; all of them stand beside it. */
const MOST_MEASURES = 3;

/**
 * A few short sentences on a finding: the pattern, its first measures beside what they had to meet, what weakens it, and that
 * payers are protected. The innocent alternatives that were tested stand beside it, in a field of their own. Names nobody.
 */
export function explainFinding(finding: Finding, { indicator, title }: ExplainedTypology): string {
  const pattern = indicator === undefined ? finding.typology : `${indicator} ${finding.typology}`;
  const sentences = [`Consistent with ${lowerFirst(title)} (${pattern}): ${tellMeasures(finding)}.`];
  if (finding.mayBeChance) sentences.push('Chance is not ruled out, so nobody is listed for it.');
  else if (finding.strength < 1) sentences.push('Reduced form: columns are missing.');
  if (finding.contextOnly) sentences.push('Context only: nobody is listed for it.');
  if (finding.status === 'explained') sentences.push('Explained by an innocent alternative: it counts for nothing.');
  const { length } = finding.payers;
  if (length > 0) sentences.push(`${length} protected ${length === 1 ? 'payer' : 'payers'}, not named.`);
  sentences.push('Not evidence of guilt.');
  return sentences.join(' ');
}

/** Those that were held against something first. */
function tellMeasures({ measured }: Finding): string {
  const held = measured.filter(({ threshold }) => threshold !== undefined);
  const others = measured.filter(({ threshold }) => threshold === undefined);
  return [...held, ...others].slice(0, MOST_MEASURES).map(formatMeasure).join('; ');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
