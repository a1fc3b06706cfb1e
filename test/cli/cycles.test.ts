import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, runCommand } from '../support/run-command.js';

const SAMPLE = '1 2 0\n1 5 1\n2 3 2\n3 1 3\n3 2 4\n3 4 5\n3 6 6\n4 5 7\n5 2 8\n6 4 9\n4 7 10\n';

function fileOf(name: string, text: string): string {
  const path = join(freshFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe('the cycles command', () => {
  const sample = fileOf('sample.txt', SAMPLE);
  const cycles = (...args: string[]): ReturnType<typeof runCommand> =>
    runCommand('cycles', sample, '--map', 'edge-list', ...args);

  it('prints the histogram by length as a table', async () => {
    const { out, err, exitCode } = await cycles('--window', '6s');
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    expect(out).toBe(
      '3 cycles within 6s, each transfer later than the one before.\n\n' +
        'length  cycles\n------  ------\n     2       1\n     3       1\n     4       1\n\n' +
        'A cycle says that money could have come back, not that it did.\n',
    );
  });

  it.each([
    [['--window', '1s'], 0, {}],
    [['--window', '0s', '--ties', 'same-instant-allowed'], 0, {}],
    [['--window', '6s'], 3, { 2: 1, 3: 1, 4: 1 }],
    [['--window', '6s', '--workers', '2'], 3, { 2: 1, 3: 1, 4: 1 }],
    [['--window', '6s', '--min-length', '3', '--max-length', '3', '--distinct-times'], 1, { 3: 1 }],
    [['--window', '7s', '--order-free'], 5, { 2: 1, 3: 1, 4: 2, 5: 1 }],
    [['--window', '7s', '--order-free', '--max-length', '4'], 4, { 2: 1, 3: 1, 4: 2 }],
  ])('prints JSON with %j', async (args, total, byLength) => {
    const { out } = await cycles(...args, '--json');
    expect(JSON.parse(out)).toEqual({ window: args[1], total, byLength, complete: true });
  });

  it('says where a limit made it a lower bound', async () => {
    const { out } = await cycles('--window', '6s', '--order-free', '--max-visits', '4');
    expect(out).toMatch(/Incomplete: maxVisits 4\. At least so many; \d+ first transfers were cut short\./u);
    const { out: json } = await cycles('--window', '6s', '--order-free', '--max-visits', '4', '--json');
    expect(JSON.parse(json)).toMatchObject({ complete: false, stoppedBy: 'maxVisits 4' });
  });

  it('prints counts beyond 2^53 as text', async () => {
    const edges = Array.from(
      { length: 200 },
      (_, i) => `n${Math.floor(i / 10)} n${(Math.floor(i / 10) + 1) % 20} ${i}\n`,
    );
    const { out } = await runCommand(
      'cycles',
      fileOf('many.txt', edges.join('')),
      '--map',
      'edge-list',
      '--window',
      '1d',
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({ total: `1${'0'.repeat(20)}`, byLength: { 20: `1${'0'.repeat(20)}` } });
  });

  it.each([
    [['--window', '6'], 'duration-unit'],
    [['--window', 'soon'], '90m'],
    [['--window', '6s', '--ties', 'loose'], 'strict'],
    [['--window', '6s', '--ties', 'strict', '--order-free'], 'cycles-ties'],
    [['--window', '6s', '--max-length', '1'], 'option-range'],
    [['--window', '6s', '--min-length', '5', '--max-length', '3'], 'cycles-length'],
    [[], '--window'],
  ])('refuses %j', async (args, message) => {
    const { err, exitCode } = await cycles(...args);
    expect(exitCode).toBe(1);
    expect(err).toContain(message);
  });

  it('answers with code 2 where much was quarantined', async () => {
    const broken = fileOf('broken.txt', `${SAMPLE}1 2 never\n`);
    const { out, err, exitCode } = await runCommand('cycles', broken, '--map', 'edge-list', '--window', '6s');
    expect(out).toContain('3 cycles');
    expect({ exitCode, err }).toMatchObject({ exitCode: 2, err: expect.stringContaining('1 of 12 records') as string });
  });
});

describe('cycles --out', () => {
  const HEADER =
    'id,time,payer_institution,payer_account,beneficiary_institution,beneficiary_account,amount,currency,channel,' +
    'place_from,country_from,place_to,country_to';
  const day = (n: number, payer: string, beneficiary: string, amount: string, currency = 'EUR'): string =>
    `${n}${payer}${beneficiary},2024-01-${String(n).padStart(2, '0')}T08:00:00Z,B,${payer},B,${beneficiary},${amount},${currency},transfer,,,,`;
  const bank = fileOf(
    'bank.csv',
    `${[
      HEADER,
      day(1, 'PAYER', 'HUB', '100.00'),
      day(2, 'HUB', '=LEFT', '90.25'),
      day(3, '=LEFT', 'PAYER', '80.50'),
      day(4, 'HUB', 'PAYER', '5.25', 'USD'),
    ].join('\n')}\n`,
  );
  const list = async (...flags: string[]): Promise<{ folder: string; out: string; err: string; exitCode: number }> => {
    const folder = join(freshFolder(), 'cycles');
    const args = ['cycles', bank, '--map', 'illicit-flows', '--window', '7d', '--out', folder, ...flags];
    return { ...(await runCommand(...args)), folder };
  };
  const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

  it('writes every cycle and its transfers by file and line, and names nobody who does not gather', async () => {
    const { folder, out, exitCode, err } = await list();
    expect([exitCode, err]).toEqual([0, '']);
    expect(readdirSync(folder).sort()).toEqual(['cycle-steps.csv', 'cycles.csv', 'manifest.json']);
    expect(read(folder, 'cycles.csv').trim().split('\n')).toEqual([
      'cycle,length,first_time,last_time,smallest,begins_at,named_accounts,unnamed_accounts',
      'cycle-000001,3,2024-01-01T08:00:00Z,2024-01-03T08:00:00Z,EUR 80.50,account-0001,,3',
      'cycle-000002,2,2024-01-01T08:00:00Z,2024-01-04T08:00:00Z,"EUR 100.00; USD 5.25",account-0001,,2',
    ]);
    expect(read(folder, 'cycle-steps.csv').trim().split('\n')).toEqual([
      'cycle,position,file,line,time,from,to,amount,currency',
      'cycle-000001,1,bank.csv,2,2024-01-01T08:00:00Z,account-0001,account-0002,100.00,EUR',
      'cycle-000001,2,bank.csv,3,2024-01-02T08:00:00Z,account-0002,account-0003,90.25,EUR',
      'cycle-000001,3,bank.csv,4,2024-01-03T08:00:00Z,account-0003,account-0001,80.50,EUR',
      'cycle-000002,1,bank.csv,2,2024-01-01T08:00:00Z,account-0001,account-0002,100.00,EUR',
      'cycle-000002,2,bank.csv,5,2024-01-04T08:00:00Z,account-0002,account-0001,5.25,USD',
    ]);
    expect(out).toContain('Listed all of them.');
    expect(out).toContain('Named: 0 of 3 accounts on them');
  });

  it('stops at --max-listed and at --max-visits, and says so', async () => {
    const { folder, out } = await list('--max-listed', '1');
    expect(out).toContain('Listed 1 of them, the earliest first.\nThe list is incomplete: maxListed 1.');
    expect(JSON.parse(read(folder, 'manifest.json'))).toMatchObject({
      options: { window: '7d', ties: 'strict', maxLength: null, maxListed: 1, case: null },
      results: { total: '2', byLength: { 2: '1', 3: '1' }, listed: 1, accounts: 3, named: 0 },
      complete: false,
      incomplete: ['list: maxListed 1'],
    });
    const cut = await list('--max-visits', '1');
    expect(cut.out).toMatch(/The list is incomplete: maxVisits 1\./u);
    const { incomplete } = JSON.parse(read(cut.folder, 'manifest.json')) as { incomplete: string[] };
    expect(incomplete).toContain('list: maxVisits 1');
  });

  it('lists what --order-free and lengths count, the same bytes each time', async () => {
    for (const flags of [[], ['--order-free'], ['--max-length', '2'], ['--min-length', '3'], ['--workers', '2']]) {
      const [first, second] = [await list(...flags), await list(...flags, '--json')];
      const { total, manifest } = JSON.parse(second.out) as { total: number; manifest: unknown };
      expect(read(first.folder, 'cycles.csv').trim().split('\n').length).toBe(total + 1);
      expect(manifest).toEqual(JSON.parse(read(first.folder, 'manifest.json')));
      for (const name of readdirSync(first.folder)) expect(read(second.folder, name)).toBe(read(first.folder, name));
    }
  });

  it.each(['--case', '--guard-list', '--max-listed', '--set'])('refuses %s without it', async (flag) => {
    const value = flag === '--set' ? 'gathering.families=5' : '3';
    const { err, exitCode } = await runCommand('cycles', bank, '--map', 'illicit-flows', '--window', '1d', flag, value);
    expect([exitCode, err.includes('cycles-out')]).toEqual([1, true]);
  });

  it('leaves no folder behind a failure', async () => {
    const { folder, exitCode } = await list('--case', freshFolder());
    expect([exitCode, existsSync(folder)]).toEqual([1, false]);
  });
});
