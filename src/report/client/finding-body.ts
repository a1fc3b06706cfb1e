import { type ReportFinding } from '../report-data.js';
import { boundWords, measureName, measureValue, OUTCOME_WORDS } from '../words/measure-words.js';
import { h } from './dom.js';
import { markOf } from './finding-matrix.js';

/** What an opened finding shows: values against thresholds, and the innocent explanations with their reasons. */
export function findingBody({ sentence, measured, alternatives }: ReportFinding): HTMLElement {
  return h(
    'div',
    { class: 'finding-body' },
    h(
      'div',
      {},
      h('p', {}, sentence),
      h('h5', {}, 'Measured, beside what the pattern asks for'),
      ...measured.map(bullet),
    ),
    h(
      'div',
      {},
      h('h5', {}, 'Innocent explanations, tested'),
      alternatives.length === 0 ? h('p', {}, 'None is known for this pattern.') : null,
      ...alternatives.map(({ title, outcome, reason }) =>
        h(
          'div',
          { class: 'alternative' },
          markOf(outcome),
          h('p', {}, h('strong', {}, title), ` ${OUTCOME_WORDS[outcome]}. ${reason}`),
        ),
      ),
    ),
  );
}

function bullet(measure: ReportFinding['measured'][number]): HTMLElement {
  const { value, threshold } = measure;
  const row = h(
    'div',
    { class: 'bullet' },
    h('span', {}, measureName(measure)),
    h('strong', {}, measureValue(measure)),
  );
  if (threshold === undefined) return row;
  const most = Math.max(Number(value), threshold, 1e-9) * 1.15;
  const fill = h('span', { class: 'fill in' });
  const line = h('span', { class: 'limit' });
  fill.style.width = `${((Number(value) / most) * 100).toFixed(1)}%`;
  line.style.left = `${((threshold / most) * 100).toFixed(1)}%`;
  row.append(h('span', { class: 'track' }, fill, line), h('span', { class: 'hint' }, boundWords(measure)));
  return row;
}
