import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { type Detector, DETECTORS } from '../../src/typologies/index.js';
import { indicatorPage } from './indicator-page.js';
import { readingsPage } from './readings.js';
import { CLASS_WORDS, COLUMN_WORDS, GRADE_WORDS, NOT_GUILT } from './words.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** Where the pages lie. */
export const INDICATOR_FOLDER = resolve(ROOT, 'docs/indicators');

/** Every page about indicators by file name, made from the registry alone: the same registry gives the same bytes. */
export async function indicatorPages(): Promise<ReadonlyMap<string, string>> {
  const drafts = new Map<string, string>([
    ['README.md', indexPage()],
    ['innocent-readings.md', readingsPage()],
    ...DETECTORS.map((one) => [`${one.id}.md`, indicatorPage(one, sourceOf(one))] as const),
  ]);
  const pages = new Map<string, string>();
  for (const [name, draft] of drafts) {
    const path = resolve(INDICATOR_FOLDER, name);
    pages.set(name, await format(draft, { ...(await resolveConfig(path)), filepath: path }));
  }
  return pages;
}

function sourceOf({ id }: Detector): string {
  const path = resolve(ROOT, 'src/typologies', id, `${id}.ts`);
  if (!existsSync(path)) throw new Error(`Expected the definition of ${id} in ${path}`);
  return path;
}

function indexPage(): string {
  const kinds: readonly (readonly [title: string, about: string, belongs: (one: Detector) => boolean])[] = [
    [
      'Plain patterns of layering',
      'Shapes that the literature describes for any kind of money laundering.',
      (one) => one.indicator === undefined,
    ],
    [
      'Indicators',
      'Patterns that published sources connect with how the smuggling of migrants is paid for.',
      (one) => one.indicator !== undefined && one.countClass !== 'welfare' && one.contextOnly !== true,
    ],
    ['Context', 'Shown beside a lead. In no score; makes no lead and names nobody.', (one) => one.contextOnly === true],
    [
      'Welfare concerns',
      'People who may be under coercion. On a list of their own, in no score; nobody who pays is named.',
      (one) => one.countClass === 'welfare',
    ],
  ];
  const table = (list: readonly Detector[]): string =>
    [
      '| indicator | question | number | class | needs |',
      '| --- | --- | --- | --- | --- |',
      ...list.map(
        ({ id, question, indicator, countClass, requires }) =>
          `| [${id}](${id}.md) | ${question} | ${indicator ?? ''} | ${countClass} | ${requires.join(', ')} |`,
      ),
    ].join('\n');
  return [
    '# Indicators',
    `What the library looks for: ${DETECTORS.length} patterns, each with its definition, its sources, the innocent situations that look the same, and every number that decides. These pages are written from the registry by \`npm run indicators\`; do not edit them by hand.`,
    NOT_GUILT,
    ...kinds.flatMap(([title, about, belongs]) => [`## ${title}`, about, table(DETECTORS.filter(belongs))]),
    '## Classes, columns and grades of sources',
    'A class says how much a finding says by itself. It orders lists and adds nothing to the score of a lead.',
    listOf(CLASS_WORDS),
    'Columns that an indicator may need. One that is missing gives `notEvaluable`, never "nothing found".',
    listOf(COLUMN_WORDS),
    'Sources say how close they are to the official text. Most were read in part; look for the original before you quote one.',
    listOf(GRADE_WORDS),
    '## What makes a lead',
    'No pattern of this list makes a lead. Leads come from evidence weights and from exceptional payments that are gathered and passed on together (the finding `fee-flow` that stands beside each lead shows those transfers); patterns are reasons beside it. See [reading a lead](../reading-a-lead.md), [innocent readings](innocent-readings.md) and the [glossary](../glossary.md).',
  ].join('\n\n');
}

function listOf(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([name, meaning]) => `- \`${name}\`: ${meaning}`)
    .join('\n');
}
