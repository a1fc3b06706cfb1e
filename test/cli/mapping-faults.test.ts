import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonPlace } from '../../src/cli/json-place.js';
import { loadMapping } from '../../src/cli/load-mapping.js';
import { freshFolder } from '../support/run-command.js';

const SIDES = '{"payer": {"account": "a"}, "beneficiary": {"account": "b"},\n "time": ';

async function faultOf(text: string): Promise<string> {
  const path = join(freshFolder(), 'mapping.json');
  writeFileSync(path, text);
  const thrown = await loadMapping(path).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ code: 'mapping-invalid' });
  return (thrown as Error).message.replace(/^.*?mapping\.json: /u, '');
}

describe('a mapping that does not hold', () => {
  it.each([
    [`{"payr": 1}`, /^line 1, column 2 \(payr\): Expected keys among .*payer, .*, columnCount.* but received "payr"$/],
    [
      `{"payer":\n  {"acount": "a"}, "beneficiary": {"account": "b"}, "time": "file-order"}`,
      /^line 2, column 4 \(payer\.acount\): Expected keys among account, institution, .* but received "acount"$/,
    ],
    [
      `${SIDES}{"column": "d", "formats": ["YYYY-MM-DD", "YYYY-MD-DD"]}}`,
      /^line 2, column 52 \(time\.formats\[1\]\): .*"YYYY-MM-DD"\|"DD\/MM\/YYYY"/,
    ],
    [`${SIDES}"never"}`, /^line 2, column 2 \(time\): .*"file-order"/],
    [
      `${SIDES}"file-order", "direction": "sideways"}`,
      /^line 2, column 24 \(direction\): .*"as-given"\|"signed"\|"debit-credit".*expected object/,
    ],
    [
      `${SIDES}"file-order",\n "channel": {"column": "x", "values": {"a": "b"}}}`,
      /^line 3, column 40 \(channel\.values\.a\): .*"cash"/,
    ],
    [
      `${SIDES}"file-order", "amount": {"column": "x", "curency": "y"}}`,
      /^line 2, column 50 \(amount\.curency\): Expected keys among column, currency, orColumn/,
    ],
    ['[]', /^line 1, column 1: .*expected object, received array$/],
  ])('says what is allowed, and where: %s', async (text, expected) => {
    expect(await faultOf(text)).toMatch(expected);
  });
});

describe('the place of a member of a text of JSON', () => {
  it('is that of its key, of the last that is said twice, of an element itself', () => {
    const text = '{"a": 1, "b\\"": {"c": [10, {"d": "}"}]},\n "a": [[], 2]}';
    expect(findJsonPlace(text, [])).toEqual({ line: 1, column: 1 });
    expect(findJsonPlace(text, ['a'])).toEqual({ line: 2, column: 2 });
    expect(findJsonPlace(text, ['a', 1])).toEqual({ line: 2, column: 12 });
    expect(findJsonPlace(text, ['b"', 'c', 1, 'd'])).toEqual({ line: 1, column: 29 });
    // What is missing is said of what should hold it.
    expect(findJsonPlace(text, ['b"', 'e'])).toEqual({ line: 1, column: 10 });
  });

  it('is where the text has the key, for every member of any value', () => {
    const membersOf = (value: unknown, path: PropertyKey[] = []): PropertyKey[][] => {
      if (typeof value !== 'object' || value === null) return [path];
      const members = Array.isArray(value)
        ? value.map((one, i): [PropertyKey, unknown] => [i, one])
        : Object.entries(value);
      return [path, ...members.flatMap(([key, one]) => membersOf(one, [...path, key]))];
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const plain: unknown = JSON.parse(text);
        const lines = text.split('\n');
        for (const path of membersOf(plain)) {
          const { line, column } = findJsonPlace(text, path);
          const rest = lines
            .slice(line - 1)
            .join('\n')
            .slice(column - 1);
          const key = path.at(-1);
          const held = path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown>)[step], plain);
          const begins = typeof key === 'string' ? JSON.stringify(key) : JSON.stringify(held, undefined, indent)[0]!;
          expect(rest.startsWith(begins)).toBe(true);
        }
      }),
    );
  });
});
