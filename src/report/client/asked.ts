import { type AskedWords } from '../report-data.js';
import { h } from './dom.js';
import { type LeadPart, panel } from './panels.js';

/** How the lead developed, in days. */
export function timelinePart({ prepared }: LeadPart): HTMLElement {
  return linesPanel('timeline', 'Timeline', prepared.lead.whole.timeline);
}

/** Which institution holds the next step of the money. */
export function askNextPart({ prepared }: LeadPart): HTMLElement {
  return linesPanel('ask', 'Who to ask next', prepared.lead.whole.askNext);
}

function linesPanel(id: string, title: string, { lines, notes }: AskedWords): HTMLElement {
  return panel(
    { id, title },
    lines.length === 0
      ? h('p', {}, 'The transfers shown tell nothing of it.')
      : h('ul', { class: 'missing' }, ...lines.map((line) => h('li', {}, h('p', {}, line)))),
    ...notes.map((note) => h('p', { class: 'hint' }, note)),
  );
}
