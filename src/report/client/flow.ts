import { capital, counted, shortMoney } from '../words/numbers.js';
import { h, refill } from './dom.js';
import { drawFlow } from './flow-draw.js';
import { type Journey, journeyOf } from '../pictures/flow-graph.js';
import { type FlowBy } from '../pictures/flow-nodes.js';
import { exactSum, othersWords, remainder } from '../pictures/flow-words.js';
import { type PreparedLead, rowsOf, splitOthers } from '../pictures/prepare.js';
import { type Kind } from '../pictures/shapes.js';
import { legend } from './roles.js';
import { saveButtons } from './save-picture.js';
import { currencyChoice, type LeadPart, lazyDetails, otherCurrencies, panel, table } from './panels.js';

/** Above this many accounts the picture starts by role. */
const BY_ACCOUNT_UP_TO = 60;
const NARROW = 640;

/** The money across the journey: who paid in, who collected, who passed on, where it was paid out. */
export function flowPart({ prepared, store }: LeadPart): HTMLElement {
  let by: FlowBy = prepared.accounts.length > BY_ACCOUNT_UP_TO ? 'roles' : 'accounts';
  const stage = h('div', { class: 'stage' });
  const words = h('div', { class: 'hint' });
  const rest = h('div');
  const draw = (): void => {
    const { selection } = store;
    const currency = selection.currency ?? prepared.mainCurrency;
    const { own: rows, others } = splitOthers(prepared, rowsOf(prepared, { ...selection, currency }));
    const width = Math.max(280, stage.clientWidth || 1190);
    const isUpright = width < NARROW;
    const journey = journeyOf(prepared, rows, isUpright ? 'roles' : by);
    if (rows.length === 0) {
      refill(stage, h('p', {}, 'No transfer with an amount is in the selection.'));
      refill(words, othersWords(prepared, others));
      return;
    }
    const exact = (own: readonly number[]): string =>
      `${exactSum(prepared, own)} in ${counted(own.length, 'transfer')}`;
    const code = prepared.lead.currencies[currency] ?? '';
    const short = (minor: number): string => shortMoney(code, minor / 10 ** (prepared.digits[currency] ?? 0));
    const onChoose = (account: number): void => {
      store.set({ account: selection.account === account ? null : account });
    };
    refill(stage, drawFlow({ journey, width, isUpright, exact, short, onChoose }));
    const told = [remainder(prepared, journey), othersWords(prepared, others)].join(' ').trim();
    refill(words, told, otherCurrencies(prepared, currency));
    refill(
      rest,
      lazyDetails('The same as a table', () => flowTable(prepared, journey)),
    );
  };
  const choice = (name: FlowBy): HTMLButtonElement =>
    h(
      'button',
      {
        type: 'button',
        'aria-pressed': String(by === name),
        click: () => {
          by = name;
          press();
          draw();
        },
      },
      capital(name),
    );
  const buttons = [choice('accounts'), choice('roles')];
  const press = (): void => {
    buttons.forEach((button, i) => {
      button.setAttribute('aria-pressed', String((i === 0) === (by === 'accounts')));
    });
  };
  store.onRest(draw);
  const kinds: Kind[] = ['payers', ...new Set(prepared.order.map(({ role }) => role)), 'others'];
  return panel(
    {
      id: 'flow',
      title: 'The money across the journey',
      hint: 'Width is the amount, in one currency. A bow on the right of a column is money that runs between its accounts. Payers are counted once in each country they paid from. All transfers of the evidence that pass its accounts are drawn: more than the exceptional payments alone.',
      tools: [
        currencyChoice(prepared, store),
        h('div', { class: 'pair wide-only', role: 'group', 'aria-label': 'Show by' }, ...buttons),
        saveButtons(() => stage.querySelector('svg'), `${prepared.lead.lead}-flow`),
      ],
      onShow: draw,
    },
    legend(kinds),
    stage,
    words,
    rest,
  );
}

const MOST_LINES = 200;

function flowTable(prepared: PreparedLead, { nodes, links }: Journey): HTMLElement {
  const sorted = [...links].sort((a, b) => b.value - a.value).slice(0, MOST_LINES);
  return table(
    ['From', 'To', 'Amount', 'Transfers'],
    sorted.map(({ from, to, rows }) => [
      nodes[from]!.title,
      nodes[to]!.title,
      exactSum(prepared, rows),
      String(rows.length),
    ]),
    links.length > MOST_LINES ? `The ${MOST_LINES} largest of ${links.length}.` : undefined,
  );
}
