import { countryName } from '../../foundation/index.js';
import { capital, counted, listed, money } from '../words/numbers.js';
import { dayWords } from '../words/times.js';
import { h } from './dom.js';
import { type PreparedLead, rowsOf, sumOf } from '../pictures/prepare.js';
import { icon } from './roles.js';
import { type Selection } from '../pictures/selection.js';

/** The chosen account: its role, why, and what it received and paid in the selection. */
export function chosenAccount(prepared: PreparedLead, selection: Selection, account: number): HTMLElement {
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
