import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mappingSchema } from '../../src/cli/mapping-schema.js';
import { publishedSchemas } from '../../src/cli/published-schemas.js';

describe('published schemas', () => {
  it('are what the checks say (npm run schemas writes them)', () => {
    for (const [name, text] of publishedSchemas()) {
      expect(readFileSync(resolve(import.meta.dirname, '../../schemas', name), 'utf8') === text, name).toBe(true);
    }
  });

  it('accept the mapping of the example and refuse a mistyped key', () => {
    const path = resolve(import.meta.dirname, '../../examples/02-map-your-bank/mapping.json');
    const mapping = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    expect(mappingSchema.safeParse(mapping).success).toBe(true);
    expect(mappingSchema.safeParse({ ...mapping, amuont: {} }).success).toBe(false);
  });
});
