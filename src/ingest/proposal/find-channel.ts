import { type Channel, CHANNELS } from '../../ledger/index.js';
import { type ChannelColumn } from '../mapping.js';
import { type ColumnChoice } from './column-choice.js';

/** A column with more different words is no column of channels. */
const MAX_WORDS = 20;
const ADVICE = `Say in channel.values which of ${CHANNELS.join(', ')} each is: indicators of cash see no other`;

/** Words that hold the name of a channel are taken for it; every word that does not is named. */
export function findChannel(choice: ColumnChoice): ChannelColumn | undefined {
  const [column] = choice
    .about(['channel'], ['account', 'aside', 'currency'])
    .filter(({ looksLikeTimes }) => !looksLikeTimes);
  if (column === undefined) return undefined;
  const words = [...column.distinct].sort();
  const ref = choice.take(column)!;
  if (words.length > MAX_WORDS) {
    choice.doubts.push(`the channel column holds ${words.length} different words: is it one?`);
    return { column: ref, values: {} };
  }
  const known = words.flatMap((word): [string, Channel][] => {
    const parts = word.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
    const channel = CHANNELS.find((name) => parts.includes(name));
    return channel === undefined ? [] : [[word, channel]];
  });
  const open = words.filter((word) => !known.some(([one]) => one === word)).map((word) => word.slice(0, 40));
  choice.doubts.push(...known.map(([word, channel]) => `"${word.slice(0, 40)}" is taken for the channel ${channel}`));
  if (open.length > 0) choice.doubts.push(`channels not translated: ${open.join(', ')}. ${ADVICE}`);
  return { column: ref, values: Object.fromEntries(known) };
}
