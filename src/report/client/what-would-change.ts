import { sensitivityWords } from '../words/sensitivity-words.js';
import { h } from './dom.js';
import { type LeadPart, panel } from './panels.js';

/** What would change a lead, where its run moved parameters. */
export function whatWouldChangePart({ data, prepared }: LeadPart): HTMLElement | null {
  const words = sensitivityWords(data, prepared.lead);
  if (words === undefined) return null;
  return panel(
    { id: 'change', title: 'What would change it', hint: words.note },
    h('ul', {}, ...words.lines.map((line) => h('li', {}, line))),
  );
}
