import { type ReportData } from '../report-data.js';
import { closingWords } from '../words/sentences.js';
import { allData } from './all-data.js';
import { h, refill, s } from './dom.js';
import { findAccount } from './find-account.js';
import { type OpenLead, openLead } from './lead.js';
import { leadList } from './lead-list.js';
import { limits } from './limits.js';
import { hero } from './overview.js';
import { startScheme, switchScheme } from './scheme.js';
import { traceSection } from './trace.js';

start(JSON.parse(document.getElementById('report-data')?.textContent ?? '{}') as ReportData);

/** Builds the page, and opens the lead that the address names, or else the first. */
function start(data: ReportData): void {
  const place = h('div');
  let open: OpenLead | null = null;
  // Before the scheme draws pictures for paper: what is printed is the whole lead.
  window.addEventListener('beforeprint', () => {
    open?.store.clear();
    open?.store.settle();
  });
  startScheme();
  let shown = -1;
  const show = (position: number): void => {
    if (position === shown || data.leads[position] === undefined) return;
    shown = position;
    open = openLead(data, position);
    refill(place, open.element);
    document.querySelectorAll<HTMLElement>('[data-lead]').forEach((row) => {
      if (row.dataset['lead'] === data.leads[position]!.lead) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    });
  };
  const follow = (isFirst: boolean): void => {
    const [id, part] = decodeHash().split('/');
    const position = data.leads.findIndex(({ lead }) => lead === id);
    if (position < 0) {
      if (isFirst) show(0);
      return;
    }
    show(position);
    const target = document.getElementById(part ?? 'lead');
    target?.scrollIntoView();
    if (part === undefined && !isFirst) document.getElementById('lead-title')?.focus({ preventScroll: true });
  };
  const find = (position: number, account: number): void => {
    show(position);
    history.replaceState(null, '', `#${data.leads[position]!.lead}`);
    open?.store.set({ account });
    open?.store.settle();
    document.getElementById('network')?.scrollIntoView();
  };
  const hasLeads = data.leads.length > 0;
  const closing = closingWords(data.notice);
  document.body.append(
    h('a', { class: 'skip', href: '#overview' }, 'Skip to the content'),
    topBar(data, find),
    h(
      'main',
      {},
      hero(data),
      ...(hasLeads ? [leadList(data), place] : []),
      traceSection(data),
      allData(data),
      limits(data),
    ),
    h(
      'footer',
      {},
      h('p', {}, h('strong', {}, closing.strong), ` ${closing.text}`),
      h(
        'p',
        { class: 'hint' },
        `illicit-flows ${data.run.version}, seed ${data.run.options.seed}. Same files and settings give the same page. Nothing is sent or stored.`,
      ),
    ),
  );
  window.addEventListener('hashchange', () => {
    follow(false);
  });
  follow(true);
  document.documentElement.dataset['ready'] = 'true';
}

function topBar(data: ReportData, find: (lead: number, account: number) => void): HTMLElement {
  const links = [
    ['overview', 'Overview'],
    ...(data.leads.length > 0 ? [['leads', 'Leads']] : []),
    ['data', 'All data'],
    ...(data.trace === null ? [] : [['trace', 'Trace']]),
    ['limits', 'Limits'],
  ] as [string, string][];
  const logo = s(
    'svg',
    { viewBox: '0 0 26 16', class: 'logo', 'aria-hidden': 'true' },
    s('path', { d: 'M1,2C10,2 10,8 25,8M1,8H25M1,14C10,14 10,8 25,8' }),
  );
  return h(
    'header',
    { class: 'top' },
    h(
      'div',
      { class: 'top-in' },
      h('span', { class: 'brand' }, logo, 'illicit-flows'),
      h('nav', { 'aria-label': 'Page' }, ...links.map(([id, text]) => h('a', { href: `#${id}` }, text))),
      findAccount(data, find),
      h('button', { type: 'button', 'aria-label': 'Light or dark', click: switchScheme }, '◐'),
      h(
        'button',
        {
          type: 'button',
          class: 'wide-only',
          click: () => {
            window.print();
          },
        },
        'Print',
      ),
    ),
  );
}

function decodeHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
