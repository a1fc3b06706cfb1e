import { writeFileSync } from 'node:fs';
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
