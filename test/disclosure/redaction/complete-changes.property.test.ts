import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CaseDocument, caseSchema } from '../../../src/disclosure/document/index.js';
import { FIELD_POLICY, REDACTION_LEVELS, redactCase } from '../../../src/disclosure/index.js';
import { fieldChanges } from '../../../src/disclosure/redaction/field-changes.js';
import { lineOf, OTHER_FIELDS, treatmentOf } from '../../../src/disclosure/redaction/field-policy.js';
import { fullCase } from '../../support/full-case.js';
import { testHash } from '../../support/redaction-keys.js';
import { z } from 'zod';

/** Every leaf with its place, written apart from the code that is tested. */
function leavesOf(value: unknown, path: readonly string[] = []): [path: string, leaf: string][] {
  if (typeof value !== 'object' || value === null) return [[path.join('/'), String(value)]];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...path, name]));
}

/** The field of a leaf: its place without numbers, and without the keys that texts may be. */
function fieldOf(path: string): string {
  const names = path.split('/').filter((name) => !/^\d+$/u.test(name));
  return (names[2] === 'needsReview' ? names.slice(0, 3) : names).join('.');
}

/** Stands in every text of a made case that comes from files. */
const MARK = '§';

const wish = fc.record({
  leads: fc.integer({ min: 0, max: 3 }),
  operators: fc.integer({ min: 2, max: 9 }),
  transfers: fc.integer({ min: 5, max: 30 }),
  hostile: fc.oneof(
    fc.constant(''),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `${MARK}${text}`),
  ),
  places: fc.boolean(),
  clock: fc.boolean(),
});

/** A public list has every line, so that which are in it tells nothing. */
const everyLine = [...FIELD_POLICY.keys(), OTHER_FIELDS].filter((line) => treatmentOf(line, 'public') !== 'kept');

it.each(REDACTION_LEVELS)('lists every field of which a leaf differs at level %s', (level) => {
  fc.assert(
    fc.property(wish, (one) => {
      const document: CaseDocument = fullCase(one);
      const { document: made, changes } = redactCase(document, testHash(1), level);
      const listed = new Set(changes.map(({ field }) => field));
      const [was, is] = [new Map(leavesOf(document)), new Map(leavesOf(made))];
      const differing = [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path));
      const missing = [...new Set(differing.map(fieldOf))].filter(
        (field) => !listed.has(field) && !(level === 'public' && listed.has(lineOf(field))),
      );
      if (level === 'public') expect(changes.map(({ field }) => field)).toEqual(everyLine);
      expect(missing).toEqual([]);
      expect(caseSchema.safeParse(made).success).toBe(true);
      // what came from files has a mark; at internal countries and files keep it
      const texts = level === 'internal' ? JSON.stringify(made.leads.map(({ operators }) => operators)) : '';
      if (level !== 'internal') expect(JSON.stringify({ made, changes })).not.toContain(MARK);
      else if (one.hostile !== '') expect(texts).not.toContain(`BANK0${MARK}`);
    }),
    { numRuns: 40 },
  );
});

it('holds a result to the policy: what should be a pseudonym, gone or as it was, and is not, stops the run', () => {
  const document = fullCase();
  const { document: made } = redactCase(document, testHash(1), 'partner');
  const stops = (wrong: CaseDocument): void => {
    expect(() => fieldChanges(document, wrong, 'partner')).toThrow(
      expect.objectContaining({ code: 'redaction-policy' }),
    );
  };
  expect(() => fieldChanges(document, made, 'partner')).not.toThrow();
  const [lead, ...others] = made.leads;
  const [operator, ...rest] = lead!.operators;
  const withOperator = (one: object): CaseDocument => ({
    ...made,
    leads: [{ ...lead!, operators: [{ ...operator!, ...one }, ...rest] }, ...others],
  });
  stops(withOperator({ accounts: [{ institution: 'Some bank', account: operator!.accounts[0]!.account }] }));
  stops(withOperator({ role: { ...operator!.role, reasons: ['Paid by somebody.'] } }));
  stops(withOperator({ memo: 'rent for the boat' }));
  stops({ ...made, leads: [{ ...lead!, companions: 77 }, ...others] });
  stops({ ...made, hubs: [{ accounts: document.hubs[0]!.accounts, counterparties: 3 }] });
});

it('has a line for every field of the schema, and no line for another', () => {
  const fields = new Set<string>();
  const walk = (schema: z.core.JSONSchema.JSONSchema, field: string): void => {
    const parts = [...(schema.anyOf ?? []), ...(Array.isArray(schema.items) ? [] : [schema.items])];
    const inner = parts.filter((part) => typeof part === 'object');
    for (const part of inner) walk(part, field);
    const properties = Object.entries(schema.properties ?? {});
    for (const [name, one] of properties) {
      walk(one as z.core.JSONSchema.JSONSchema, field === '' ? name : `${field}.${name}`);
    }
    if (properties.length === 0 && inner.length === 0) fields.add(field);
  };
  walk(z.toJSONSchema(caseSchema, { io: 'input' }), '');
  expect(fields.size).toBeGreaterThan(120);
  const covered = (field: string): boolean => {
    const names = field.split('.');
    return names.some((_, i) => FIELD_POLICY.has(names.slice(0, i + 1).join('.')));
  };
  expect([...fields].filter((field) => !covered(field))).toEqual([]);
  const unknown = [...FIELD_POLICY.keys()].filter(
    (line) => ![...fields].some((one) => `${one}.`.startsWith(`${line}.`)),
  );
  expect(unknown).toEqual([]);
  expect([...FIELD_POLICY.values()].every((line) => line.length === 3 && !line.includes(undefined as never))).toBe(
    true,
  );
  expect(treatmentOf('leads.memo', 'internal')).toBe('removed');
});
