import { h, s } from './dom.js';
import { areEqual } from './trace-layout.js';
import { ruleName, ruleWords } from '../words/trace-words.js';
import { type TraceSummary } from '../trace-summary.js';

/** A shape of its own for each rule; colour says the same. Drawn about the origin, 5 units from it. */
const SHAPES: Readonly<Record<string, string>> = {
  fifo: 'M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z',
  lifo: 'M0,-6.2L6.2,0L0,6.2L-6.2,0Z',
  'pro-rata': 'M-4.6,-4.6H4.6V4.6H-4.6Z',
  'lowest-intermediate-balance': 'M0,-5.8L5.6,4.4H-5.6Z',
  'taint-first': 'M-2,-5.4H2V-2H5.4V2H2V5.4H-2V2H-5.4V-2H-2Z',
  'least-recently-born': 'M0,5.8L5.6,-4.4H-5.6Z',
  'most-recently-born': 'M-5.8,0L-2.9,-5H2.9L5.8,0L2.9,5H-2.9Z',
};

/** One mark for all rules, where they say the same to the last digit. */
const AGREE = 'M-2,-8H2V8H-2Z';

/** The mark of a rule at a place of a picture. */
export function ruleMark(rule: string, [x, y]: readonly [number, number]): SVGPathElement {
  return s('path', {
    d: SHAPES[rule] ?? AGREE,
    transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`,
    class: `rule-mark rule-${rule}`,
    'data-rule': rule,
  });
}

/** The rules with their marks and what they mean: legend and explanation in one. */
export function ruleList({ rules, parts }: TraceSummary): HTMLElement {
  const rows = parts.flatMap(({ states, places, passed }) => [...states, ...places, ...passed]);
  const sign = (rule: string): SVGSVGElement =>
    s('svg', { viewBox: '-9 -9 18 18', class: 'icon', 'aria-hidden': 'true' }, ruleMark(rule, [0, 0]));
  return h(
    'ul',
    { class: 'trace-rules' },
    ...rules.map((rule) =>
      h(
        'li',
        {},
        rule.measure === 'attributed' ? sign(rule.rule) : h('span', { class: 'icon' }),
        h('span', {}, h('strong', {}, ruleName(rule.rule)), h('span', { class: 'note' }, ruleWords(rule))),
      ),
    ),
    !rows.some(({ amounts }) => areEqual(amounts))
      ? null
      : h(
          'li',
          {},
          sign('all'),
          h('span', {}, h('strong', {}, 'all rules'), h('span', { class: 'note' }, 'They agree to the last digit.')),
        ),
  );
}
