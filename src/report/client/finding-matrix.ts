import { type ReportFinding } from '../report-data.js';
import { OUTCOME_WORDS } from '../words/measure-words.js';
import { h } from './dom.js';

const MARKS = { notPassed: '–', notEvaluable: '?', passed: '✓' } as const;
type Outcome = keyof typeof MARKS;
const MOST_MARKS = 24;

/** The sign of an outcome; the words beside it say the same. */
export function markOf(outcome: Outcome): HTMLElement {
  return h('span', { class: `outcome ${outcome}`, 'aria-hidden': 'true' }, MARKS[outcome]);
}

/** Row: explanation; column: finding. The sum in words says the same as the marks. */
export function matrix(group: readonly ReportFinding[]): HTMLElement {
  const titles = new Map(
    group.flatMap(({ alternatives }) => alternatives.map(({ id, title }) => [id, title] as const)),
  );
  if (titles.size === 0) {
    return h(
      'p',
      { class: 'hint' },
      'No innocent explanation is known for this pattern, so none was tested: look at it by hand.',
    );
  }
  return h(
    'ul',
    { class: 'matrix' },
    ...[...titles].map(([id, title]) => {
      const outcomes = group.map(({ alternatives }) => alternatives.find((one) => one.id === id)?.outcome);
      const sums = (['passed', 'notPassed', 'notEvaluable'] as const).flatMap((outcome) => {
        const count = outcomes.filter((one) => one === outcome).length;
        return count === 0 ? [] : [`${OUTCOME_WORDS[outcome].replace(' it', '')} ${count} of ${group.length}`];
      });
      const cells = outcomes
        .slice(0, MOST_MARKS)
        .map((outcome) => (outcome === undefined ? h('span', { class: 'outcome none' }) : markOf(outcome)));
      return h(
        'li',
        {},
        h('span', {}, title),
        h('span', { class: 'marks' }, ...cells, outcomes.length > MOST_MARKS ? '…' : null),
        h('span', { class: 'hint' }, sums.join(', ')),
      );
    }),
  );
}
