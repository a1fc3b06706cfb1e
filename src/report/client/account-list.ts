import { capital, counted, listed, money, whole } from '../words/numbers.js';
import { dayWords } from '../words/times.js';
import { countryName } from './countries.js';
import { h, refill } from './dom.js';
import { type LeadPart } from './panels.js';
import { type PreparedLead, rowsOf, sumOf } from './prepare.js';
import { icon } from './roles.js';

/** More accounts than this are listed when asked for. */
const FIRST = 100;

/** The accounts of a lead, or the chosen one: its role, why, and what it received and paid in the selection. */
export function accountList({ prepared, store }: LeadPart): HTMLElement {
  const box = h('div', { class: 'account-list' });
  let most = FIRST;
  const choose = (account: number | null): void => {
    store.set({ account });
    store.settle();
    box.querySelector('button')?.focus({ preventScroll: true });
  };
  const drawAll = (): void => {
    const { order } = prepared;
    const rows = order.slice(0, most).map((account) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            click: () => {
              choose(account.index);
            },
          },
          icon(account.role),
          h('span', {}, account.name),
          h('span', { class: 'aside' }, account.country === null ? '' : countryName(account.country)),
        ),
      ),
    );
    const rest = order.length - rows.length;
    refill(
      box,
      h('h4', {}, headOf(prepared)),
      h(
        'ul',
        { tabindex: 0, 'aria-label': 'Accounts of this lead' },
        ...rows,
        rest > 0
          ? h(
              'li',
              {},
              h(
                'button',
                {
                  type: 'button',
                  click: () => {
                    most = order.length;
                    drawAll();
                  },
                },
                `Show ${whole(rest)} more`,
              ),
            )
          : null,
      ),
    );
  };
  const draw = (): void => {
    const { account } = store.selection;
    if (account === null) drawAll();
    else
      refill(
        box,
        h(
          'button',
          {
            type: 'button',
            class: 'link',
            click: () => {
              choose(null);
            },
          },
          '← all accounts',
        ),
        chosen(prepared, store.selection, account),
      );
  };
  store.onRest(draw);
  draw();
  return box;
}

function headOf({ order, lead: { whole: all } }: PreparedLead): string {
  if (order.length < all.accounts) return `The ${whole(order.length)} largest of ${whole(all.accounts)} accounts`;
  return order.length === 1 ? 'The account of this lead' : `The ${whole(order.length)} accounts of this lead`;
}

function chosen(prepared: PreparedLead, selection: LeadPart['store']['selection'], account: number): HTMLElement {
  const { role, runnerUp, country, ruleText, accounts, counterparties, first, last, score } =
    prepared.lead.operators[account]!;
  const { name } = prepared.accounts[account]!;
  const rows = rowsOf(prepared, { ...selection, account });
  const into = rows.filter((row) => prepared.lead.transfers.to[row] === account);
  const out = rows.filter((row) => prepared.lead.transfers.from[row] === account);
  const sum = (own: readonly number[]): number => own.reduce((total, row) => total + prepared.minor[row]!, 0);
  const most = Math.max(sum(into), sum(out), 1e-9);
  const bar = (own: readonly number[], title: string, kind: string): HTMLElement => {
    const fill = h('span', { class: `fill ${kind}` });
    fill.style.width = `${((sum(own) / most) * 100).toFixed(1)}%`;
    const words = listed(sumOf(prepared, own).map(money)) || 'no amount';
    return h(
      'div',
      { class: 'in-out' },
      h('span', {}, title),
      h('span', { class: 'track' }, fill),
      h('span', { class: 'exact' }, h('strong', {}, words), ` ${counted(own.length, 'transfer')}`),
    );
  };
  return h(
    'div',
    { class: 'chosen-account' },
    h('h4', {}, name),
    accounts.length > 1
      ? h(
          'p',
          { class: 'hint' },
          `with ${listed(accounts.slice(1).map((one) => `${one.institution} ${one.account}`.trim()))}`,
        )
      : null,
    h(
      'p',
      {},
      icon(prepared.accounts[account]!.role),
      capital(role.label),
      country === null ? null : h('span', { class: 'aside' }, ` · ${countryName(country)}`),
    ),
    bar(into, 'In', 'in'),
    bar(out, 'Out', 'moved'),
    h('h5', {}, 'Why it is listed'),
    h(
      'p',
      {},
      `${capital(ruleText)}. Evidence weight ${score.toFixed(2)}; ${counted(counterparties, 'counterparty', 'counterparties')}, ${dayWords(first)} to ${dayWords(last)}.`,
    ),
    h('h5', {}, 'Why this role'),
    h('ul', {}, ...role.reasons.map((reason) => h('li', {}, reason))),
    runnerUp === null
      ? null
      : h('p', { class: 'hint' }, `Could also be: ${runnerUp.label}. ${runnerUp.reasons.join(' ')}`),
  );
}
