import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAudit } from '../../src/node/index.js';
import { chainedText, readChain } from '../../src/node/hash-chain.js';
import { freshFolder } from '../support/fresh-folder.js';

const WRITTEN = { event: 'written', files: [{ name: 'case.json', sha256: 'ab' }] };
const EVENTS = [{ event: 'started', files: 1 }, { event: 'read', name: 'a.csv' }, { event: 'investigated' }, WRITTEN];

function folderWith(text: string): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'audit.jsonl'), text);
  return folder;
}

describe('readAudit', () => {
  const lines = chainedText(EVENTS);

  it('gives the events and the files of a whole log', async () => {
    const audit = await readAudit(folderWith(lines.join('')));
    expect(audit).toEqual({ events: EVENTS, broken: undefined, written: new Map([['case.json', 'ab']]) });
    expect(lines[0]).toContain('"previous":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"');
  });

  it('says at which line a log breaks', async () => {
    const at = async (...texts: string[]): Promise<unknown> =>
      (await readAudit(folderWith(texts.join('')))).broken?.line;
    const [first = '', second = '', third = '', last = ''] = lines;
    expect(await at(first, third, last)).toBe(2);
    expect(await at(second, third, last)).toBe(1);
    expect(await at(first, second.replace('a.csv', 'b.csv'), third, last)).toBe(3);
    expect(await at(first, second, third)).toBe(4);
    expect(await at(first, second, third, last.trimEnd())).toBe(4);
    expect(await at(first, 'no json\n', third, last)).toBe(2);
    expect(await at(first, 'null\n', third, last)).toBe(2);
    expect(await at()).toBe(1);
    expect(await at(...chainedText([{ event: 'written', files: [null] }]))).toBe(2);
  });

  it('asks for a log', async () => {
    await expect(readAudit(freshFolder())).rejects.toMatchObject({ code: 'audit-unreadable' });
  });
});

it('shows every change of a character but in the last line', () => {
  const text = chainedText(EVENTS).join('');
  const lastStart = text.trimEnd().lastIndexOf('\n') + 1;
  expect(readFileSync(join(folderWith(text), 'audit.jsonl'), 'utf8')).toBe(text);
  fc.assert(
    fc.property(fc.nat(lastStart - 1), fc.constantFrom('0', 'x', '"', ' ', '\n'), (at, mark) => {
      fc.pre(text[at] !== mark);
      expect(readChain(text.slice(0, at) + mark + text.slice(at + 1)).broken).toBeDefined();
    }),
  );
});
