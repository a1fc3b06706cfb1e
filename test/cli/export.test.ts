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

  it('follows the schema of a unit, and writes nothing where it is refused', async () => {
    const folder = freshFolder();
    const file = join(folder, 'unit.xsd');
    const body = (type: string): string =>
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="report"><xs:complexType><xs:sequence><xs:element name="reason" type="${type}"/><xs:element name="entity_reference"/><xs:element name="sealed"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;
    const run = (to: string, out: string): ReturnType<typeof runCommand> =>
      runCommand('export', caseFolder(), '--to', to, '--out', join(folder, out), '--schema', file);
    writeFileSync(file, Buffer.from(`\ufeff${body('xs:string')}`, 'utf16le'));
    const done = await run('goaml', 'done');
    expect([done.exitCode, done.err]).toEqual([0, '']);
    expect(done.out).toContain('These drafts follow unit.xsd');
    expect(readFileSync(join(folder, 'done', 'C001-draft.xml'), 'utf8')).toMatch(
      /<report>\s*<reason>DRAFT[^<]*<\/reason>\s*<entity_reference>/u,
    );
    expect(readFileSync(join(folder, 'done', 'goaml-missing.txt'), 'utf8')).toMatch(
      /order of elements is that of unit\.xsd[\s\S]*report\/sealed \(2\)[\s\S]*report\/transaction \(120\): the schema has no place/u,
    );
    const other = await run('dot', 'case.dot');
    expect([other.exitCode, other.err]).toEqual([1, expect.stringContaining('[schema-without-goaml]')]);
    for (const [bytes, code] of [
      [body('gone'), 'schema-unresolved'],
      [Buffer.from([0x3c, 0xe9, 0x3e]), 'schema-unreadable'],
      [Buffer.alloc((1 << 23) + 1, 0x20), 'schema-too-large'],
    ] as const) {
      writeFileSync(file, bytes);
      const refused = await run('goaml', 'refused');
      expect([refused.exitCode, refused.err]).toEqual([1, expect.stringContaining(`[${code}]`)]);
    }
    expect(readdirSync(folder).sort()).toEqual(['done', 'unit.xsd']);
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
