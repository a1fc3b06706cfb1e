import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askCase } from '../../src/questions/index.js';
import { madeCase } from '../support/case-documents.js';
import { freshFolder, runCommand } from '../support/run-command.js';

const document = madeCase({ leads: 2, operators: 5, transfers: 60 });

function caseFolder(value: unknown = document): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'case.json'), JSON.stringify(value));
  return folder;
}

describe('illicit-flows ask', () => {
  it('answers every question of every lead in plain words', async () => {
    const { out, err, exitCode } = await runCommand('ask', caseFolder());
    expect([exitCode, err]).toEqual([0, '']);
    for (const title of ['Timeline', 'What holds leads together', 'What to ask whom for', 'Who changed position']) {
      expect(out).toContain(`${title}\n`);
    }
    expect(out).toContain('People who may need help');
    expect(out).toContain('C002');
    expect(out).toMatch(/Leads, not proof: they need review by a person\.\n$/u);
  });

  it('answers what was asked of one lead', async () => {
    const { out } = await runCommand('ask', caseFolder(), '--lead', 'C002', '--question', 'timeline,gaps');
    expect(out).not.toContain('C001');
    expect(out).toMatch(/^Timeline\n/u);
    expect(out).toContain('What to ask whom for');
    expect(out).not.toContain('Who changed position');
  });

  it('prints the answers as JSON', async () => {
    const { out } = await runCommand('ask', caseFolder(), '--json');
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify({ exitCode: 0, ...askCase(document) })));
  });

  it("writes control characters of strangers' text out, and keeps a line a line", async () => {
    const hostile = madeCase({ operators: 4, transfers: 60, hostile: '\u001b[31m\nC999:\u202e' });
    const { out } = await runCommand('ask', caseFolder(hostile));
    expect(out).not.toMatch(/[\u001b\u202e]|^C999/mu);
  });

  it('counts what it does not show', async () => {
    const { out } = await runCommand(
      'ask',
      caseFolder(madeCase({ operators: 300, transfers: 2000 })),
      '--question',
      'gaps',
    );
    expect(out).toMatch(/- \d+ more with --json\./u);
  });

  it('refuses an unknown lead, an unknown question and what is no case', async () => {
    const lead = await runCommand('ask', caseFolder(), '--lead', 'C009');
    expect([lead.exitCode, lead.err]).toEqual([1, expect.stringContaining('[unknown-lead]')]);
    const question = await runCommand('ask', caseFolder(), '--question', 'who');
    expect([question.exitCode, question.err]).toEqual([
      1,
      expect.stringContaining('Expected one of timeline, bridges'),
    ]);
    const noCase = await runCommand('ask', freshFolder());
    expect([noCase.exitCode, noCase.err]).toEqual([1, expect.stringContaining('[case-unreadable]')]);
  });
});
