/**
 * Integer kinds that must not be mixed up: a row is not an account. A plain number may become either, but one
 * kind never passes for the other across a function boundary.
 */
export type Flavor<Kind extends string> = number & { readonly __kind?: Kind };

/** Position of a transfer in the ledger's canonical order, 0 .. rowCount - 1. */
export type Row = Flavor<'row'>;

/** Position of an account in the account directory, which is in code-unit order of (institution, account). */
export type Account = Flavor<'account'>;
