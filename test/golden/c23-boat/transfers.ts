import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story, type StoryBook } from '../support/story.js';

const START = Date.UTC(2006, 5, 5, 9);

const SHORE: Details = { channel: 'wire', ...between('Mbour', 'Mbour', 'SN') };
const PAYERS = named('C23-family', 20);
const villageOf = (family: number): string => `village-${family < 7 ? 0 : family < 14 ? 1 : 2}`;

const MERCHANTS = ['C23-boatyard', 'C23-engines', 'C23-fuel', 'C23-food'] as const;

/** 20 families of three villages hand 500,000 each to n. The merchants of the coast have 35 customers besides. */
function pool(): StoryBook {
  const book = openBook('XOF', START);
  for (let fisher = 0; fisher < 35; fisher++) {
    MERCHANTS.forEach((merchant, i) => {
      book.pay(`C23-fisher-${fisher}`, merchant, 30_000 + 7000 * ((fisher + i) % 9), (fisher * 5 + 3 * i) % 90, SHORE);
    });
  }
  PAYERS.forEach((payer, family) => {
    book.pay(payer, 'C23-n', 500_000, family * 0.9, { ...SHORE, channel: 'cash', placeFrom: villageOf(family) });
  });
  return book;
}

/** The community's boat: 9,600,000 for boat, engine, fuel and food, and 400,000 back to those who paid. */
export function communityBoat(): Story {
  const { transfers, pay } = pool();
  pay('C23-n', 'C23-boatyard', 5_600_000, 20, SHORE);
  pay('C23-n', 'C23-engines', 2_400_000, 21, SHORE);
  pay('C23-n', 'C23-fuel', 900_000, 22, SHORE);
  pay('C23-n', 'C23-food', 700_000, 22.5, SHORE);
  for (const payer of PAYERS) pay('C23-n', payer, 20_000, 24, SHORE);
  return { transfers, operators: [], payers: PAYERS };
}

/** The same with somebody who takes 5,000,000 and keeps it; 4,500,000 go to merchants. */
export function withProfitTaker(): Story {
  const { transfers, pay } = pool();
  pay('C23-n', 'C23-z', 5_000_000, 19, SHORE);
  pay('C23-n', 'C23-boatyard', 2_800_000, 20, SHORE);
  pay('C23-n', 'C23-engines', 1_000_000, 21, SHORE);
  pay('C23-n', 'C23-fuel', 700_000, 22, SHORE);
  return { transfers, operators: ['C23-n', 'C23-z'], payers: PAYERS };
}

export const BOAT: GoldenCase = {
  id: 'C23',
  story: withProfitTaker(),
  twin: communityBoat(),
  traffic: {
    ...{ regime: 'rural-bank', seed: 2, country: 'SN', currency: 'XOF', unit: 600 },
    ...booksAround(START),
  },
};
