import { describe, expect, it } from 'vitest';
import { readLedger } from '../../src/ingest/index.js';

const HEADER = 'time,payer_account,beneficiary_account,amount,currency\n';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

async function notesOf(text: string): Promise<string> {
  const { files } = await readLedger([{ name: 'a.csv', bytes: bytesOf(text) }], { mapping: 'illicit-flows' });
  return files[0]!.notes.join('\n');
}

describe('notes about a file', () => {
  it('say that a header stands alone only where that is known', async () => {
    expect(await notesOf(HEADER)).toContain('no rows below its header');
    const long = `${HEADER}2024-01-01,"${'A'.repeat(200_000)}",b,5,EUR\n2024-01-01,c,d,5,EUR\n`;
    expect(await notesOf(long)).not.toContain('no rows below its header');
  });
});
