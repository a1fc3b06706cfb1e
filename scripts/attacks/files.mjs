// Files and mappings that are made to break a reader, by name. Each is written once into a folder.
import { createWriteStream, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { zipSync } from 'fflate';

const HEADER = 'time,payer_account,beneficiary_account,amount,currency\n';
const DAY = '2024-01-15';
const SIDES = '"payer":{"account":"payer_account"},"beneficiary":{"account":"beneficiary_account"},"time":"file-order"';

async function lines(path, header, count, lineOf) {
  const out = createWriteStream(path);
  out.write(header);
  for (let i = 0; i < count; i += 5000) {
    const some = Array.from({ length: Math.min(5000, count - i) }, (_, k) => lineOf(i + k)).join('');
    if (!out.write(some)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

async function zeros(path, gigabytes) {
  const piece = Buffer.alloc(1 << 20);
  function* pieces() {
    yield Buffer.from(`${HEADER}${DAY},a,b,5.00,EUR\n`);
    for (let i = 0; i < gigabytes * 1024; i++) yield piece;
  }
  await pipeline(Readable.from(pieces()), createGzip({ level: 1 }), createWriteStream(path));
}

/** A workbook whose sheet unpacks to far more than it is packed in. */
function packedSheet(path) {
  const text = (name) => new TextEncoder().encode(name);
  writeFileSync(
    path,
    zipSync({
      '[Content_Types].xml': text('<Types/>'),
      'xl/workbook.xml': text('<workbook/>'),
      'xl/worksheets/sheet1.xml': [new Uint8Array(600_000_000), { level: 9 }],
    }),
  );
}

const openQuotes = (i) => `${DAY},"a${i},b${i},5.00,EUR\n`;
const alike = (i) => `Shared Word ${i}`;

/** Writes the file of an attack; `path` is where. */
export const FILES = {
  'open-quotes-40k.csv': (path) => lines(path, HEADER, 40_000, openQuotes),
  'open-quotes-1m.csv': (path) => lines(path, HEADER, 1_000_000, openQuotes),
  'names-alike-100.csv': (path) => names(path, 100),
  'names-alike-10k.csv': (path) => names(path, 10_000),
  'quarantined-1m.csv': (path) =>
    lines(path, HEADER, 1_000_000, (i) => `${DAY},a${i},,5.00,EUR ${'word '.repeat(20)}\n`),
  'zeros-10g.csv.gz': (path) => zeros(path, 10),
  'packed.xlsx': packedSheet,
  'nested.json': (path) => writeFileSync(path, `[{"time":${'['.repeat(5_000_000)}`),
  'entities.xml': (path) =>
    writeFileSync(
      path,
      `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "${'x'.repeat(1000)}">${Array.from(
        { length: 20 },
        (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`,
      ).join('')}]><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">&a19;</Document>`,
    ),
  'small.csv': (path) => writeFileSync(path, `${HEADER}${DAY},a,b,5.00,EUR\n`),
  'many-words.json': (path) =>
    writeFileSync(path, `{${SIDES},"missing":[${Array.from({ length: 100_000 }, (_, i) => `"w${i}"`).join()}]}`),
  'many-words-5m.json': (path) =>
    writeFileSync(path, `{${SIDES},"missing":[${Array.from({ length: 500_000 }, (_, i) => `"w${i}"`).join()}]}`),
  'many-columns.json': (path) => writeFileSync(path, `{${SIDES},"columnCount":1000000000}`),
  'nested-pattern.json': (path) =>
    writeFileSync(
      path,
      `{"payer":{"account":{"column":"payer_account","pattern":"(a+)+b"}},"beneficiary":{"account":"beneficiary_account"},"time":"file-order"}`,
    ),
};

/** 35,000 accounts that begin alike, and rows that cannot be read although they name some. */
function names(path, broken) {
  return lines(path, HEADER, 35_000 + broken, (i) =>
    i < 35_000
      ? `${DAY},${alike(i)},${alike((i * 7 + 1) % 35_000)},5.00,EUR\n`
      : `${DAY},${`${alike(i)} `.repeat(25)},x,none,EUR\n`,
  );
}
