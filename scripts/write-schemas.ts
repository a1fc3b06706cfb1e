// Writes schemas/*.json from the checks in src/cli; a test fails when they differ.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { publishedSchemas } from '../src/cli/published-schemas.js';

for (const [name, text] of publishedSchemas()) {
  writeFileSync(resolve(import.meta.dirname, '../schemas', name), text);
}
