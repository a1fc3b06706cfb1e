import { missingOf } from '../words/missing-words.js';
import { h } from './dom.js';
import { type LeadPart, panel } from './panels.js';

/** What a reviewer would want before deciding: the list of what to ask the bank for. */
export function missingPart({ data, prepared }: LeadPart): HTMLElement {
  const all = missingOf(data, prepared.lead);
  return panel(
    {
      id: 'missing',
      title: 'What is missing, and what to ask for',
      hint: 'A reviewer would want this before deciding.',
    },
    all.length === 0
      ? h('p', {}, 'Nothing that the data could hold is missing.')
      : h(
          'ul',
          { class: 'missing' },
          ...all.map(({ title, text }) => h('li', {}, h('strong', {}, title), h('p', {}, text))),
        ),
  );
}
