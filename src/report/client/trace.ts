import { type ReportData } from '../report-data.js';
import { type TracePart, type TraceSummary } from '../trace-summary.js';
import {
  claimWords,
  limitWords,
  reachWords,
  rowGroups,
  tableNote,
  traceTable,
  traceTitle,
} from '../words/trace-words.js';
import { type Child, h, refill } from './dom.js';
import { lazyDetails, panel, table, whenWide } from './panels.js';
import { saveButtons } from './save-picture.js';
import { ruleList } from './trace-marks.js';
import { tracePicture } from './trace-picture.js';

/** Where claimed money went by each rule; nothing where no trace belongs to the case. */
export function traceSection({ trace }: ReportData): Child {
  if (trace === null) return null;
  return h(
    'section',
    { id: 'trace', 'aria-labelledby': 'trace-title' },
    h(
      'div',
      { class: 'section-head' },
      h('h2', { id: 'trace-title' }, 'Tracing rules'),
      h('p', {}, 'The same money, followed by rules side by side. Payers and accounts outside leads are not named.'),
    ),
    ...trace.map((summary, i) => tracePanel(summary, i)),
  );
}

function tracePanel(summary: TraceSummary, index: number): HTMLElement {
  const stages = summary.parts.map((part) => stageOf(part, summary));
  const [first, ...rest] = limitWords(summary);
  const isCut = summary.rules.some(({ stoppedBy }) => stoppedBy !== null);
  const limits = isCut ? rest : [first, ...rest];
  return panel(
    {
      title: traceTitle(summary),
      hint: `${claimWords(summary)} ${summary.notice}`,
      tools: [saveButtons(() => stages[0]?.querySelector('svg') ?? null, `trace-${index + 1}`)],
    },
    isCut ? h('p', { class: 'caution' }, first) : null,
    ruleList(summary),
    ...reachWords(summary).map((text) => h('p', {}, text)),
    ...stages,
    summary.parts.length === 0 ? null : h('p', { class: 'hint' }, tableNote(summary)),
    h('ul', { class: 'hint trace-limits' }, ...limits.map((text) => h('li', {}, text))),
  );
}

/** The picture of one currency, what to know of its groups, and the same as a table. */
function stageOf(part: TracePart, summary: TraceSummary): HTMLElement {
  const groups = rowGroups(part, summary);
  const stage = h('div', { class: 'stage' });
  whenWide(stage, () => {
    refill(stage, tracePicture(part, summary, { groups, width: stage.clientWidth || 1190 }));
  });
  return h(
    'div',
    { class: 'trace-part' },
    summary.parts.length > 1 ? h('h4', {}, part.currency) : null,
    stage,
    ...groups
      .filter(({ note }) => note !== '')
      .map(({ title, note }) => h('p', { class: 'hint' }, `${title}: ${note}`)),
    lazyDetails('The same as a table', () => {
      const { heads, rows } = traceTable(part, summary);
      return table(heads, rows);
    }),
  );
}
