import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../src/export/index.js';
import { madeCase } from '../support/case-documents.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const document = madeCase({ leads: 2, operators: 5, transfers: 60 });
const FOLDERS = new Map([
  ['neo4j', ['caution.txt', 'edges.csv', 'load.cypher', 'nodes.csv']],
  ['goaml', ['C001-draft.xml', 'C002-draft.xml', 'goaml-missing.txt']],
]);

/** A case folder with the document of a case, or with any text instead. */
function caseFolder(text = JSON.stringify(document)): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'case.json'), text);
  return folder;
}

/** Names and contents of a folder. */
function contentsOf(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

describe('illicit-flows export', () => {
  it.each(EXPORT_FORMATS)('writes %s, and nothing beside it', async (format) => {
    const folder = caseFolder();
    const out = join(freshFolder(), 'deep', `out.${format}`);
    const { out: printed, err, exitCode } = await runCommand('export', folder, '--to', format, '--out', out);
    expect([exitCode, err]).toEqual([0, '']);
    expect(printed).toContain('Leads: 2, operators: 10, transfers: 120');
    expect(printed).toContain('Leads, not proof');
    const files = FOLDERS.get(format);
    if (files === undefined) expect(readdirSync(join(out, '..'))).toEqual([`out.${format}`]);
    else expect(readdirSync(out).sort()).toEqual(files);
    expect(readdirSync(folder)).toEqual(['case.json']);
  });

  it.each(EXPORT_FORMATS)('gives the same bytes again for %s', async (format) => {
    const folder = caseFolder();
    const outs = [freshFolder(), freshFolder()].map((parent) => join(parent, 'out'));
    for (const out of outs) await runCommand('export', folder, '--to', format, '--out', out);
    const [first, second] = outs.map((out) => contentsOf(FOLDERS.has(format) ? out : join(out, '..')));
    expect(first!.size).toBe(FOLDERS.get(format)?.length ?? 1);
    expect(second).toEqual(first);
  });

  it('writes spreadsheets that others open', async () => {
    const out = join(freshFolder(), 'case.xlsx');
    await runCommand('export', caseFolder(), '--to', 'xlsx', '--out', out);
    expect(read(readFileSync(out)).SheetNames).toEqual(['read first', 'leads', 'accounts', 'transfers']);
  });

  it('takes one lead', async () => {
    const out = join(freshFolder(), 'goaml');
    const { out: printed } = await runCommand('export', caseFolder(), '--to', 'goaml', '--out', out, '--lead', 'C002');
    expect(readdirSync(out).sort()).toEqual(['C002-draft.xml', 'goaml-missing.txt']);
    expect(printed).toContain('nothing was filed');
  });

  it('prints what was written as JSON', async () => {
    const out = join(freshFolder(), 'case.gexf');
    const result = await runCommand('export', caseFolder(), '--to', 'gexf', '--out', out, '--json');
    expect(JSON.parse(result.out)).toEqual({
      exitCode: 0,
      format: 'gexf',
      leads: 2,
      operators: 10,
      groups: expect.any(Number) as number,
      transfers: 120,
      files: [
        {
          name: 'case.gexf',
          bytes: readFileSync(out).length,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
        },
      ],
    });
  });

  it('overwrites nothing, and says so before it reads', async () => {
    const folder = freshFolder();
    const file = join(folder, 'case.dot');
    writeFileSync(file, 'mine');
    for (const [format, out] of [
      ['dot', file],
      ['neo4j', folder],
      ['goaml', file],
    ] as const) {
      const result = await runCommand('export', 'nowhere', '--to', format, '--out', out);
      expect([result.exitCode, result.err]).toEqual([1, expect.stringContaining('[output-in-use]')]);
    }
    expect(contentsOf(folder)).toEqual(new Map([['case.dot', 'mine']]));
  });

  it.each([
    ['no case.json', freshFolder],
    ['no JSON', () => caseFolder('{')],
    ['another format', () => caseFolder(JSON.stringify({ ...document, format: 1 }))],
    [
      'a lead that does not fit together',
      () => caseFolder(JSON.stringify({ ...document, leads: [{ ...document.leads[0], files: [] }] })),
    ],
  ])('refuses a folder with %s', async (_, folder) => {
    const out = join(freshFolder(), 'case.gexf');
    const result = await runCommand('export', folder(), '--to', 'gexf', '--out', out);
    expect([result.exitCode, result.err]).toEqual([1, expect.stringContaining('[case-unreadable]')]);
    expect(existsSync(out)).toBe(false);
  });

  it('refuses an unknown lead and an unknown format', async () => {
    const out = join(freshFolder(), 'case.gexf');
    const unknown = await runCommand('export', caseFolder(), '--to', 'gexf', '--out', out, '--lead', 'C009');
    expect([unknown.exitCode, unknown.err]).toEqual([1, expect.stringContaining('[unknown-lead]')]);
    const format = await runCommand('export', caseFolder(), '--to', 'pdf', '--out', out);
    expect([format.exitCode, format.err]).toEqual([1, expect.stringContaining('Expected one of gexf, graphml')]);
    expect(existsSync(out)).toBe(false);
  });

  it('leaves other files of the folder of its file alone', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'case'));
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await runCommand('export', caseFolder(), '--to', 'i2', '--out', join(folder, 'links.csv'));
    expect(readdirSync(folder).sort()).toEqual(['case', 'links.csv', 'notes.txt']);
  });
});
