/**
 * How money moved. Position in this list is the code in the ledger's `channel` column. `unknown` = the data does not
 * say; `other` = it says something that none of the names covers.
 */
export const CHANNELS = [
  'unknown',
  'cash',
  'wire',
  'p2p',
  'card',
  'crypto',
  'cheque',
  'value-transfer',
  'internal',
  'other',
] as const;
/** How money moved; `unknown` where the data do not say. */
export type Channel = (typeof CHANNELS)[number];

/** Code of a channel in the `channel` column. */
export function channelCode(channel: Channel): number {
  return CHANNELS.indexOf(channel);
}
