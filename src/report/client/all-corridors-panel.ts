import { countryName } from '../../foundation/index.js';
import { type ReportData } from '../report-data.js';
import { counted, listed, money } from '../words/numbers.js';
import { h, refill } from './dom.js';
import { type Arc, drawMap } from './map.js';
import { lazyDetails, panel, table } from './panels.js';

const MOST_ARCS = 60;

/** Corridors between countries of everything that was read. */
export function allCorridorsPanel({ data: { corridors } }: ReportData, currency: string | null): HTMLElement {
  const stage = h('div', { class: 'stage' });
  const note = h('p', { class: 'hint' });
  const sorted = corridors
    .map((corridor) => ({
      ...corridor,
      value: Number(corridor.sums.find((sum) => sum.currency === currency)?.amount ?? 0),
    }))
    .sort((a, b) => b.value - a.value || b.transfers - a.transfers);
  const words = (one: (typeof sorted)[number]): string => listed(one.sums.map(money)) || 'no amount';
  const draw = (): void => {
    const arcs = sorted.slice(0, MOST_ARCS).map((one): Arc => ({
      from: one.from,
      to: one.to,
      kind: 'in',
      value: one.value,
      hint: `${countryName(one.from)} to ${countryName(one.to)}: ${words(one)} in ${counted(one.transfers, 'transfer')}`,
    }));
    const width = Math.max(280, stage.clientWidth || 1190);
    const { picture: map, note: missing } = drawMap(arcs, width, width < 640 ? 320 : 440);
    refill(stage, map ?? h('p', {}, 'No place in the data is a country that could be drawn.'));
    refill(note, missing);
  };
  return panel(
    {
      title: 'Corridors between countries',
      hint: `Wide end: where money leaves. Narrow end: where it arrives. Circles: received in that country. The ${MOST_ARCS} largest, with 3 transfers or more.`,
      onShow: draw,
    },
    stage,
    note,
    lazyDetails('Corridors as a table', () =>
      table(
        ['From', 'To', 'Amount', 'Transfers'],
        sorted.map((one) => [countryName(one.from), countryName(one.to), words(one), String(one.transfers)]),
      ),
    ),
  );
}
