import { countryName } from '../../foundation/index.js';
import { listed, money, whole } from '../words/numbers.js';
import { transfersFile } from '../words/left-out-words.js';
import { isoMinute } from '../words/times.js';
import { type Child, h, refill } from './dom.js';
import { type LeadPart, panel, whenWide } from './panels.js';
import { allTransfers, rowsOf, sumOf } from '../pictures/prepare.js';
import { icon } from './roles.js';
import { BETWEEN_OTHERS } from '../transfer-kind.js';

const IN_SIGHT = 14;
const PRINTED = 40;
const NARROW = 820;
type Sort = 'time' | 'amount';

/** All transfers of the selection, down to file and line. Only rows in sight are in the page. */
export function evidencePart({ data, prepared, store }: LeadPart): HTMLElement {
  const { lead, accounts, minor, timeMs } = prepared;
  const { transfers } = lead;
  let rows: number[] = [];
  const hasHow = lead.channels.length > 0;
  const hasBetween = [...transfers.countryFrom, ...transfers.countryTo].some((one) => one >= 0);
  let sort: Sort = 'time';
  let isDown = false;
  const words = h('p', { class: 'row-count', 'aria-live': 'polite' });
  const spacer = h('div', { class: 'spacer', role: 'presentation' });
  const port = h('div', { class: 'rows', tabindex: 0, role: 'rowgroup' }, spacer);
  const isDay =
    data.data.precision !== 'second' && data.data.precision !== 'minute' && data.data.precision !== 'millisecond';
  const party = (end: number): Child[] => {
    if (end < 0) return [h('em', {}, end === -1 ? 'protected payer' : 'other account')];
    return [icon(accounts[end]!.role), accounts[end]!.name];
  };
  const place = (i: number): string => countryName(lead.places[i] ?? '');
  const cell = (name: string, ...children: Child[]): HTMLElement =>
    h('span', { role: 'cell', class: `c-${name}` }, ...children);
  const line = (at: number): HTMLElement => {
    const i = rows[at]!;
    const amount = transfers.amount[i] ?? null;
    const currency = lead.currencies[transfers.currency[i]!] ?? '';
    const between = [place(transfers.countryFrom[i]!), place(transfers.countryTo[i]!)];
    const ids = transfers.findings[i]!.map((finding) => lead.findings[finding]?.finding ?? '');
    const isOther = prepared.kind[i] === BETWEEN_OTHERS;
    return h(
      'div',
      { role: 'row', class: 'line', 'aria-rowindex': at + 2 },
      cell('time', timeMs === null ? `no. ${whole(transfers.seconds[i]! + 1)}` : isoMinute(timeMs[i]!, isDay)),
      cell('from', ...party(transfers.from[i]!)),
      cell('to', ...party(transfers.to[i]!)),
      cell('amount', amount === null ? 'not told' : money({ currency, amount })),
      cell('how', lead.channels[transfers.channel[i]!] ?? ''),
      cell(
        'between',
        between.every((one) => one === '') ? '' : between.map((one) => (one === '' ? '–' : one)).join(' → '),
      ),
      // A long name of a file is shortened, its line never.
      cell(
        'file',
        h('span', { class: 'file-name' }, lead.files[transfers.file[i]!] ?? ''),
        h('span', {}, `:${transfers.line[i]!}`),
      ),
      cell('findings', `${ids.length === 0 ? 'in no finding' : ids.join(' ')}${isOther ? ', between others' : ''}`),
    );
  };
  const show = (): void => {
    const height = window.innerWidth <= NARROW ? 80 : 31;
    const first = Math.max(0, Math.floor(port.scrollTop / height) - 4);
    const last = Math.min(rows.length, first + IN_SIGHT + 8);
    spacer.style.height = `${rows.length * height}px`;
    refill(spacer, ...Array.from({ length: last - first }, (_, i) => line(first + i)));
    spacer.style.paddingTop = `${first * height}px`;
  };
  const gather = (): void => {
    rows = rowsOf(prepared, store.selection);
    if (sort === 'amount')
      rows.sort((a, b) => transfers.currency[a]! - transfers.currency[b]! || minor[b]! - minor[a]! || a - b);
    if (isDown) rows.reverse();
    grid.setAttribute('aria-rowcount', String(rows.length + 1));
    const sums = sumOf(prepared, rows).map(money);
    refill(
      words,
      `${whole(rows.length)} of ${allTransfers(prepared)}${sums.length > 0 ? ` · ${sums.join(' · ')}` : ''}`,
    );
    port.scrollTop = 0;
    show();
  };
  const head = (name: string, text: string, by?: Sort): HTMLElement => {
    if (by === undefined) return h('span', { role: 'columnheader', class: `c-${name}` }, text);
    const press = (): void => {
      isDown = sort === by ? !isDown : false;
      sort = by;
      gather();
    };
    return h(
      'span',
      { role: 'columnheader', class: `c-${name}` },
      h('button', { type: 'button', class: 'sort', click: press }, `${text} ↕`),
    );
  };
  const grid = h(
    'div',
    {
      role: 'table',
      class: `evidence${hasHow ? '' : ' no-how'}${hasBetween ? '' : ' no-between'}`,
      'aria-label': 'Transfers of this lead',
      'aria-rowcount': prepared.count + 1,
    },
    h(
      'div',
      { role: 'rowgroup' },
      h(
        'div',
        { role: 'row', class: 'line head', 'aria-rowindex': 1 },
        head('time', timeMs === null ? 'Order' : 'When (UTC)', 'time'),
        head('from', 'From'),
        head('to', 'To'),
        head('amount', 'Amount', 'amount'),
        head('how', 'How'),
        head('between', 'Between'),
        head('file', 'File and line'),
        head('findings', 'Findings'),
      ),
    ),
    port,
  );
  port.addEventListener('scroll', show, { passive: true });
  store.onRest(gather);
  whenWide(port, show);
  window.addEventListener('beforeprint', () => {
    spacer.style.height = 'auto';
    spacer.style.paddingTop = '0';
    refill(spacer, ...Array.from({ length: Math.min(PRINTED, rows.length) }, (_, i) => line(i)));
  });
  window.addEventListener('afterprint', show);
  gather();
  const isCut = prepared.count < lead.whole.transfers;
  const cut = isCut ? ` The page holds ${allTransfers(prepared)}; ${transfersFile(lead.lead)} holds the rest.` : '';
  const day = isDay && timeMs !== null ? ' Times are days: order inside a day is not known.' : '';
  return panel(
    {
      id: 'evidence',
      title: 'Evidence, down to file and line',
      hint: `Follows the selection above; scroll inside for more rows. Payers and other accounts are not named here; the line tells those who hold the source file where to look.${day}${cut}`,
    },
    words,
    grid,
    h(
      'p',
      { class: 'hint print-only' },
      `The first ${PRINTED} rows; ${transfersFile(lead.lead)} in the folder of the case holds all of ${listed(lead.files)}.`,
    ),
  );
}
