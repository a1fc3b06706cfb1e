import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type CaseDocument } from '../../../src/disclosure/index.js';
import { EXPORT_FORMATS, exportCase, type ExportFormat } from '../../../src/export/index.js';
import { madeCase } from '../../support/case-documents.js';
import { HOSTILE_TEXTS, hostileCase } from '../../support/hostile-texts.js';
import { expectedCounts, exportedBytes } from './exported.js';

const document = madeCase({ leads: 3, operators: 6, transfers: 90 });

/** All that is readable in an export; spreadsheets are stored, so their sheets are too. */
function readableIn(of: CaseDocument, format: ExportFormat): string {
  return [...exportedBytes(of, format).values()].map((bytes) => bytes.toString('utf8')).join('\n');
}

describe.each(EXPORT_FORMATS)('%s', (format) => {
  it('gives the same bytes again', () => {
    const copy = structuredClone(document);
    const written = (of: CaseDocument): string[] =>
      [...exportedBytes(of, format)].map(([name, bytes]) => `${name} ${bytes.toString('base64')}`);
    expect(written(copy)).toEqual(written(document));
  });

  it('says that leads are no proof, and that times are UTC', () => {
    expect(readableIn(document, format)).toContain('Leads, not proof.');
    expect(readableIn(document, format)).toContain('Times are UTC.');
  });

  it('holds no account that is not in the document, and every operator', () => {
    const inside = JSON.stringify(document);
    const text = readableIn(document, format);
    const tokens = new Set(text.match(/[A-Z0-9]+-ACC-\d+|\bBANK\d+/gu));
    expect(tokens.size).toBe(21);
    expect([...tokens].filter((token) => !inside.includes(token))).toEqual([]);
    // Ids of our own name leads, operators, groups and transfers, nobody else.
    const ids = text.match(/\bC\d{3,}-[\w-]+/gu) ?? [];
    expect(
      ids.filter(
        (id) =>
          !/^C\d{3}-(?:A\d{3}|T\d{6}|ACC-\d{4}|payers|others|draft)(?:-(?:payers|others|holder|account-\d+(?:-held)?))?$/u.test(
            id,
          ),
      ),
    ).toEqual([]);
  });

  it('exports one lead alone', () => {
    const bytes = [...exportedBytes(document, format, { lead: 'C002' }).values()]
      .map((file) => file.toString('utf8'))
      .join('\n');
    expect(bytes).toContain('C002-ACC-0003');
    expect(bytes).not.toMatch(/C001-|C003-/u);
  });

  it('says how much is in it', () => {
    const { leads, operators, groups, transfers } = exportCase(document, format);
    expect({ leads, operators, transfers }).toEqual({ leads: 3, operators: 18, transfers: 270 });
    expect(operators + groups).toBe(expectedCounts(document).nodes);
  });

  it('is made of a case without leads', () => {
    const none = { ...document, leads: [] };
    expect(exportCase(none, format)).toMatchObject({ leads: 0, operators: 0, groups: 0, transfers: 0 });
    expect(readableIn(none, format).length).toBeGreaterThan(format === 'ftm' ? -1 : 100);
  });

  it.each(HOSTILE_TEXTS)('is free of what nobody sees with %s', (_, text) => {
    const made = hostileCase(text, { operators: 3, transfers: 9 });
    const unseen =
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|[\u{e0000}-\u{e0fff}]|\ufffd/u;
    if (format === 'xlsx') {
      for (const sheet of sheetsOf(made)) expect(sheet).not.toMatch(unseen);
    } else {
      expect(readableIn(made, format)).not.toMatch(unseen);
    }
  });

  it('takes 1,000 operators and 20,000 transfers in a few seconds', { timeout: 60_000 }, () => {
    const large = madeCase({ operators: 1000, transfers: 20_000 });
    const start = performance.now();
    let bytes = 0;
    for (const { chunks } of exportCase(large, format).files) for (const chunk of chunks) bytes += chunk.length;
    const seconds = (performance.now() - start) / 1000;
    process.stderr.write(`${format}: ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB\n`);
    expect(seconds).toBeLessThan(20);
  });
});

/** Texts of the files in a stored or deflated archive, read by their local headers. */
function sheetsOf(of: CaseDocument): string[] {
  const bytes = exportedBytes(of, 'xlsx').get('case.xlsx')!;
  const texts: string[] = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const method = bytes.readUInt16LE(at + 8);
    const size = bytes.readUInt32LE(at + 18);
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const content = bytes.subarray(start, start + size);
    texts.push((method === 8 ? inflateRawSync(content) : content).toString('utf8'));
    at = start + size;
  }
  return texts;
}
