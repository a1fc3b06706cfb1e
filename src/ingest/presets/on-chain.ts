import { type Mapping } from '../mapping.js';

/** Exports of block explorers hold transfers on a chain only. */
export const ON_CHAIN: Pick<Mapping, 'channel'> = {
  channel: { column: { constant: 'chain' }, values: { chain: 'crypto' } },
};

/** Tokens are told apart by contract: their symbols may be chosen by anybody, and are chosen to be mistaken. */
export const TOKENS_BY_CONTRACT: Pick<Mapping, 'tokens'> = {
  tokens: 'a token is its symbol with its contract, since anybody may choose a symbol',
};
