import { MONEY_NOTE, moneyCell, type MoneyRow, moneyTable } from '../money-table.js';
import { counted } from '../words/numbers.js';
import { type Child, h } from './dom.js';
import { type LeadPart, panel, printedDetails, table } from './panels.js';

/** Currencies side by side. */
const ABREAST = 3;

/** How the sums of a lead fit together; nothing where the data have no amounts. */
export function moneyPanel({ data, prepared: { lead } }: LeadPart): Child {
  const { currencies, rows } = moneyTable(lead);
  if (currencies.length === 0) return null;
  const part = (from: number, to?: number): HTMLElement =>
    table(
      ['What', ...currencies.slice(from, to).map((code) => `Amount, ${code}`)],
      rows.map((row) => [title(row), ...row.amounts.slice(from, to).map((one) => inKind(row, moneyCell(one)))]),
    );
  const rest = currencies.length - ABREAST;
  return panel(
    { id: 'money', title: 'How the sums fit together' },
    part(0, ABREAST),
    rest > 0 ? printedDetails(counted(rest, 'further currency', 'further currencies'), part(ABREAST)) : null,
    h(
      'p',
      { class: 'hint' },
      data.redaction === undefined ? MONEY_NOTE : `Rounded, so lines may miss their sums. ${MONEY_NOTE}`,
    ),
  );
}

function title(row: MoneyRow): Child {
  return row.kind === 'part' ? h('span', { class: 'aside' }, `– ${row.title}`) : inKind(row, row.title);
}

function inKind({ kind }: MoneyRow, text: string): Child {
  return kind === 'sum' ? h('strong', {}, text) : text;
}
