import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/foundation/index.js';
import { GUARD_KINDS, type GuardList, parseGuardList } from '../../src/ingest/index.js';

const HEADER = 'institution,account,kind';

function parse(...lines: string[]): GuardList {
  return parseGuardList(new TextEncoder().encode(lines.join('\n')), 'list.csv');
}

/** Code and message of the refusal. */
function refusalOf(...lines: string[]): { code: string; message: string } {
  try {
    parse(...lines);
  } catch (error) {
    if (error instanceof InputError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('The list was accepted.');
}

describe('parseGuardList', () => {
  it('reads entries with their lines', () => {
    expect(parse(HEADER, 'B1,a1,registered-body', ',a2,licensed-remitter')).toEqual({
      entries: [
        { institution: 'B1', account: 'a1', kind: 'registered-body', line: 2 },
        { institution: '', account: 'a2', kind: 'licensed-remitter', line: 3 },
      ],
      duplicateLines: [],
    });
  });

  it('takes what spreadsheets write: marks, semicolons, quotes, blank lines, any case and order, further columns', () => {
    const text = '\ufeffsep=;\r\nName;Kind;Account;Institution\r\n;;;\r\n"St; Mary";Registered-Body; a1 ;B1\r\n\r\n';
    for (const bytes of [new TextEncoder().encode(text), new Uint8Array(Buffer.from(text, 'utf16le'))]) {
      expect(parseGuardList(bytes, 'list.csv').entries).toEqual([
        { institution: 'B1', account: 'a1', kind: 'registered-body', line: 4 },
      ]);
    }
  });

  it('keeps an entry once, and an account of two kinds twice', () => {
    const { entries, duplicateLines } = parse(
      HEADER,
      'B,a,registered-body',
      'B,a,licensed-remitter',
      'B,a,registered-body',
      'C,a,registered-body',
    );
    expect(entries.map(({ line }) => line)).toEqual([2, 3, 5]);
    expect(duplicateLines).toEqual([4]);
  });

  it('refuses a list of which one line cannot be used, and says which and why', () => {
    const fault = (line: string): string => {
      const { code, message } = refusalOf(HEADER, 'B,a,registered-body', line);
      expect(code).toBe('guard-list-invalid');
      expect(message).toContain('list.csv has 1: line 3: Expected ');
      return message.split('line 3: Expected ')[1]!;
    };
    expect(fault('B,a,charity')).toBe('the kind registered-body or licensed-remitter but received "charity"');
    expect(fault('B,a,')).toMatch(/received an empty cell$/u);
    expect(fault('B,a,\u001b[31mred')).toMatch(/received another text$/u);
    expect(fault('B, ,registered-body')).toBe('an account but the cell is empty');
    expect(fault('B,a')).toBe('3 cells but received 2');
    expect(fault('B,a,registered-body,')).toBe('3 cells but received 4');
    expect(fault('"B,a,registered-body')).toBe('a closing quote');
    expect(fault('B,\ufffd,registered-body')).toMatch(/^text in UTF-8/u);
  });

  it('names the first ten faulty lines and counts the rest, and no account', () => {
    const faults = (count: number): string =>
      refusalOf(HEADER, ...Array.from({ length: count }, () => 'B,secret,none')).message;
    expect(faults(10)).toMatch(/has 10: line 2: .*line 11: /u);
    expect(faults(10)).not.toContain('more');
    expect(faults(11)).toMatch(/has 11: .*; and 1 more$/u);
    expect(faults(11)).not.toContain('secret');
  });

  it('refuses a list without accounts, or without its columns', () => {
    expect(refusalOf('').code).toBe('guard-list-empty');
    expect(refusalOf(HEADER).code).toBe('guard-list-empty');
    expect(refusalOf('institution,account', 'B,a').message).toMatch(/has not one kind$/u);
    expect(refusalOf('account,account,kind,institution', 'a,b,registered-body,B').code).toBe('guard-list-columns');
    expect(refusalOf('B,a,registered-body').code).toBe('guard-list-columns');
  });

  it('keeps hostile texts as they are', () => {
    const { entries } = parse(HEADER, '__proto__,constructor,registered-body', '=cmd(),\u202ea,licensed-remitter');
    expect(entries.map(({ institution, account }) => [institution, account])).toEqual([
      ['__proto__', 'constructor'],
      ['=cmd()', '\u202ea'],
    ]);
  });

  it('answers any bytes with entries or one InputError of its own', () => {
    const piece = fc.constantFrom(HEADER, ',', '"', '\n', '\r', ';', 'a', 'B', ...GUARD_KINDS, '\u0000', '\ufffd', ' ');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => new TextEncoder().encode([HEADER, '\n', ...pieces].join(''))),
    );
    fc.assert(
      fc.property(bytes, (input) => {
        try {
          const { entries, duplicateLines } = parseGuardList(input, 'list.csv');
          const lines = [...entries.map(({ line }) => line), ...duplicateLines];
          expect(entries.length).toBeGreaterThan(0);
          expect(entries.every(({ account, kind }) => account !== '' && GUARD_KINDS.includes(kind))).toBe(true);
          expect(new Set(lines).size).toBe(lines.length);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          expect(error.code).toMatch(/^guard-list-(?:columns|invalid|empty)$/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});
