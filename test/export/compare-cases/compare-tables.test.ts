import { describe, expect, it } from 'vitest';
import { compareTables, leadTransfersTable, ShownValues, tableCells } from '../../../src/export/index.js';
import { madeCase } from '../../support/case-documents.js';

const LEAD = madeCase({ operators: 3, transfers: 6 }).leads[0]!;
const TABLE = [...leadTransfersTable(LEAD, 'second')].join('');

function differencesOf(was: string): readonly unknown[] {
  return compareTables({ name: 't.csv', was, now: TABLE }, new ShownValues([tableCells(TABLE)])).map((found) => [
    found.place,
    found.field,
    found.source,
    found.was,
    found.now,
  ]);
}

/** The table with one line changed. */
function withLine(at: number, change: (line: string) => string): string {
  return TABLE.split('\n')
    .map((line, i) => (i === at ? change(line) : line))
    .join('\n');
}

describe('compareTables', () => {
  it('finds nothing between a table and itself', () => {
    expect(differencesOf(TABLE)).toEqual([]);
  });

  it('names the cell, its row and the line of the input', () => {
    const amount = LEAD.transfers.amount[2]!;
    expect(differencesOf(withLine(3, (line) => line.replace(amount, '1.00')))).toEqual([
      ['row 4 (C001)', 'amount', 'bank.csv:4', '1.00', amount],
    ]);
  });

  it('tells a row that is missing, one too many, another order, and another header', () => {
    const lines = TABLE.split('\n');
    const without = [...lines.slice(0, 2), ...lines.slice(3)].join('\n');
    expect(differencesOf(without)).toEqual([['row 3 (C001)', '', 'bank.csv:3', null, '[an entry]']]);
    expect(differencesOf(`${TABLE}${lines[1]!}\n`)).toEqual([['row 8', '', null, '[an entry]', null]]);
    const turned = [lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)].join('\n');
    expect(differencesOf(turned)).toEqual([['', '', null, 'the same rows in another order', '[7 entries]']]);
    expect(differencesOf(withLine(0, (line) => line.replace('amount', 'secret')))).toEqual([
      ['row 1 (lead)', 'amount', null, '[another text of 6 characters]', 'amount'],
    ]);
    expect(differencesOf('')).toHaveLength(7);
  });
});

describe('ShownValues', () => {
  const shown = new ShownValues([{ name: 'Known text', list: ['C001'] }], new Set(['004711', '12']));

  it('shows what the new run says too, and plain numbers, times, hashes and ids beside others of the kind', () => {
    expect(shown.was('Known text', 'x')).toBe('Known text');
    expect(shown.was('12.50', '13.50')).toBe('12.50');
    expect(shown.was('EUR 12.50; USD 3', 'EUR 1.00')).toBe('EUR 12.50; USD 3');
    expect(shown.was('2024-01-01T00:00:00Z', '2024-01-02')).toBe('2024-01-01T00:00:00Z');
    expect(shown.was('F00012', 'F00013')).toBe('F00012');
    expect([shown.was(12, 13), shown.was(true, false), shown.was(undefined, 1)]).toEqual(['12', 'true', null]);
    expect(shown.field('name')).toBe('name');
  });

  it('hides what may be the account of somebody', () => {
    expect(shown.was('12.50', 'Known text')).toBe('[another text of 5 characters]');
    expect(shown.was('Ask Ada', 'Known text')).toBe('[another text of 7 characters]');
    expect(shown.was('815', '816', 'account')).toBe('[another text of 3 characters]');
    for (const value of ['004711', '004711.00', 'EUR 004711']) expect(shown.was(value, value)).toMatch(/^\[hidden/u);
    expect(shown.field('Ada')).not.toContain('Ada');
    expect(shown.now('x'.repeat(200))).toHaveLength(80);
  });
});
