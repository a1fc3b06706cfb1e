import { type ReportData } from '../report-data.js';
import { leftOutWords } from '../words/left-out-words.js';
import { reviewState } from '../words/review-words.js';
import { LEVEL_WORDS } from '../words/sentences.js';
import { askNextPart, timelinePart } from './asked.js';
import { corridorPanel } from './corridor-panel.js';
import { h } from './dom.js';
import { evidencePart } from './evidence.js';
import { findingsPart } from './findings.js';
import { flowPart } from './flow.js';
import { missingPart } from './missing.js';
import { moneyPanel } from './money-panel.js';
import { networkPart } from './network.js';
import { type LeadPart } from './panels.js';
import { prepare } from '../pictures/prepare.js';
import { scorePart } from './score.js';
import { selectionBar } from './selection-bar.js';
import { Store } from './store.js';
import { whatWouldChangePart } from './what-would-change.js';
import { storyPart } from './story.js';

const PARTS = [
  ['money', 'Money'],
  ['flow', 'Flow'],
  ['network', 'Network and time'],
  ['timeline', 'Timeline'],
  ['score', 'Score'],
  ['findings', 'Findings'],
  ['missing', 'Missing'],
  ['evidence', 'Evidence'],
] as const;

/** An open lead and its selection. */
export interface OpenLead {
  readonly element: HTMLElement;
  readonly store: Store;
}

/** Builds all parts of one lead about one selection. */
export function openLead(data: ReportData, position: number): OpenLead {
  const prepared = prepare(data.leads[position]!);
  const store = new Store();
  const part: LeadPart = { data, prepared, store };
  const { lead, level } = prepared.lead;
  const leftOut = leftOutWords(prepared.lead);
  const element = h(
    'section',
    { class: 'lead', id: 'lead', 'aria-labelledby': 'lead-title' },
    h(
      'div',
      { class: 'lead-head' },
      h(
        'div',
        {},
        h('p', { class: 'kicker' }, `Lead ${position + 1} of ${data.leads.length}`),
        h(
          'h2',
          { id: 'lead-title', tabindex: -1 },
          lead,
          h('span', { class: 'level' }, LEVEL_WORDS[level]),
          h('span', { class: 'level unreviewed' }, reviewState(data, lead)),
        ),
      ),
      h(
        'nav',
        { 'aria-label': 'Parts of this lead' },
        ...PARTS.map(([id, text]) => h('a', { href: `#${lead}/${id}` }, text)),
      ),
    ),
    h('div', { class: 'two' }, storyPart(part), h('div', {}, corridorPanel(part), moneyPanel(part))),
    leftOut === '' ? null : h('p', { class: 'left-out' }, leftOut),
    flowPart(part),
    selectionBar(part),
    networkPart(part),
    h('div', { class: 'two even' }, timelinePart(part), askNextPart(part)),
    h('div', { class: 'two even' }, scorePart(part), missingPart(part)),
    whatWouldChangePart(part),
    findingsPart(part),
    evidencePart(part),
  );
  return { element, store };
}
