import { whole } from '../words/numbers.js';
import { dayWords } from '../words/times.js';
import { h, refill } from './dom.js';
import { type LeadPart } from './panels.js';
import { allTransfers, selectedRows } from '../pictures/prepare.js';

/** Says what is selected, and clears it. In sight only while something is. */
export function selectionBar({ prepared, store }: LeadPart): HTMLElement {
  const words = h('p', { 'aria-live': 'polite' });
  const clear = h(
    'button',
    {
      type: 'button',
      click: () => {
        store.clear();
        store.settle();
      },
    },
    'Clear',
  );
  const bar = h(
    'div',
    { class: 'selection-bar', hidden: true, role: 'region', 'aria-label': 'Selection' },
    words,
    clear,
  );
  store.onChange(() => {
    const { window: period, account, finding, minimum, currency } = store.selection;
    const texts = [
      period === null ? '' : `${dayWords(period[0])} – ${dayWords(period[1] - 1)}`,
      account === null ? '' : prepared.accounts[account]!.name,
      finding === null ? '' : (prepared.lead.findings[finding]?.finding ?? ''),
      minimum > 0 ? `at least ${whole(minimum)}` : '',
      currency === null ? '' : prepared.lead.currencies[currency]!,
    ].filter((text) => text !== '');
    bar.hidden = texts.length === 0;
    const count = selectedRows(prepared, store.selection).length;
    bar.dataset['transfers'] = String(count);
    refill(
      words,
      h('strong', {}, 'Selection: '),
      [...texts, `${whole(count)} of ${allTransfers(prepared)}`].join(' · '),
    );
  });
  return bar;
}
