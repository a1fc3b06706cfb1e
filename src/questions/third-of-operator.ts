import { type Passage } from './passages.js';
import { percent } from './plain-words.js';

/** Fewest transfers of an operator in a third that say anything of its position: fewer are no habit. A choice. */
export const LEAST_IN_THIRD = 3;

/** Where an operator's money of a third comes from, or goes to, for the greater part; `both`: alike; `nothing`: none was seen. */
export type Side = 'others' | 'operators' | 'both' | 'nothing';

/** What an operator did in one third of a lead's period. */
export interface ThirdOfOperator {
  readonly transfers: number;
  /** Of what it received: from protected payers, and from operators of the lead. Null where it received nothing, or too little is known. */
  readonly fromPayers: number | null;
  readonly fromOperators: number | null;
  /** Of what it paid: to operators of the lead, and to anybody else. */
  readonly toOperators: number | null;
  readonly out: number | null;
  /** Null with fewer than {@link LEAST_IN_THIRD} transfers. */
  readonly position: { readonly paidBy: Side; readonly pays: Side } | null;
}

/**
 * What an operator did in some transfers of one third: amounts of one currency, or with -1 the transfers themselves, counted.
 * O(transfers).
 */
export function measureThird(passages: readonly Passage[], operator: number, currency: number): ThirdOfOperator {
  const sum = (holds: (passage: Passage) => boolean): bigint =>
    passages.reduce((all, one) => (holds(one) ? all + (currency === -1 ? 1n : (one.units ?? 0n)) : all), 0n);
  const received = sum(({ to }) => to === operator);
  const fromOperators = sum(({ to, from }) => to === operator && from >= 0);
  const paid = sum(({ from }) => from === operator);
  const toOperators = sum(({ from, to }) => from === operator && to >= 0);
  const isKnown = passages.length >= LEAST_IN_THIRD;
  const share = (part: bigint, whole: bigint): number | null =>
    !isKnown || whole === 0n ? null : Number((part * 1_000_000n) / whole) / 1_000_000;
  return {
    transfers: passages.length,
    fromPayers: share(
      sum(({ to, from }) => to === operator && from === -1),
      received,
    ),
    fromOperators: share(fromOperators, received),
    toOperators: share(toOperators, paid),
    out: share(paid - toOperators, paid),
    position: isKnown ? { paidBy: sideOf(fromOperators, received), pays: sideOf(toOperators, paid) } : null,
  };
}

/** Which side the greater part came from or went to. */
function sideOf(operators: bigint, whole: bigint): Side {
  if (whole === 0n) return 'nothing';
  const others = whole - operators;
  return operators > others ? 'operators' : operators < others ? 'others' : 'both';
}

const PAID_BY: Readonly<Record<Side, string>> = {
  others: 'paid mostly by others',
  operators: 'paid mostly by operators',
  both: 'paid alike by operators and others',
  nothing: 'not paid',
};
const PAYS: Readonly<Record<Side, string>> = {
  others: 'pays mostly others',
  operators: 'pays mostly operators',
  both: 'pays operators and others alike',
  nothing: 'pays nobody',
};

/** A position in words. */
export function positionWords({ paidBy, pays }: { readonly paidBy: Side; readonly pays: Side }): string {
  return `${PAID_BY[paidBy]}, ${PAYS[pays]}`;
}

/** One third in words; `third` from 0. */
export function thirdWords({ position, fromPayers, out }: ThirdOfOperator, third: number): string {
  const when = `${['first', 'second', 'last'][third]!} third`;
  if (position === null) return `${when} too few transfers`;
  const shares = [
    ...(fromPayers === null ? [] : [`${percent(fromPayers)} of it from payers`]),
    ...(out === null ? [] : [`${percent(out)} out`]),
  ];
  return `${when} ${positionWords(position)}${shares.length === 0 ? '' : ` (${shares.join(', ')})`}`;
}
