import { describe, expect, it } from 'vitest';
import { placesTyped } from '../../src/cli/find-rows.js';

const named = (...names: readonly string[]): { readonly name: string }[] => names.map((name) => ({ name }));
const PATHS = ['book.xlsx', 'sub/bank.csv'];

describe('placesTyped', () => {
  it('takes a file by its name in outputs, or by the path that was read', () => {
    const sources = named('book.xlsx#One', 'bank.csv');
    for (const typed of ['bank.csv:2', 'sub/bank.csv:2']) {
      expect(placesTyped(sources, typed, PATHS)).toEqual(new Map([[1, new Set([2])]]));
    }
  });

  it('takes no path for a sheet of another file: a workbook of two sheets is two sources', () => {
    const sources = named('book.xlsx#One', 'book.xlsx#Two', 'bank.csv');
    expect(placesTyped(sources, 'bank.csv:2', PATHS)).toEqual(new Map([[2, new Set([2])]]));
    for (const typed of ['sub/bank.csv:2', 'book.xlsx:2']) {
      expect(() => placesTyped(sources, typed, PATHS)).toThrow(/book\.xlsx#One, book\.xlsx#Two, bank\.csv/u);
    }
  });
});
