import { scoreSum } from '../pictures/score-sum.js';
import { counted, signed } from '../words/numbers.js';
import { partTitle, withPowers } from '../words/part-words.js';
import { reviewLines } from '../words/review-words.js';
import { h } from './dom.js';
import { type LeadPart, panel, printedDetails } from './panels.js';

/** How the score comes about: what speaks for and against, on one scale; and whether other runs find the same group. */
export function scorePart({ data, prepared }: LeadPart): HTMLElement {
  const { lead } = prepared;
  const sum = scoreSum(lead);
  const flow = lead.parts.filter(({ source }) => source === 'fee-flow').sort((a, b) => b.weight - a.weight);
  const most = Math.max(
    ...lead.parts.map(({ weight }) => Math.abs(weight)),
    Math.abs(sum.bias),
    Math.abs(sum.smaller),
    1e-9,
  );
  const row = (name: string, sentence: string, weight: number): HTMLElement => partRow([name, sentence], weight, most);
  const rowOf = ({ name, sentence, weight }: (typeof flow)[number]): HTMLElement =>
    row(partTitle(name), withPowers(sentence), weight);
  const smaller = Math.abs(sum.smaller) < 0.005 ? null : row('Smaller parts together', '', sum.smaller);
  const { runs, appearsIn, meanJaccard } = lead.stability;
  const reviews = reviewLines(data, lead.lead);
  return panel(
    { id: 'score', title: 'How the score comes about' },
    h(
      'div',
      { class: 'score-head' },
      h('p', { class: 'figure' }, lead.score.toFixed(2), h('span', {}, ' nats')),
      h(
        'p',
        { class: 'hint' },
        'The mean weight of evidence of its accounts, in nats (natural logarithm of odds). It puts leads in order; it is no probability, and it says nothing about guilt. Bars to the right speak for a lead, bars to the left against. Each part says how many accounts of the file have as much: what most have says little by itself. Rounded, the parts may miss their sum in the last digit.',
      ),
    ),
    h('h4', {}, 'What the accounts do'),
    h(
      'div',
      { class: 'parts' },
      row('Where every account of this file starts', 'Before anything is known of it.', sum.bias),
      ...sum.deciding.map(rowOf),
      sum.further.length === 0
        ? smaller
        : printedDetails(
            `${counted(sum.further.length, 'further part')}, together ${signed(sum.rest)}`,
            ...sum.further.map(rowOf),
            smaller,
          ),
      h('p', { class: 'total' }, h('span', {}, 'Together'), h('strong', {}, signed(sum.total))),
    ),
    flow.length === 0 ? null : h('h4', {}, 'How exceptional payments meet'),
    flow.length === 0
      ? null
      : h(
          'p',
          { class: 'hint' },
          'Judged apart from the score: a fee for a journey is exceptional for the family that pays it.',
        ),
    flow.length === 0 ? null : h('div', { class: 'parts' }, ...flow.map(rowOf)),
    h('h4', {}, 'Would another run find the same group?'),
    runs === 0
      ? h('p', {}, 'Not checked.')
      : h(
          'div',
          {},
          h(
            'p',
            { class: 'runs', 'aria-hidden': 'true' },
            ...Array.from({ length: Math.min(runs, 40) }, (_, i) =>
              h('span', { class: i < (appearsIn / runs) * Math.min(runs, 40) ? 'dot full' : 'dot' }),
            ),
          ),
          h(
            'p',
            { class: 'hint' },
            `Found again in ${appearsIn} of ${runs} runs with other random seeds; the groups overlap by ${Math.round(meanJaccard * 100)} % on average.`,
          ),
        ),
    h('h4', {}, 'Review'),
    reviews.length === 0
      ? h('p', {}, 'Generated, not yet reviewed.')
      : h('ul', { class: 'missing reviews' }, ...reviews.map((line) => h('li', {}, h('p', {}, line)))),
    h(
      'div',
      { class: 'sign' },
      ...['Accept / reject / needs information', 'Reason', 'Reviewer and date'].map((line) => h('p', {}, line)),
    ),
  );
}

function partRow([name, sentence]: readonly [string, string], weight: number, most: number): HTMLElement {
  return h(
    'div',
    { class: 'part' },
    h('div', {}, h('strong', {}, name), sentence === '' ? null : h('p', { class: 'hint' }, sentence)),
    divergingBar([weight], most),
    h('strong', { class: 'weight' }, signed(weight)),
  );
}

/** A bar about a middle line: to the right what speaks for, to the left what speaks against. */
export function divergingBar(weights: readonly number[], most: number): HTMLElement {
  const bar = h('span', { class: 'diverging', 'aria-hidden': 'true' });
  let [left, right] = [0, 0];
  weights.forEach((weight, i) => {
    const fill = h('span', { class: weight < 0 ? 'against' : `for for-${i % 3}` });
    const share = (Math.abs(weight) / most) * 50;
    fill.style.width = `${share.toFixed(2)}%`;
    fill.style.left = `${(weight < 0 ? 50 - left - share : 50 + right).toFixed(2)}%`;
    if (weight < 0) left += share;
    else right += share;
    bar.append(fill);
  });
  return bar;
}
