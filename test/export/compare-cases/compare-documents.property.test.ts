import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareDocuments } from '../../../src/export/index.js';
import { madeCase } from '../../support/case-documents.js';

type Path = readonly (string | number)[];

/** Every leaf of a value of JSON: its path. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, entry]) =>
    leavesOf(entry, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** A copy with another value at a path. */
function changed(value: unknown, [name, ...rest]: Path, change: (leaf: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[name] = changed(copy[name], rest, change);
  return copy;
}

const DOCUMENT: unknown = JSON.parse(JSON.stringify(madeCase({ leads: 2, operators: 3, transfers: 12 })));
const LEAVES = leavesOf(DOCUMENT);

it('a document equals itself', () => {
  expect(compareDocuments(DOCUMENT, structuredClone(DOCUMENT))).toEqual([]);
});

it('reports every changed leaf at its path, and nothing else', () => {
  const other = (leaf: unknown): unknown => {
    if (typeof leaf === 'number') return leaf + 1_000;
    if (typeof leaf === 'boolean') return !leaf;
    return typeof leaf === 'string' ? `${leaf}~` : 'something';
  };
  fc.assert(
    fc.property(fc.constantFrom(...LEAVES), (path) => {
      const was = changed(DOCUMENT, path, other);
      const differences = compareDocuments(was, DOCUMENT);
      expect(differences.map((one) => one.path)).toEqual([path]);
    }),
    { numRuns: 400 },
  );
});

it('reports a transfer, a finding or an operator more or fewer as that, and nothing behind it', () => {
  const kindsOf = (was: unknown, now: unknown): unknown[] =>
    compareDocuments(was, now).map(({ kind, path }) => [kind, path.join('.')]);
  const fewer = structuredClone(DOCUMENT) as ReturnType<typeof madeCase>;
  for (const column of Object.values(fewer.leads[0]!.transfers)) if (Array.isArray(column)) column.splice(3, 1);
  expect(kindsOf(fewer, DOCUMENT)).toEqual([['new', 'leads.0.transfers.3']]);
  expect(kindsOf(DOCUMENT, fewer)).toEqual([['gone', 'leads.0.transfers.3']]);
  const without = structuredClone(DOCUMENT) as ReturnType<typeof madeCase>;
  without.findings.splice(1, 1);
  expect(kindsOf(DOCUMENT, without)).toEqual([['gone', 'findings.1']]);
  const turned = structuredClone(DOCUMENT) as ReturnType<typeof madeCase>;
  turned.leads.reverse();
  expect(kindsOf(turned, DOCUMENT)).toEqual([['order', 'leads']]);
});
