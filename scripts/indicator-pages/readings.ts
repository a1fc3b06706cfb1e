import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Finding, type ParameterSet } from '../../src/evidence/index.js';
import { ALTERNATIVE_PARAMETERS, type AlternativeView, testAlternatives } from '../../src/typologies/index.js';
import { docstringAbove } from './docstring.js';
import { parameterTable } from './parameter-table.js';

const FOLDER = resolve(import.meta.dirname, '../../src/typologies/alternatives');
const IDS = Array.from({ length: 17 }, (_, i) => `A${String(i + 1).padStart(2, '0')}`);

/** A finding about nobody: enough to be told what each reading is called, and what it lacks. */
const ABOUT_NOBODY = { subjects: [], rows: [] } as unknown as Finding;

function outcomeOf(id: string): { readonly title: string; readonly reason: string } {
  return testAlternatives(ABOUT_NOBODY, undefined as unknown as AlternativeView, [id])[0]!;
}

export function titleOfReading(id: string): string {
  return outcomeOf(id).title;
}

/** Where a reading stands on its page. */
export function anchorOfReading(id: string): string {
  return headingOf(id)
    .toLowerCase()
    .replaceAll(/[^\w -]/gu, '')
    .replaceAll(' ', '-');
}

function headingOf(id: string): string {
  return `${id} ${titleOfReading(id)}`;
}

/** The page of all innocent readings, before it is formatted. */
export function readingsPage(): string {
  const shared = Object.entries<ParameterSet[string]>(ALTERNATIVE_PARAMETERS).filter(
    ([, one]) => idOf(one.meaning) === undefined,
  );
  return [
    '# Innocent readings',
    'Each finding is tested against innocent situations that look the same. A reading passes if it explains every account that the finding is about, in every currency that matters. Then the finding is _explained_: it is shown and counts for nothing. A reading that does not pass is not ruled out: the transfers alone do not show it. Numbers are of the set `alternatives`, as in `--set alternatives.clubMembers=5`; a share of 1 is all.',
    ...IDS.flatMap(section),
    '## Numbers that several readings use',
    parameterTable(Object.fromEntries(shared)),
    'What a user vouches for with `--guard-list` is set aside before any of this, and counted.',
    '[All indicators](README.md) · [Reading a lead](../reading-a-lead.md)',
  ].join('\n\n');
}

function section(id: string): string[] {
  const { reason } = outcomeOf(id);
  const file = fileOf(id);
  const own = Object.entries<ParameterSet[string]>(ALTERNATIVE_PARAMETERS).filter(
    ([, one]) => idOf(one.meaning) === id,
  );
  const numbers = own.map(([name, one]) => [name, { ...one, meaning: one.meaning.replace(/^A\d\d: /u, '') }] as const);
  return [
    `## ${headingOf(id)}`,
    file === undefined ? untested(reason) : docstringAbove(file, 'Alternative').text.replaceAll(/\s\[choice\]/gu, ''),
    ...(numbers.length === 0 ? [] : [parameterTable(Object.fromEntries(numbers))]),
  ];
}

/** Why transfers cannot tell a reading. */
function untested(reason: string): string {
  const none = /^Not in the data: nothing: (.*)$/u.exec(reason);
  return none === null ? `Cannot be told from transfers. ${reason}` : `Needs no test: ${none[1]!}`;
}

function idOf(meaning: string): string | undefined {
  return /^(A\d\d): /u.exec(meaning)?.[1];
}

/** The file that tests a reading; undefined where transfers cannot tell it. */
function fileOf(id: string): string | undefined {
  return readdirSync(FOLDER)
    .map((name) => resolve(FOLDER, name))
    .find((path) => new RegExp(`: Alternative = \\{\\s+id: '${id}',`, 'u').test(readFileSync(path, 'utf8')));
}
