import { type Channel } from '../../ledger/index.js';
import { personChannel } from '../regimes/person-channel.js';
import { type Stage } from '../stage.js';

/** How one operator pays another's account in this world: as persons do, but never in cash. */
export function operatorChannel(stage: Stage): Channel {
  for (let tries = 0; tries < 5; tries++) {
    const channel = personChannel(stage);
    if (channel !== 'cash') return channel;
  }
  return 'wire';
}
