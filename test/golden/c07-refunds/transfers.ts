import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2023, 5, 5, 12);

const CLIENTS = 48;

/** Odd sums, none twice. */
const fare = (client: number): number => 4137.5 + 153.75 * (client % 8) + 11.25 * client;

const agentOf = (client: number): string => (client < 8 ? 'C07-G' : `C07-agent-${client % 5}`);

/** Clients with a fee to their agent and a fare to the airline; `refund` says what comes back to whom, and when. */
function flights(refund: (client: number) => { share: number; to: string; after: number } | undefined): Story {
  const { transfers, pay } = openBook('USD', START);
  const wire: Details = { channel: 'wire', ...between('Dubai', 'Managua', 'AE', 'NI') };
  const payers: string[] = [];
  for (let client = 0; client < CLIENTS; client++) {
    const payer = `C07-client-${client}`;
    payers.push(payer);
    const day = client * 0.9;
    pay(payer, agentOf(client), 150, day, wire);
    pay(payer, 'C07-airline', fare(client), day + 1, wire);
    const back = refund(client);
    if (back === undefined) continue;
    const holder =
      back.to === 'C07-G-other' ? { beneficiaryHolder: 'C07-G-holder', beneficiaryHolderId: 'C07-G-holder' } : {};
    pay('C07-airline', back.to, back.share * fare(client), day + back.after, { ...wire, ...holder });
  }
  for (let week = 1; week < 10; week++) {
    pay('C07-airline', 'C07-fuel', 9000, 7 * week, wire);
    pay('C07-airline', 'C07-airport', 2500, 7 * week + 1, wire);
  }
  return { transfers, operators: ['C07-G', 'C07-G-other'], payers };
}

/** Six of the agent's eight clients: 80 % goes to another account of the agent. Two of the other forty get all of it back. */
export function refunds(): Story {
  const story = flights((client) => {
    if (client < 6) return { share: 0.8, to: 'C07-G-other', after: 20 + 6 * client };
    return client === 20 || client === 33 ? { share: 1, to: `C07-client-${client}`, after: 9 } : undefined;
  });
  const transfers = story.transfers.map((one) =>
    one.beneficiary === 'C07-G'
      ? { ...one, beneficiaryHolder: 'C07-G-holder', beneficiaryHolderId: 'C07-G-holder' }
      : one,
  );
  return { ...story, transfers };
}

/** One flight is cancelled: everybody gets everything back within five days. */
export function cancelledFlight(): Story {
  return { ...flights((client) => ({ share: 1, to: `C07-client-${client}`, after: 4 })), operators: [] };
}

export const REFUNDS: GoldenCase = {
  id: 'C07',
  story: refunds(),
  twin: cancelledFlight(),
  traffic: { regime: 'national-banks', seed: 6, country: 'US', currency: 'USD', ...booksAround(START, 160) },
};
