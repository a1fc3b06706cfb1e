import { counted, listed, money } from '../words/numbers.js';
import { COLUMN_TITLES } from './flow-columns.js';
import { type Journey } from './flow-graph.js';
import { type PreparedLead, sumOf } from './prepare.js';

/** The exact sums of some transfers in words. */
export function exactSum(prepared: PreparedLead, rows: readonly number[]): string {
  return listed(sumOf(prepared, rows).map(money)) || 'no amount';
}

/** What is said of transfers between others, which are in no picture; empty where there are none. */
export function othersWords(prepared: PreparedLead, others: readonly number[]): string {
  return others.length === 0
    ? ''
    : `Not drawn: ${exactSum(prepared, others)} in ${counted(others.length, 'transfer')} between others, which are evidence of findings and pass no account of the lead.`;
}

/** What the picture cannot show by ribbons from left to right, and what is not seen leaving. */
export function remainder(prepared: PreparedLead, { nodes, links }: Journey): string {
  const rowsWhere = (holds: (from: number, to: number) => boolean): number[] =>
    links.filter(({ from, to }) => holds(nodes[from]!.column, nodes[to]!.column)).flatMap(({ rows }) => rows);
  const inside = rowsWhere((a, b) => a === b);
  const back = rowsWhere((a, b) => a > b);
  const into = sumOf(
    prepared,
    rowsWhere((a) => a === 0),
  )[0];
  const out = sumOf(
    prepared,
    rowsWhere((_, b) => b === COLUMN_TITLES.length - 1),
  )[0];
  const left = into === undefined ? 0 : Number(into.amount) - Number(out?.amount ?? 0);
  const texts = [
    inside.length > 0 ? `${exactSum(prepared, inside)} runs between accounts of one column` : '',
    back.length > 0 ? `${exactSum(prepared, back)} runs backward, below the picture` : '',
    left > 0
      ? `${money({ currency: into!.currency, amount: left.toFixed(2) })} is not seen leaving in these transfers`
      : '',
  ].filter((text) => text !== '');
  return texts.length === 0 ? '' : `${texts.join('; ')}.`;
}
