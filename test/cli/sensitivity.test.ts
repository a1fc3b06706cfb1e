import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseDocument, caseSchema } from '../../src/disclosure/document/index.js';
import { filesIn } from '../support/case-folder.js';
import { freshFolder, runCommand } from '../support/run-command.js';
import { testKey } from '../support/redaction-keys.js';

const DATA = join(import.meta.dirname, '../../examples/data/transactions.csv');
const MOST = 3;

describe('investigate --sensitivity', { timeout: 240_000 }, () => {
  const folder = join(freshFolder(), 'case');
  let printed: string;
  beforeAll(async () => {
    const args = ['investigate', DATA, '--map', 'illicit-flows', '--out', folder, '--sensitivity', String(MOST)];
    const { out, exitCode } = await runCommand(...args);
    expect(exitCode).toBe(0);
    printed = out;
  }, 240_000);
  const document = (): CaseDocument => caseSchema.parse(JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')));

  it('keeps to its budget, says so, and writes what it found into document and table', () => {
    const { sensitivity, leads } = document();
    expect(sensitivity).toMatchObject({ leads: leads.length, complete: false, stoppedBy: 'mostJudgements' });
    expect(sensitivity!.moves).toHaveLength(MOST);
    expect(printed).toContain(`Only ${MOST} moves were tried`);
    const lines = readFileSync(join(folder, 'sensitivity.csv'), 'utf8').trim().split('\n');
    expect(lines[0]).toBe('parameter,factor,from,to,leads,appeared,gone,changed');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(sensitivity!.moves.map((move) => move.parameter));
    expect(readFileSync(join(folder, 'audit.jsonl'), 'utf8')).toContain('sensitivity.csv');
  });

  it('says in the report what would change a lead', () => {
    const text = readFileSync(join(folder, 'report.md'), 'utf8');
    expect(text).toContain('### What would change it');
    expect(text).toContain('A limit stopped it before all were tried.');
  });

  it('is repeated by verify', async () => {
    expect(await runCommand('verify', folder, DATA)).toMatchObject({ exitCode: 0, err: '' });
  });

  it('changes nothing else, and does not leave the house with a redacted case', async () => {
    const plain = join(freshFolder(), 'plain');
    await runCommand('investigate', DATA, '--map', 'illicit-flows', '--out', plain);
    const { sensitivity, ...rest } = document();
    expect(sensitivity).toBeDefined();
    expect(rest).toEqual(JSON.parse(readFileSync(join(plain, 'case.json'), 'utf8')));
    expect(filesIn(folder).filter((name) => !filesIn(plain).includes(name))).toEqual(['sensitivity.csv']);
    const key = join(freshFolder(), 'key');
    writeFileSync(key, testKey(1));
    const out = join(freshFolder(), 'partner');
    await runCommand('redact', folder, '--key', key, '--level', 'partner', '--out', out);
    expect(readFileSync(join(out, 'case.json'), 'utf8')).not.toContain('"sensitivity"');
  });

  it('takes a count, and nothing else', async () => {
    const args = [
      'investigate',
      DATA,
      '--map',
      'illicit-flows',
      '--out',
      join(freshFolder(), 'x'),
      '--sensitivity',
      '-1',
    ];
    expect((await runCommand(...args)).exitCode).toBe(1);
  });
});
