import { type ReportFinding } from '../report-data.js';
import { boundWords, measureName, measureValue, OUTCOME_WORDS } from '../words/measure-words.js';
import { capital, counted } from '../words/numbers.js';
import { type Child, h } from './dom.js';
import { type LeadPart, panel } from './panels.js';
import { icon } from './roles.js';

const MARKS = { notPassed: '–', notEvaluable: '?', passed: '✓' } as const;
type Outcome = keyof typeof MARKS;
/** Findings of a pattern that are listed at once. */
const FIRST = 3;
const MOST_MARKS = 24;

/** Findings by pattern, the ones that count first, each beside the innocent explanations that were tested. */
export function findingsPart(part: LeadPart): HTMLElement {
  const { findings } = part.prepared.lead;
  const groups = new Map<string, ReportFinding[]>();
  const weight = { primary: 0, supporting: 1, low: 2 } as const;
  const sorted = [...findings].sort(
    (a, b) => Number(a.contextOnly) - Number(b.contextOnly) || weight[a.countClass] - weight[b.countClass],
  );
  for (const finding of sorted) groups.set(finding.typology, [...(groups.get(finding.typology) ?? []), finding]);
  return panel(
    { id: 'findings', title: 'Findings, and the innocent explanations beside them' },
    h(
      'p',
      { class: 'hint' },
      'One column of marks per finding. ',
      markOf('notPassed'),
      ' tested, does not explain it ',
      markOf('notEvaluable'),
      ' cannot be tested with these data ',
      markOf('passed'),
      ' explains it',
    ),
    findings.length === 0
      ? h('p', {}, 'No pattern was found in this lead; it stands by the parts of its score alone.')
      : null,
    ...[...groups.values()].map((group) => patternBlock(part, group)),
  );
}

function markOf(outcome: Outcome): HTMLElement {
  return h('span', { class: `outcome ${outcome}`, 'aria-hidden': 'true' }, MARKS[outcome]);
}

function patternBlock(part: LeadPart, group: readonly ReportFinding[]): HTMLElement {
  const { title, family, countClass, contextOnly } = group[0]!;
  const rest = group.slice(FIRST);
  const isOf = contextOnly ? 'context only: changes nothing' : `${countClass} indicator`;
  const more = h(
    'details',
    { class: 'more' },
    h('summary', {}, `${counted(rest.length, 'more finding')} of this pattern`),
  );
  more.addEventListener('toggle', () => {
    if (more.open && more.childElementCount === 1) more.append(...rest.map((finding) => findingBlock(part, finding)));
  });
  return h(
    'div',
    { class: 'pattern' },
    h('h4', {}, title),
    h('p', { class: 'hint' }, `${capital(family)} · ${isOf} · ${counted(group.length, 'finding')}`),
    matrix(group),
    ...group.slice(0, FIRST).map((finding) => findingBlock(part, finding)),
    rest.length === 0 ? null : more,
  );
}

/** Row: explanation; column: finding. The sum in words says the same as the marks. */
function matrix(group: readonly ReportFinding[]): HTMLElement {
  const titles = new Map(
    group.flatMap(({ alternatives }) => alternatives.map(({ id, title }) => [id, title] as const)),
  );
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

function findingBlock({ prepared, store }: LeadPart, finding: ReportFinding): HTMLElement {
  const index = prepared.lead.findings.indexOf(finding);
  const names = finding.accounts.map(({ institution, account }) => `${institution} ${account}`.trim());
  const known = prepared.accounts.find(({ name }) => name === names[0]);
  const who: Child[] = known === undefined ? [] : [icon(known.role)];
  const facts = [
    counted(finding.transfers, 'transfer'),
    finding.payers > 0 ? `${counted(finding.payers, 'payer')}, not named` : '',
    finding.strength < 1 ? 'reduced form' : '',
    finding.status === 'explained' ? 'explained innocently: set aside' : '',
  ].filter((text) => text !== '');
  const others = names.length > 1 ? ` and ${names.length - 1} more` : '';
  const details = h(
    'details',
    { class: `finding ${finding.status}` },
    h(
      'summary',
      {},
      h('span', { class: 'id' }, finding.finding),
      h('span', { class: 'who' }, ...who, names.length === 0 ? 'an account that is not named' : names[0]! + others),
      h('span', { class: 'hint' }, facts.join(' · ')),
    ),
  );
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    const show = (): void => {
      store.set({ finding: index });
      store.settle();
      document.getElementById('evidence')?.scrollIntoView();
      document.querySelector<HTMLElement>('#evidence .rows')?.focus({ preventScroll: true });
    };
    details.append(
      findingBody(finding),
      h('button', { type: 'button', class: 'link', click: show }, `Show its ${counted(finding.transfers, 'transfer')}`),
    );
  });
  return details;
}

function findingBody({ sentence, measured, alternatives }: ReportFinding): HTMLElement {
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
