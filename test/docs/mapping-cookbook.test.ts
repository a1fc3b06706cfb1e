import { describe, expect, it } from 'vitest';
import { mappingSchema } from '../../src/cli/mapping-schema.js';
import { type Mapping } from '../../src/ingest/index.js';
import { readOne } from '../support/ingest/reading.js';
import { readPage } from './pages.js';

const EXAMPLE = /```json mapping\n([^]*?)```\n([^]*?)```csv rows=(\d+)(?: quarantined=(\S+))?\n([^]*?)```/gu;
const { text } = readPage('docs/mapping.md');
const examples = [...text.matchAll(EXAMPLE)].map(([, json, , rows, code, csv]) => ({
  name: csv!.split('\n')[0]!,
  json: json!,
  rows: Number(rows),
  code,
  csv: csv!,
}));

describe('docs/mapping.md', () => {
  it('shows rows for every mapping', () => {
    expect(examples.length).toBeGreaterThanOrEqual(13);
    expect(text.match(/```json mapping/gu)).toHaveLength(examples.length);
  });

  it.each(examples)('$name: reads as it says', async ({ json, rows, code, csv }) => {
    const parsed: unknown = JSON.parse(json);
    expect(mappingSchema.parse(parsed)).toEqual(parsed);
    const { ledger, quarantine, notes } = await readOne(csv, { mapping: parsed as Mapping });
    expect(ledger.rowCount).toBe(rows);
    expect([...quarantine.counts]).toEqual(code === undefined ? [] : [[code, 1]]);
    expect(notes.filter((note) => note.code === 'balance-break')).toEqual([]);
  });
});
