import { countryName } from '../../foundation/index.js';
import { counted, listed, money } from '../words/numbers.js';
import { h, refill } from './dom.js';
import { corridorsOf, SMALLEST_CORRIDOR } from '../pictures/corridors.js';
import { type Arc, drawMap } from './map.js';
import { type LeadPart, lazyDetails, otherCurrencies, panel, table } from './panels.js';
import { othersWords } from '../pictures/flow-words.js';
import { type PreparedLead, rowsOf, splitOthers, sumOf } from '../pictures/prepare.js';

const ROOT_HEIGHT = 380;

/** Where the money of a lead goes, between countries; one sentence where the data name none. */
export function corridorPanel({ prepared, store }: LeadPart): HTMLElement {
  const { places, transfers, currencies } = prepared.lead;
  const known = transfers.countryFrom.some((from, i) => from >= 0 && transfers.countryTo[i]! >= 0);
  if (!known) {
    return panel(
      { id: 'map', title: 'Where the money goes' },
      h('p', {}, 'The data name no countries of transfers, so there are no corridors to draw.'),
    );
  }
  const stage = h('div', { class: 'stage' });
  const rest = h('div');
  const draw = (): void => {
    const currency = store.selection.currency ?? prepared.mainCurrency;
    const { own, others } = splitOthers(prepared, rowsOf(prepared, { ...store.selection, currency }));
    const corridors = corridorsOf(prepared, own);
    const left = othersWords(prepared, others);
    const arcs = corridors.map(({ from, to, rows, kind }): Arc => ({
      from: places[from]!,
      to: places[to]!,
      kind,
      value: rows.reduce((sum, row) => sum + prepared.minor[row]!, 0),
      hint: `${countryName(places[from]!)} to ${countryName(places[to]!)}: ${sumWords(prepared, rows)}`,
    }));
    const { picture, note } = drawMap(arcs, Math.max(280, stage.clientWidth || 560), ROOT_HEIGHT);
    refill(stage, picture ?? h('p', {}, 'No corridor with three transfers is in the selection.'));
    refill(
      rest,
      note === '' ? null : h('p', { class: 'hint' }, note),
      otherCurrencies(prepared, currency),
      left === '' ? null : h('p', { class: 'hint' }, left),
      lazyDetails('Corridors as a table', () =>
        table(
          ['From', 'To', 'What', 'Amount', 'Transfers'],
          corridors.map(({ from, to, rows, kind }) => [
            countryName(places[from]!),
            countryName(places[to]!),
            kind === 'in' ? 'paid in' : 'moved on',
            sumWords(prepared, rows),
            String(rows.length),
          ]),
        ),
      ),
    );
  };
  store.onRest(draw);
  return panel(
    {
      id: 'map',
      title: 'Where the money goes',
      hint: `Wide end: where money leaves. Narrow end: where it arrives. Circles: received in that country, in ${currencies[prepared.mainCurrency] ?? 'one currency'}. Corridors with fewer than ${SMALLEST_CORRIDOR} transfers are left out.`,
      onShow: draw,
    },
    h(
      'ul',
      { class: 'legend' },
      h('li', {}, h('span', { class: 'swatch in' }), 'paid in by payers'),
      h('li', {}, h('span', { class: 'swatch moved' }), 'moved on by the accounts'),
    ),
    stage,
    rest,
  );
}

function sumWords(prepared: PreparedLead, rows: readonly number[]): string {
  return `${listed(sumOf(prepared, rows).map(money))} in ${counted(rows.length, 'transfer')}`;
}
