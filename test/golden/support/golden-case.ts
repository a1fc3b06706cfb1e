import { type Story } from './story.js';
import { type Traffic } from './ordinary-traffic.js';

/** A published case with its innocent twin, and the traffic that both are hidden in, one after the other. */
export interface GoldenCase {
  readonly id: string;
  readonly story: Story;
  readonly twin: Story;
  readonly traffic: Traffic;
}
