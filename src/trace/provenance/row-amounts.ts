import { type TemporalGraph } from '../../graph/index.js';
import { type Arithmetic } from '../holdings/arithmetic.js';

/** Amounts of the transfers of a graph in one arithmetic. Only for transfers that move money. */
export interface RowAmounts<Q> {
  readonly paid: (row: number) => Q;
  readonly received: (row: number) => Q;
  readonly changesCurrency: (row: number) => boolean;
}

/** Readers of paid and received amounts. */
export function rowAmounts<Q>({ ledger }: TemporalGraph, arithmetic: Arithmetic<Q>): RowAmounts<Q> {
  const { amountMinor, currency, receivedMinor, receivedCurrency } = ledger.columns;
  const { wideAmounts, wideReceived } = ledger;
  const paid =
    wideAmounts.size === 0
      ? (row: number): Q => arithmetic.of(amountMinor[row]!)
      : (row: number): Q => arithmetic.of(amountMinor[row]!, wideAmounts.get(row));
  return {
    paid,
    received: receivedMinor === undefined ? paid : (row) => arithmetic.of(receivedMinor[row]!, wideReceived.get(row)),
    changesCurrency: receivedCurrency === undefined ? () => false : (row) => receivedCurrency[row] !== currency[row],
  };
}
