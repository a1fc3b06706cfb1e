import { describe, expect, it } from 'vitest';
import { explainFailure } from '../../src/cli/exit-codes.js';
import { createProgressLine, describeProgress } from '../../src/cli/progress-line.js';
import { type Terminal, withoutControls } from '../../src/cli/terminal.js';
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
    const odd = { stage: 'reading a\u001b[2J\rb', done: 5, total: undefined, unit: 'steps' };
    expect(describeProgress(odd, 0)).toBe('reading a\\u001b[2J b: 5 steps');
  });
});

describe('withoutControls', () => {
  it('writes controls out, leaves lines and tabs, and means the same in JSON', () => {
    const heard: string[] = [];
    const terminal: Terminal = { print: (text) => heard.push(text), complain: (text) => heard.push(text), exitCode: 0 };
    const shown = withoutControls(terminal);
    shown.print('a\u001b[31m\tb\r\nc');
    shown.complain('\u0007\u009b');
    expect(heard.splice(0)).toEqual(['a\\u001b[31m\tb\\u000d\nc', '\\u0007\\u009b']);
    const value = { name: 'x\u009b31m\u202ey' };
    shown.print(JSON.stringify(value));
    expect(JSON.parse(heard[0]!)).toEqual(value);
    expect(heard[0]).not.toMatch(/[\u009b\u202e]/u);
    shown.exitCode = 3;
    expect([terminal.exitCode, shown.exitCode]).toEqual([3, 3]);
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
