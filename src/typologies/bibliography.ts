import { type Citation } from '../evidence/index.js';
import { UsageError } from '../foundation/index.js';

/** Every published source that a detector or a default leans on. One line per source; keys are stable. */
const BIBLIOGRAPHY: readonly Citation[] = [
  {
    key: 'choice',
    title: 'Default of this library; no source gives a number. Reviewed against ordinary life, not against crime.',
    grade: 'choice',
  },
  {
    key: 'kumar-calders-2018',
    title: 'R. Kumar, T. Calders: 2SCENT, an efficient algorithm to enumerate all simple temporal cycles. PVLDB 11(11)',
    grade: 'secondary',
  },
  {
    key: 'blanusa-2022',
    title: 'J. Blanusa, P. Ienne, K. Atasu: Scalable fine-grained parallel cycle enumeration algorithms. arXiv 2202.09685',
    grade: 'secondary',
  },
  {
    key: 'blanusa-2024',
    title:
      'J. Blanusa et al.: Graph Feature Preprocessor, real-time subgraph-based feature extraction. arXiv 2402.08593',
    grade: 'secondary',
  },
  {
    key: 'altman-2023',
    title:
      'E. Altman et al.: Realistic synthetic financial transactions for anti-money laundering models. arXiv 2306.16424',
    grade: 'secondary',
  },
  {
    key: 'amlsim',
    title: 'IBM AMLSim: multi-agent simulator of transactions with planted patterns. github.com/IBM/AMLSim',
    grade: 'secondary',
  },
];

/** Our own numbers, marked as such wherever they are shown. */
export const CHOICE: Citation = citation('choice');

/**
 * The bibliography record of a key.
 * @throws UsageError `unknown-citation`
 */
export function citation(key: string): Citation {
  const record = BIBLIOGRAPHY.find((entry) => entry.key === key);
  if (record === undefined) throw new UsageError('unknown-citation', `Expected a bibliography key but received ${key}`);
  return record;
}
