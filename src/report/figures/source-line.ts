import { type CaseDocument } from '../../disclosure/index.js';
import { type ReportRun } from '../report-data.js';
import { listed } from '../words/numbers.js';

const MOST_FILES = 4;
const HASH_LETTERS = 12;

/** Where a figure comes from: files and their SHA-256, shortened, tool, seed and weights. */
export function sourceLine({ redaction }: Pick<CaseDocument, 'redaction'>, run: ReportRun): string {
  const { version, inputs, options, weights } = run;
  const files = inputs
    .slice(0, MOST_FILES)
    .map(({ name, sha256 }) => `${name} (SHA-256 ${sha256.slice(0, HASH_LETTERS)}…)`);
  const more = inputs.length - MOST_FILES;
  const from =
    redaction === undefined
      ? listed([...files, ...(more > 0 ? [`${more} more in manifest.json`] : [])]) || 'not recorded'
      : `a case redacted for ${redaction.level} under key ${redaction.keyFingerprint}; its files are not passed on`;
  const made = redaction === undefined ? `, seed ${options.seed}` : '';
  const learned = weights === undefined ? '' : `, evidence weights ${weights.worlds.slice(0, HASH_LETTERS)}`;
  return `Source: ${from}. Made by illicit-flows ${version}${made}${learned}. Times are UTC.`;
}
