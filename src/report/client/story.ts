import { sixAnswers } from '../words/lead-words.js';
import { roleCount } from '../words/role-words.js';
import { h } from './dom.js';
import { type LeadPart } from './panels.js';
import { icon } from './roles.js';

/** Who, what, when, where, how and why flagged: the order of a narrative. */
export function storyPart({ prepared: { lead } }: LeadPart): HTMLElement {
  const roles = h(
    'ul',
    { class: 'legend' },
    ...lead.whole.roles.map(([role, count]) => h('li', {}, icon(role), roleCount(role, count))),
  );
  return h(
    'dl',
    { class: 'story' },
    ...sixAnswers(lead).flatMap(({ question, answer, notes }) => [
      h('dt', {}, question),
      h('dd', {}, h('strong', {}, answer), question === 'Who' ? roles : null, ...notes.map((note) => h('p', {}, note))),
    ]),
  );
}
