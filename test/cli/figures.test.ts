import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { requirePngRenderer } from '../../src/node/png-renderer.js';
import { bytesOf, filesIn } from '../support/case-folder.js';
import { freshFolder, runCommand } from '../support/run-command.js';
import { testKey } from '../support/redaction-keys.js';

const DATA = join(import.meta.dirname, '../../examples/data/transactions.csv');
const NAMES = ['flow', 'map', 'score', 'time'].map((name) => `figures/C001-${name}.svg`);

describe('illicit-flows figures', { timeout: 120_000 }, () => {
  let folder: string;
  const copy = (): string => {
    const other = join(freshFolder(), 'case');
    cpSync(folder, other, { recursive: true });
    return other;
  };
  beforeAll(async () => {
    folder = join(freshFolder(), 'case');
    const { exitCode, out } = await runCommand('investigate', DATA, '--map', 'illicit-flows', '--out', folder);
    expect([exitCode, out]).toEqual([0, expect.stringContaining('figures/ has pictures for print.')]);
  }, 120_000);

  it('are part of a case, which verify holds them to', async () => {
    expect(filesIn(folder).filter((name) => name.startsWith('figures/'))).toEqual(NAMES);
    const audit = readFileSync(join(folder, 'audit.jsonl'), 'utf8');
    for (const name of NAMES) expect(audit).toContain(name);
    expect((await runCommand('verify', folder, DATA)).exitCode).toBe(0);
    const other = copy();
    writeFileSync(join(other, 'figures/C001-map.svg'), '<svg/>');
    const { exitCode, out } = await runCommand('verify', other, DATA);
    expect([exitCode, out]).toEqual([1, expect.stringContaining('figures/C001-map.svg, SHA-256')]);
  });

  it('hold no account of the file but operators of leads', () => {
    const columns = (name: string): string[][] =>
      readFileSync(name, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','));
    const operators = new Set(columns(join(folder, 'accounts.csv')).map((cells) => cells[2]));
    const others = new Set(
      columns(DATA)
        .flatMap((cells) => [cells[3]!, cells[5]!])
        .filter((one) => !operators.has(one)),
    );
    expect(others.size).toBeGreaterThan(400);
    const words = new Set(
      NAMES.flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/[A-Z0-9]{6,}/gu) ?? []),
    );
    expect([...others].filter((one) => one.length >= 6 && words.has(one))).toEqual([]);
    expect([...operators].some((one) => words.has(one!))).toBe(true);
  });

  it('are the same to the byte when they are drawn again, and leave nothing overwritten', async () => {
    const out = join(freshFolder(), 'again');
    expect((await runCommand('figures', folder, '--out', out)).exitCode).toBe(0);
    expect(Object.values(bytesOf(out))).toEqual(Object.values(bytesOf(join(folder, 'figures'))));
    const { exitCode, out: said } = await runCommand('figures', folder);
    expect([exitCode, said]).toEqual([0, expect.stringContaining(': 0; there already: 4.')]);
    writeFileSync(join(out, 'C001-flow.svg'), 'another');
    const refused = await runCommand('figures', folder, '--out', out);
    expect([refused.exitCode, refused.err]).toEqual([1, expect.stringContaining('[output-in-use]')]);
    expect(readFileSync(join(out, 'C001-flow.svg'), 'utf8')).toBe('another');
  });

  it('are drawn for a case that was written without, and as PNG where that is asked for', async () => {
    const other = copy();
    rmSync(join(other, 'figures'), { recursive: true });
    const { exitCode, out } = await runCommand('figures', other, '--lead', 'C001', '--png', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kept: 0, leadsLeftOut: 0, leftOut: [] });
    const files = filesIn(join(other, 'figures'));
    expect(files).toHaveLength(8);
    for (const name of files.filter((one) => one.endsWith('.png'))) {
      const bytes = readFileSync(join(other, 'figures', name));
      expect([bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16)]).toEqual(['PNG', 2400]);
      expect(statSync(join(other, 'figures', name)).size).toBeGreaterThan(20_000);
    }
    expect((await runCommand('verify', other, DATA)).exitCode).toBe(0);
  });

  it('says what to install where PNG cannot be made', async () => {
    const missing = requirePngRenderer(() => Promise.reject(new Error('Cannot find package')));
    await expect(missing).rejects.toMatchObject({
      code: 'png-renderer',
      message: expect.stringMatching(/npm install @resvg\/resvg-js@2\.6\.2; the SVG files were written$/u) as string,
    });
  });

  it('are of a redacted case too, unless no transfers are left in it', async () => {
    const key = join(freshFolder(), 'key');
    writeFileSync(key, testKey(1));
    const operator = readFileSync(join(folder, 'accounts.csv'), 'utf8').split('\n')[1]!.split(',')[2]!;
    for (const level of ['partner', 'public']) {
      const out = join(freshFolder(), level);
      expect((await runCommand('redact', folder, '--key', key, '--level', level, '--out', out)).exitCode).toBe(0);
      const { exitCode, err } = await runCommand('figures', out);
      expect(exitCode).toBe(level === 'public' ? 1 : 0);
      if (level === 'public') expect(err).toContain('[no-transfers]');
      for (const name of filesIn(out)) expect(readFileSync(join(out, name), 'utf8')).not.toContain(operator);
    }
  });

  it('are left out with the report, and of a lead that is none there are none', async () => {
    const out = join(freshFolder(), 'bare');
    await runCommand('investigate', DATA, '--map', 'illicit-flows', '--out', out, '--no-report');
    expect(filesIn(out).filter((name) => /^figures|^report/u.test(name))).toEqual([]);
    expect((await runCommand('figures', out, '--lead', 'C777')).err).toContain('[unknown-lead]');
  });
});
