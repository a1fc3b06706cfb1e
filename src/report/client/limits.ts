import { type ReportData } from '../report-data.js';
import { remarkWords, searchTable, stoppedWords } from '../words/limit-words.js';
import { whole } from '../words/numbers.js';
import { nullCheckWords, unnamedWords } from '../words/unnamed-words.js';
import { h } from './dom.js';
import { panel, table } from './panels.js';

/** What was read, how far it reaches, and what could not be looked for. */
export function limits(data: ReportData): HTMLElement {
  const { run } = data;
  const searched = searchTable(data);
  const [unnamed, byChance] = [unnamedWords(data), nullCheckWords(data)];
  const remarks = [...stoppedWords(data), ...remarkWords(data)];
  return h(
    'section',
    { id: 'limits', 'aria-labelledby': 'limits-title' },
    h('div', { class: 'section-head' }, h('h2', { id: 'limits-title' }, 'What was read, and how far it reaches')),
    panel(
      { title: 'No record vanishes', hint: 'read = accepted + quarantined + skipped' },
      recordTable(run),
      files(run),
    ),
    panel({ title: 'What was looked for' }, table(searched.heads, searched.rows)),
    unnamed.length === 0 ? null : panel({ title: 'Counted, and not named' }, bullets(unnamed)),
    byChance === undefined ? null : panel({ title: 'Would chance give leads as well?' }, h('p', {}, byChance)),
    remarks.length === 0 ? null : panel({ title: 'Remarks' }, bullets(remarks)),
  );
}

function bullets(texts: readonly string[]): HTMLElement {
  return h('ul', {}, ...texts.map((text) => h('li', {}, text)));
}

function recordTable({ totals, inputs }: ReportData['run']): HTMLElement {
  const line = (name: string, one: ReportData['run']['totals']): string[] => [
    name,
    whole(one.read),
    whole(one.accepted),
    whole(one.quarantined),
    whole(one.skipped),
  ];
  const all = inputs.length > 1 ? [line('All files', totals)] : [];
  return table(
    ['File', 'Read', 'Accepted', 'Quarantined', 'Skipped'],
    [...inputs.map((input) => line(input.name, input)), ...all],
  );
}

function files({ inputs }: ReportData['run']): HTMLElement {
  return h(
    'ul',
    { class: 'files' },
    ...inputs.map(({ name, sha256, notes }) =>
      h(
        'li',
        {},
        h('span', {}, `${name}, SHA-256 `),
        h('code', {}, sha256),
        notes.length === 0 ? null : h('ul', {}, ...notes.map((note) => h('li', {}, note))),
      ),
    ),
  );
}
