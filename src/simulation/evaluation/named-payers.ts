import { type AccountName } from '../account-book.js';

/** A piece of output, and which. */
export interface EmittedText {
  /** A file of the case, or a kind of output such as `trace forward`. */
  readonly where: string;
  readonly text: string;
}

/** Payers that one output names. */
export interface NamedPayers {
  readonly where: string;
  readonly payers: number;
}

/**
 * Looks for the account numbers of payers among the tokens (runs of letters, digits, `_` and `-`) of texts: those found, by
 * output, in the order in which the outputs come. A text must not end inside a number. Linear in the texts.
 */
export function findPayers(payers: readonly AccountName[], texts: Iterable<EmittedText>): Map<string, Set<string>> {
  const numbers = new Set(payers.map((payer) => payer.account));
  const found = new Map<string, Set<string>>();
  for (const { where, text } of texts) {
    const here = found.get(where) ?? new Set<string>();
    found.set(where, here);
    for (const [token] of text.matchAll(/[\p{L}\p{N}_-]+/gu)) if (numbers.has(token)) here.add(token);
  }
  return found;
}

/** How many payers have one of these numbers. */
export function countPayers(payers: readonly AccountName[], numbers: Iterable<ReadonlySet<string>>): number {
  const all = new Set([...numbers].flatMap((some) => [...some]));
  return payers.filter(({ account }) => all.has(account)).length;
}
