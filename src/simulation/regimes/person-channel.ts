import { type Channel } from '../../ledger/index.js';
import { type Stage } from '../stage.js';

/** How one private person hands money to another in this world, drawn by its weights. */
export function personChannel(stage: Stage): Channel {
  const entries = Object.entries(stage.regime.personChannels) as [Channel, number][];
  let left = stage.random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [channel, weight] of entries) {
    left -= weight;
    if (left < 0) return channel;
  }
  return entries[0]![0];
}
