import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseJsonText } from '../../src/export/index.js';
import { readCaseDocument, writeFolder } from '../../src/node/index.js';
import { madeCase } from '../support/case-documents.js';
import { freshFolder } from '../support/fresh-folder.js';

describe('readCaseDocument', () => {
  it('gives back what was written, hostile texts and all', async () => {
    const hostile = '</script>\u2028"\\,=1+1 __proto__';
    for (const document of [madeCase({ hostile, leads: 2 }), madeCase({ leads: 0 })]) {
      const folder = join(freshFolder(), 'case');
      await writeFolder(folder, [{ name: 'case.json', chunks: caseJsonText(document) }]);
      expect(await readCaseDocument(folder)).toEqual(document);
    }
  });

  it('says what is wrong with anything else', async () => {
    const folder = freshFolder();
    const unreadable = (pattern: RegExp): Promise<void> =>
      expect(readCaseDocument(folder)).rejects.toMatchObject({
        code: 'case-unreadable',
        message: expect.stringMatching(pattern) as string,
      });
    await unreadable(/Expected a case folder with case\.json/u);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(readCaseDocument(file)).rejects.toThrow(/case\.json at .* but the system answered ENOTDIR/u);
    const made = madeCase() as unknown as Record<string, unknown>;
    for (const [text, pattern] of [
      ['{', /to hold JSON/u],
      ['[]', /of format 2 but found none/u],
      [JSON.stringify({ ...made, format: 1 }), /of format 2 but found format 1/u],
      [JSON.stringify({ ...made, leads: [{}] }), /keep to the schema of a case: leads\.0\.\w+: .*, and \d+ more$/u],
    ] as const) {
      writeFileSync(join(folder, 'case.json'), text);
      await unreadable(pattern);
    }
  });
});
