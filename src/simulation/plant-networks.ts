import { UsageError } from '../foundation/index.js';
import { plantClassicNetwork } from './classic-network.js';
import { broadNetworks } from './networks/index.js';
import { type PlantedNetwork, type PlantNetwork } from './planted.js';
import { type Stage } from './stage.js';
import { type Books } from './view/books.js';

/** Fewest of the families' payments that the books must show for a network to count as planted [choice]. */
export const FEWEST_SEEN_PAYMENTS = 10;

/** How often a network that is hardly seen is planned again. */
const TRIES = 12;

/**
 * Plants a number of networks. In `all-columns` each as it comes; elsewhere one of which the books show too few payments
 * is taken back and planned again, and left out after {@link TRIES} attempts.
 *
 * @throws UsageError `world-too-small` if too few people are left to cast
 */
export function plantNetworks(stage: Stage, count: number, books: Books | undefined): PlantedNetwork[] {
  const planted: PlantedNetwork[] = [];
  const plant = isClassic(stage) ? plantClassicNetwork : broadNetworks();
  for (let position = 0; position < count; position++) {
    const network = stage.regime.stories === 'classic' ? plant(stage, position) : plantSeen(stage, position, plant);
    if (network === undefined) {
      if (stage.regime.stories !== 'classic') continue;
      throw new UsageError(
        'world-too-small',
        `Expected people for ${count} networks but only ${position} could be cast`,
      );
    }
    planted.push(withAddresses(network, books));
  }
  return planted;
}

/** The networks of version 0.1.0 know neither disguise nor stress. */
function isClassic({ regime, disguise, stress }: Stage): boolean {
  const fixed = Object.values(stress).some((value) => value !== undefined);
  return regime.stories === 'classic' && disguise === 0 && !fixed;
}

function plantSeen(stage: Stage, position: number, plant: PlantNetwork): PlantedNetwork | undefined {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const people = stage.people.mark();
    const { length } = stage.sheet;
    const network = plant(stage, position + attempt);
    if (network !== undefined && seenPayments(stage, network) >= FEWEST_SEEN_PAYMENTS) return network;
    stage.sheet.rewind(length);
    stage.people.restore(people);
  }
  return undefined;
}

/** Visible payments to operators that come from families, or from the counters where families hand in cash. */
function seenPayments({ sheet, book }: Stage, { members, payers, rows }: PlantedNetwork): number {
  const operators = new Set(members.filter(({ role }) => role !== 'journey-service').map(({ account }) => account));
  const families = new Set(payers);
  return rows.filter((row) => {
    const payer = sheet.payer.array[row]!;
    const paid = families.has(payer) || book.kindOf(payer) === 'desk';
    return paid && sheet.isSeen(row) && operators.has(sheet.beneficiary.array[row]!);
  }).length;
}

/** Addresses that exchanges gave its members are theirs too: right if named, not needed to find the network. */
function withAddresses(network: PlantedNetwork, books: Books | undefined): PlantedNetwork {
  const addresses = network.members.flatMap(({ account }) => books?.addresses?.of(account) ?? []);
  const services = addresses.map((account) => ({ account, role: 'journey-service' }) as const);
  return { ...network, members: [...network.members, ...services] };
}
