import { type Detector } from '../../src/typologies/index.js';
import { anchorOfReading, titleOfReading } from './readings.js';
import { docstringAbove } from './docstring.js';
import { cell, parameterTable } from './parameter-table.js';
import { CLASS_WORDS, COLUMN_WORDS, FAMILY_WORDS, NOT_GUILT } from './words.js';

/** The page of one indicator, as Markdown before it is formatted. `source`: the file that defines it. */
export function indicatorPage(detector: Detector, source: string): string {
  const { id, indicator, title, question, version, countClass, family, contextOnly, requires } = detector;
  const weight =
    contextOnly === true
      ? 'context only: in no score, makes no lead and names nobody'
      : `\`${countClass}\`: ${CLASS_WORDS[countClass]}`;
  const { text, cost } = docstringAbove(source, 'Detector');
  const columns = requires.map((column) => COLUMN_WORDS[column]);
  return [
    `# ${title}`,
    `**${question}**`,
    [
      `| | |`,
      `| --- | --- |`,
      `| id | \`${id}\`, version ${version} |`,
      `| number in the list of indicators | ${indicator ?? 'none: a plain pattern of layering'} |`,
      `| looks at | ${FAMILY_WORDS[family]} |`,
      `| class | ${cell(weight)} |`,
      `| needs | ${columns.join(', ')} |`,
    ].join('\n'),
    'Words such as _family_, _hub_, _reduced_ and _first in, first out_ are in the [glossary](../glossary.md).',
    '## What it measures',
    text,
    'Where a column that it needs is missing, the answer is `notEvaluable` with the name of the column, never "nothing found".',
    ...(cost === undefined ? [] : [`Cost of the search: ${cost}`]),
    '## Innocent readings',
    readings(detector),
    '## What it is not',
    NOT_GUILT,
    '## Numbers that decide',
    `Each can be set, as in \`--set ${id}.${Object.keys(detector.parameters)[0]!}=VALUE\`, and stands in the manifest. A share of 1 is all. _Our choice_: no source gives the number.`,
    parameterTable(detector.parameters),
    '## Sources',
    detector.citations.map(({ key, title: name, grade }) => `- \`${key}\` (${grade}): ${name}`).join('\n'),
    '[All indicators](README.md) · [Reading a lead](../reading-a-lead.md)',
  ].join('\n\n');
}

function readings({ alsoLooksLike }: Detector): string {
  if (alsoLooksLike.length === 0) return 'None is tested for this pattern.';
  const list = alsoLooksLike.map((id) => `[${titleOfReading(id)}](innocent-readings.md#${anchorOfReading(id)})`);
  return `These situations look the same, and are tested where transfers can tell them. Where one passes, the finding is _explained_: it is shown and counts for nothing. Where the data lack what a test needs, that is said.\n\n${list.map((one) => `- ${one}`).join('\n')}`;
}
