import { type RandomSource } from '../../foundation/index.js';
import { between, chance, pick, wholeBetween } from '../draws.js';
import { PAYMENT_MODES, type PaymentMode } from '../network-plan.js';
import { type Stress } from '../regimes/stress.js';
import { lean, logBetween } from './leaning.js';
import { drawTopology, type Topology } from './topologies.js';

/** How one network works, before anybody is cast. Shares are 0..1. */
export interface NetworkHabits {
  readonly topology: Topology;
  readonly mode: PaymentMode;
  /** Share of families who pay in another way than the usual one. */
  readonly mixed: number;
  readonly payers: number;
  /** Collectors who serve at the same time. */
  readonly collectors: number;
  /** Share of accounts exchanged for others on the way, and how many follow one another where they are. */
  readonly exchanged: number;
  readonly generations: number;
  /** Rows of accounts between collectors and coordinator. */
  readonly rowsBetween: number;
  /** Longest time an operator holds money, hours. */
  readonly holdHours: number;
  readonly marginKept: number;
  /** Whether an account is emptied at once, or every receipt goes on by itself. */
  readonly sweeps: boolean;
  /** Whether sums go on rounded, the rest staying. */
  readonly rounds: boolean;
  /** Most pieces in which a sum goes on. */
  readonly pieces: number;
  readonly cashShare: number;
  /** Share of the payments on an operator's account that are ordinary life. */
  readonly livedIn: number;
  /** Share of the network's transfers that the data lacks. */
  readonly hidden: number;
  /** Departures in groups; 0 = spread evenly. */
  readonly departures: number;
  /** Mean number of relatives who pay for one traveller. */
  readonly relatives: number;
  readonly discounted: number;
  /** Deposits stay below this many major units; infinite for most. */
  readonly depositCeiling: number;
  /** Share of families who meet further demands. */
  readonly pressed: number;
  /** Share of held fees that are given back. */
  readonly refunded: number;
  readonly coordinatorAbroad: boolean;
  readonly services: number;
  readonly usesLaunderer: boolean;
  /** Whether the coordinator hands value to somebody who evens it out in bulk. */
  readonly settles: boolean;
}

/** Sums that people stay below: limits of identification and reporting (domain reference, section 3). */
const CEILINGS = [1000, 3000, 10_000];

/** Draws the habits of one network; most difficulties grow with `hardness`. What `stress` fixes is taken from there. */
export function drawHabits(
  random: RandomSource,
  hardness: number,
  given: { readonly mostPayers: number; readonly used: readonly Topology[]; readonly stress: Stress },
): NetworkHabits {
  const { stress, used } = given;
  const topology = stressedTopology(drawTopology(random, hardness, used), stress);
  const payers = Math.round(logBetween(random, 8, Math.max(9, given.mostPayers)));
  const familiesEach = lean(random, hardness, [
    [8, 30],
    [3, 14],
  ]);
  const collectors = stress.collectors ?? Math.max(1, Math.min(15, Math.round(payers / familiesEach)));
  const swapped = chance(random, 0.15 + 0.5 * hardness);
  const quickest = Math.exp(Math.log(1) * (1 - hardness) + Math.log(0.2) * hardness);
  const slowest = Math.exp(Math.log(48) * (1 - hardness) + Math.log(504) * hardness);
  return {
    topology,
    mode: topology === 'escrow-desk' ? 'escrow' : pick(random, PAYMENT_MODES),
    mixed: pick(random, [0, 0.1, 0.3]),
    // A collector who serves nobody would not be one.
    payers: Math.max(payers, collectors),
    collectors,
    exchanged: stress.exchangedAccounts ?? (swapped ? between(random, 0.4, 1) : 0),
    generations: chance(random, 0.35) ? 3 : 2,
    // A handful of families does not feed many rows.
    rowsBetween: topology === 'layered' ? (stress.layers ?? wholeBetween(random, 2, payers < 25 ? 2 : 4)) - 1 : 0,
    holdHours: stress.holdHours ?? logBetween(random, quickest, slowest),
    marginKept: stress.marginKept ?? lean(random, hardness, [LITTLE_KEPT, MUCH_KEPT]),
    sweeps: chance(random, 0.6),
    rounds: chance(random, 0.4),
    pieces: wholeBetween(random, 1, 1 + Math.round(3 * hardness)),
    cashShare: lean(random, hardness, [
      [0, 0.2],
      [0, 0.6],
    ]),
    livedIn: stress.livedIn ?? lean(random, hardness, [PARTLY_LIVED_IN, MOSTLY_LIVED_IN]),
    hidden: between(random, 0, 0.3 * hardness),
    departures: chance(random, 0.6) ? wholeBetween(random, 3, 12) : 0,
    relatives: lean(random, hardness, [
      [1, 1.4],
      [1, 2.6],
    ]),
    discounted: pick(random, [0, 0.15, 0.4]),
    depositCeiling: chance(random, 0.15 + 0.35 * hardness) ? pick(random, CEILINGS) : Infinity,
    pressed: chance(random, 0.35) ? between(random, 0.02, 0.1) : 0,
    refunded: chance(random, 0.6) ? between(random, 0.02, 0.1) : 0,
    coordinatorAbroad: chance(random, 0.2 + 0.5 * hardness),
    services: Math.min(Math.ceil(payers / 6), wholeBetween(random, topology === 'flat' ? 2 : 0, 6)),
    usesLaunderer: topology === 'cells' || chance(random, 0.1 + 0.3 * hardness),
    settles: chance(random, 0.5),
  };
}

/** Published funnel accounts kept 3 to 6 per cent (domain reference, I01); up to a fifth is the stress axis. */
const LITTLE_KEPT = [0.01, 0.07] as const;
const MUCH_KEPT = [0, 0.2] as const;
const PARTLY_LIVED_IN = [0, 0.3] as const;
const MOSTLY_LIVED_IN = [0.2, 0.6] as const;

/** A number of layers asked for means collectors, rows of others and a coordinator. */
function stressedTopology(drawn: Topology, stress: Stress): Topology {
  if (stress.layers === undefined) return drawn;
  return stress.layers > 1 ? 'layered' : 'star';
}
