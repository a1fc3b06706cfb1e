import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../support/fresh-folder.js';
import { runCommand } from '../support/run-command.js';

const MAPPING = {
  ownAccount: { fileName: 'statement_(\\w+)[.]csv' },
  beneficiary: { account: 'counterparty' },
  direction: 'signed',
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  time: { column: 'date', formats: ['YYYY-MM-DD'] },
};
const ROWS = 'date;counterparty;amount\n2024-01-02;DE111222333;-900.00\n2024-02-03;DE999888777;-20.00\nbroken;x;y\n';

describe('files called by whose statements they are', () => {
  it('are cited by their place in every output, and can still be asked for by their paths', async () => {
    const folder = freshFolder();
    const [file, map] = [join(folder, 'statement_PAYER4711001.csv'), join(folder, 'm.json')];
    writeFileSync(file, ROWS);
    writeFileSync(map, JSON.stringify(MAPPING));
    const out = (name: string): string => join(folder, name);
    const run = async (...args: string[]): Promise<string> => {
      const { exitCode, out: said, err } = await runCommand(...args);
      expect([0, 2]).toContain(exitCode);
      return said + err;
    };
    const said = [
      await run('investigate', file, '--map', map, '--out', out('case')),
      await run('trace', file, '--map', map, '--rows', `${file}:2`, '--out', out('trace')),
      await run('features', file, '--map', map, '--out', join(out('case'), '..', 'features.csv')),
    ];
    const written = ['case', 'trace'].flatMap((name) =>
      readdirSync(out(name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    written.push(readFileSync(out('features.csv'), 'utf8'));
    expect(written.length).toBeGreaterThan(8);
    for (const text of [...said, ...written]) expect(text).not.toContain('4711001');
    expect(written.join('')).toContain('file-0001.csv');
    const verified = await runCommand('verify', out('case'), file);
    expect(verified.out).not.toContain('4711001');
    expect(verified.exitCode).toBe(0);
  });
});
