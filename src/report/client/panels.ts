import { type Child, h } from './dom.js';
import { type PreparedLead, sumOf } from '../pictures/prepare.js';
import { type ReportData } from '../report-data.js';
import { counted, listed, money } from '../words/numbers.js';
import { type Store } from './store.js';

/** What each part of an open lead is given. */
export interface LeadPart {
  readonly data: ReportData;
  readonly prepared: PreparedLead;
  readonly store: Store;
}

export interface PanelOptions {
  readonly id?: string;
  readonly title: string;
  readonly hint?: string;
  readonly tools?: readonly Child[];
  /** Called once when the panel has its width, and whenever that width changes. */
  readonly onShow?: () => void;
}

/** A white panel with a heading, a hint under it and tools beside it. */
export function panel({ id, title, hint, tools = [], onShow }: PanelOptions, ...children: Child[]): HTMLElement {
  const head = h(
    'div',
    { class: 'panel-head' },
    h('div', {}, h('h3', {}, title), hint === undefined ? null : h('p', { class: 'hint' }, hint)),
    tools.length === 0 ? null : h('div', { class: 'tools' }, ...tools),
  );
  const element = h('section', { class: 'panel', id, 'aria-label': title }, head, ...children);
  if (onShow !== undefined) whenWide(element, onShow);
  return element;
}

/** Calls when an element has a width and whenever it gets another one. */
export function whenWide(element: Element, onShow: () => void): void {
  let width = -1;
  new ResizeObserver(([entry]) => {
    const next = Math.round(entry!.contentRect.width);
    if (next === width || next === 0) return;
    width = next;
    onShow();
  }).observe(element);
}

/** Details whose body is made when they are opened. */
export function lazyDetails(summary: string, make: () => Child): HTMLDetailsElement {
  const details = h('details', { class: 'more' }, h('summary', {}, summary));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) details.append(make() ?? '');
  });
  return details;
}

/** Details that print opens. */
export function printedDetails(summary: string, ...children: Child[]): HTMLDetailsElement {
  return h('details', { class: 'more printed' }, h('summary', {}, summary), ...children);
}

/**
 * A plain table that scrolls inside itself; on phones the rows of a wide one become lists, each value beside its head. Columns of
 * numbers are aligned by their heads. Roles are written out, as a list would hide them.
 */
export function table(heads: readonly string[], rows: readonly (readonly Child[])[], note?: string): HTMLElement {
  const isNumber = (head: string): string =>
    /amount|transfers|records|read|accepted|quarantined|skipped|score|in leads|fired|explained/iu.test(head)
      ? 'number'
      : '';
  const isWide = heads.length > 3;
  const cell = (child: Child, i: number): HTMLElement =>
    h('td', { role: 'cell', class: isNumber(heads[i]!), 'data-head': isWide ? heads[i]! : null }, child);
  return h(
    'div',
    {
      class: isWide ? 'table-wrap wide' : 'table-wrap',
      tabindex: 0,
      role: 'region',
      'aria-label': `Table: ${heads.join(', ')}`,
    },
    h(
      'table',
      { role: 'table' },
      h(
        'thead',
        { role: 'rowgroup' },
        h(
          'tr',
          { role: 'row' },
          ...heads.map((head) => h('th', { scope: 'col', role: 'columnheader', class: isNumber(head) }, head)),
        ),
      ),
      h('tbody', { role: 'rowgroup' }, ...rows.map((cells) => h('tr', { role: 'row' }, ...cells.map(cell)))),
    ),
    note === undefined ? null : h('p', { class: 'hint' }, note),
  );
}

/** A choice of currency, where a lead has more than one. */
export function currencyChoice({ lead, mainCurrency }: PreparedLead, store: Store): Child {
  if (lead.currencies.length < 2) return null;
  const select = h(
    'select',
    {
      change: () => {
        store.set({ currency: Number(select.value) });
      },
    },
    ...lead.currencies.map((code, i) => h('option', { value: i, selected: i === mainCurrency }, code)),
  );
  store.onChange(() => {
    select.value = String(store.selection.currency ?? mainCurrency);
  });
  return h('label', { class: 'field' }, 'Currency ', select);
}

/** What a picture of one currency leaves out, where a lead has more. */
export function otherCurrencies(prepared: PreparedLead, currency: number): Child {
  const others = prepared.lead.transfers.currency.flatMap((code, i) => (code >= 0 && code !== currency ? [i] : []));
  if (others.length === 0) return null;
  const sums = listed(sumOf(prepared, others).map(money));
  const own = prepared.lead.currencies[currency] ?? '';
  return h('p', { class: 'hint' }, `In ${own} only: ${counted(others.length, 'transfer')} of ${sums} not drawn here.`);
}
