import { type RandomSource } from '../../foundation/index.js';
import { weighted } from './leaning.js';

/**
 * Which way the money takes. `star`: collectors pay a coordinator. `layered`: through one to three rows of others.
 * `flat`: collectors pay for the journey themselves. `value-transfer-pair`: two who settle the difference, and serve
 * honest customers too. `collector-per-leg`: each part of the way has its own. `front-business`: a firm with real
 * customers. `escrow-desk`: one who holds and releases on arrival. `cells`: small groups that know only a launderer.
 * `counter-cash`: taken out at counters, no receiver in common. `crypto-off-ramp`: by way of an exchange.
 */
export const TOPOLOGIES = [
  'star',
  'layered',
  'flat',
  'value-transfer-pair',
  'collector-per-leg',
  'front-business',
  'escrow-desk',
  'cells',
  'counter-cash',
  'crypto-off-ramp',
] as const;
export type Topology = (typeof TOPOLOGIES)[number];

/** How often each occurs in plain and in hard worlds [choice]: those that hide the common receiver become commoner. */
const WEIGHTS: Readonly<Record<Topology, readonly [number, number]>> = {
  star: [5, 1],
  layered: [4, 3],
  flat: [1.5, 2],
  'value-transfer-pair': [1.5, 2],
  'collector-per-leg': [1.5, 2],
  'front-business': [0.7, 1.5],
  'escrow-desk': [2, 1.5],
  cells: [1, 2],
  'counter-cash': [0.5, 1],
  'crypto-off-ramp': [1, 1.5],
};

/** Draws a topology, with those that the world already has less often. */
export function drawTopology(random: RandomSource, hardness: number, used: readonly Topology[]): Topology {
  return weighted(
    random,
    TOPOLOGIES.map((topology) => {
      const [plain, hard] = WEIGHTS[topology];
      const seen = used.filter((other) => other === topology).length;
      return [topology, (plain + (hard - plain) * hardness) / (1 + 2 * seen)] as const;
    }),
  );
}
