import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { detectContent } from '../../../src/ingest/formats/detect-format.js';
import { bankFile } from '../../support/ingest/bank-files.js';
import { readOne, utf16, utf8 } from '../../support/ingest/reading.js';
import { workbookParts } from '../../support/ingest/workbooks.js';

const found = (content: string | Uint8Array): string =>
  detectContent(typeof content === 'string' ? utf8(content) : content, 'statement.csv');

async function codeOf(content: Uint8Array): Promise<string> {
  const error: unknown = await readOne(content, { mapping: 'illicit-flows' }).catch((thrown: unknown) => thrown);
  return error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : 'read';
}

describe('the format of a file', () => {
  it('is told by content', () => {
    expect(found(bankFile('camt053-v2-single.xml'))).toBe('camt');
    expect(found(bankFile('mt940-codewords.txt'))).toBe('mt940');
    expect(found('BANK X\n940\n:20:A\n:25:1/2\n')).toBe('mt940');
    expect(found(bankFile('transfers.json'))).toBe('json');
    expect(found(bankFile('transfers.ndjson'))).toBe('ndjson');
    expect(found(bankFile('ledger-zstd.parquet'))).toBe('parquet');
    expect(found(utf16('[{"a":1}]'))).toBe('json');
    expect(found('\ufeff \n<?xml version="1.0"?>\n<!-- x --><a:Document xmlns:a="y">')).toBe('camt');
  });

  it('is text where nothing else is certain', () => {
    for (const text of [
      '',
      'a,b\n1,2\n',
      '<DATE>,<OPEN>\n1,2\n',
      '[Date],[Amount]\n',
      '{x},y\n',
      ':20 o clock,b\n',
      '# a\n1 2\n',
    ]) {
      expect([text, found(text)]).toEqual([text, 'text']);
    }
  });

  it('is refused in one sentence where it is known and not read', async () => {
    const cases: [Uint8Array, string][] = [
      [utf8('%PDF-1.7\n'), 'PDF'],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'XLS'],
      [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'image'],
      [new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image'],
      [new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), '7z'],
      [utf8('Rar!\x1a\x07'), 'RAR'],
      [utf8(`${'a'.repeat(257)}ustar\0`), 'tar'],
      [gzipSync(gzipSync(utf8('a,b\n'))), 'packed twice'],
      [utf8('OFXHEADER:100\r\nDATA:OFXSGML\r\n'), 'OFX'],
      [utf8('!Type:Bank\nD01/05/2024\n'), 'QIF'],
      [new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'UTF-32'],
      [new Uint8Array([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]), 'UTF-32'],
      [utf8('<html><body><table><tr><td>1</td></tr></table>'), 'web page'],
      [utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'), 'root Workbook'],
      [zipSync({ 'a.csv': strToU8('a,b') }), 'zip archive'],
      [zipSync({ 'word/document.xml': strToU8('<a/>') }), 'Office document'],
      [zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }), 'OpenDocument'],
      [zipSync({ ...workbookParts([]), 'xl/vbaProject.bin': strToU8('x') }), 'macros'],
      [new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0]), 'zstd'],
      [bankFile('ledger-snappy.parquet'), 'Parquet'],
    ];
    for (const [bytes, word] of cases) {
      const message = await codeOf(bytes);
      expect(message).toMatch(/^format-unreadable: Expected transactions but file\.csv is /u);
      expect(message).toContain(word);
    }
  });

  it('leaves the byte reader to text', async () => {
    const reading = readOne(bankFile('transfers.ndjson'), { mapping: 'illicit-flows', reader: 'bytes' });
    await expect(reading).rejects.toMatchObject({ code: 'reader-unfit' });
  });
});
