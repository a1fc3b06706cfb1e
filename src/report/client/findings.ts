import { type ReportFinding } from '../report-data.js';
import { capital, counted } from '../words/numbers.js';
import { type Child, h } from './dom.js';
import { findingBody } from './finding-body.js';
import { markOf, matrix } from './finding-matrix.js';
import { type LeadPart, panel } from './panels.js';
import { icon } from './roles.js';

/** Findings of a pattern that are listed at once. */
const FIRST = 3;

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
