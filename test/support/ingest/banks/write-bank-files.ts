import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { easternFixtures } from './eastern.js';
import { englishFixtures } from './english.js';
import { formatFixtures } from './formats.js';
import { germanFixtures } from './german.js';
import { ledgerFixtures } from './ledgers.js';
import { romanceFixtures } from './romance.js';
import { checkSum } from './story.js';

/** Writes the files of `test/fixtures/banks/made` and what they tell of: `npx tsx test/support/ingest/banks/write-bank-files.ts`. */
const FOLDER = join(import.meta.dirname, '../../../fixtures/banks/made');
mkdirSync(FOLDER, { recursive: true });
const fixtures = [
  ...germanFixtures(),
  ...romanceFixtures(),
  ...easternFixtures(),
  ...englishFixtures(),
  ...ledgerFixtures(),
  ...formatFixtures(),
];
const expected = fixtures.map(({ name, bytes, told }) => {
  writeFileSync(join(FOLDER, name), bytes);
  const [first] = [...told].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return { file: name, count: told.length, first, checkSum: checkSum(told) };
});
writeFileSync(join(FOLDER, '..', 'made.json'), `${JSON.stringify(expected, undefined, 2)}\n`);
