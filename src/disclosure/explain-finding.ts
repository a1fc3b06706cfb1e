import { type AlternativeOutcome, type Finding, type Measure } from '../evidence/index.js';
import { type Detector } from '../typologies/index.js';

/** What a sentence about a finding needs to know of what found it. */
export type ExplainedTypology = Pick<Detector, 'indicator' | 'title' | 'alsoLooksLike'>;

/** Said of every finding. */
const NOT_CLAIMED = 'Not evidence of guilt; needs review.';

/**
 * One paragraph on a finding: the pattern, its measures, what it is not, how payers are treated, which innocent
 * alternatives were tested and what was missing. Facts and assessment stand in separate sentences. Names nobody.
 */
export function explainFinding(finding: Finding, detector: ExplainedTypology): string {
  const indicator = detector.indicator === undefined ? finding.typology : `${detector.indicator} ${finding.typology}`;
  const sentences = [
    `Pattern consistent with ${lowerFirst(detector.title)} (${indicator}).`,
    `Measured: ${finding.measured.map(describeMeasure).join('; ')}.`,
  ];
  if (finding.mayBeChance) sentences.push('Chance is not ruled out, so nobody is listed for it.');
  else if (finding.strength < 1) sentences.push('Evaluated in a reduced form because columns are missing.');
  if (finding.contextOnly) sentences.push('Context only: it makes no lead, and nobody is listed for it.');
  if (finding.status === 'explained') sentences.push('An innocent alternative explains it, so it counts for nothing.');
  sentences.push(describeAlternatives(finding, detector));
  if (finding.payers.length > 0) sentences.push(`${finding.payers.length} payers are protected and not named.`);
  sentences.push(NOT_CLAIMED);
  return sentences.join(' ');
}

/** `spanHours` of 12 hours as "span 12 hours", with the parameter that it was held against. */
function describeMeasure({ name, value, unit, currency, threshold }: Measure): string {
  const words = name.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  const shown = typeof value === 'number' ? rounded(value) : value;
  const against = threshold === undefined ? '' : ` (threshold ${rounded(threshold)})`;
  if (unit === 'money') return `${words} ${currency ?? ''} ${shown}${against}`;
  if (unit === 'count' || unit === 'share' || unit === 'ratio') return `${words} ${shown}${against}`;
  return `${words.replace(new RegExp(` ${unit}$`, 'u'), '')} ${shown} ${unit}${against}`;
}

/** Two decimals, or as many as it takes not to make a whole number of what is none. */
function rounded(value: number): string {
  for (const decimals of [2, 4, 6]) {
    const shorter = Number(value.toFixed(decimals));
    if (shorter === value || !Number.isInteger(shorter)) return String(shorter);
  }
  return String(value);
}

function describeAlternatives({ alternatives }: Finding, detector: ExplainedTypology): string {
  if (alternatives.length === 0) return `It may also be: ${detector.alsoLooksLike.join(', ')} (not tested).`;
  return `Alternatives checked: ${alternatives.map(describeAlternative).join('; ')}.`;
}

function describeAlternative({ id, title, outcome, reason }: AlternativeOutcome): string {
  const verdict = outcome === 'passed' ? 'passed' : outcome === 'notPassed' ? 'not passed' : 'not evaluable';
  return `${id} ${title}: ${verdict} (${reason.replace(/\.$/u, '')})`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
