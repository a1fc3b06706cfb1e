import { type Channel, channelCode, CHANNELS } from '../../ledger/index.js';

/** What a channel is called in some books; 'unseen' = such payments are not in them. Channels left out keep their name. */
export type ChannelWords = Readonly<Partial<Record<Channel, Channel | 'unseen'>>>;

/** In the place of a channel's code: not in these books. */
export const UNSEEN = -1;

/** By channel code the code of its word, or {@link UNSEEN}. */
export function wordCodes(words: ChannelWords): Int8Array {
  return Int8Array.from(CHANNELS, (channel) => {
    const word = words[channel] ?? channel;
    return word === 'unseen' ? UNSEEN : channelCode(word);
  });
}
