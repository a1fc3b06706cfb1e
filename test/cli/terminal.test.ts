import { describe, expect, it } from 'vitest';
import { explainFailure } from '../../src/cli/exit-codes.js';
import { createProgressLine, describeProgress } from '../../src/cli/progress-line.js';
import { terminalTable } from '../../src/cli/terminal-table.js';
import { InputError, InvariantError, UsageError } from '../../src/foundation/index.js';

describe('describeProgress', () => {
  it('gives rate and time left when the total is known', () => {
    const progress = { stage: 'reading a.csv', done: 2_000_000, total: 6_000_000, unit: 'bytes' };
    expect(describeProgress(progress, 1000)).toBe(
      'reading a.csv: 2,000,000 of 6,000,000 bytes, 2,000,000 bytes/s, 2 s left',
    );
  });

  it('promises nothing when it is not', () => {
    expect(describeProgress({ stage: 'x', done: 5, total: undefined, unit: 'steps' }, 0)).toBe('x: 5 steps');
  });
});

describe('createProgressLine', () => {
  const streamOf = (isTTY: boolean): { stream: NodeJS.WriteStream; written: string[] } => {
    const written: string[] = [];
    const stream = { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
    return { stream, written };
  };

  it('stays silent where nobody looks', () => {
    expect(createProgressLine(streamOf(false).stream).listener).toBeUndefined();
  });

  it('draws on a terminal and clears its line', () => {
    const { stream, written } = streamOf(true);
    const { listener, clear } = createProgressLine(stream);
    listener?.({ stage: 'reading', done: 1, total: 2, unit: 'bytes' });
    clear();
    expect(written.join('')).toContain('reading: 1 of 2 bytes');
    expect(written.at(-1)).toBe('\r\u001b[K');
  });
});

describe('terminalTable', () => {
  it('aligns numbers to the right, cuts long cells and shows control characters', () => {
    const table = terminalTable(
      ['name', 'n'],
      [
        ['a\u202eb', '5'],
        ['x'.repeat(60), '12'],
      ],
    );
    const lines = table.split('\n');
    expect(lines[0]!.endsWith(' n')).toBe(true);
    expect(lines[2]).toContain('a\\u202eb');
    expect(lines[2]!.endsWith(' 5')).toBe(true);
    expect(lines[3]).toContain('…');
  });
});

describe('explainFailure', () => {
  it.each([
    [new UsageError('a-code', 'Expected x'), 1, 'Expected x [a-code]'],
    [new InputError('b-code', 'Expected y'), 1, 'Expected y [b-code]'],
    [new InvariantError('c-code', 'Expected z'), 3, 'This is a bug in illicit-flows: Expected z [c-code]'],
    ['thrown text', 3, 'This is a bug in illicit-flows: thrown text'],
  ])('%s', (error, exitCode, message) => {
    expect(explainFailure(error)).toEqual({ exitCode, message });
  });
});
