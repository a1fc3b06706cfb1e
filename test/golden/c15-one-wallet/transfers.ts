import { MACHINES } from '../support/control-set.js';
import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story, type StoryBook } from '../support/story.js';

const START = Date.UTC(2021, 6, 5, 9);

const ROUTE = ['IQ', 'TR', 'BY', 'PL', 'DE'] as const;
const SHUFFLED = ['PL', 'IQ', 'DE', 'TR', 'BY'] as const;

/** 3,000 to 15,000, all divisible by three. */
const feeOf = (family: number): number => 3000 + 3 * ((family * 677) % 4000);

/**
 * 60 families in half a year pay six collectors, each ten families from four places who start within twenty days; forty of
 * them in three equal parts along the route. Collectors send 55 % on to one wallet within three days, take out a third in
 * cash and keep the rest.
 */
export function oneWallet({ route = ROUTE }: { readonly route?: readonly string[] } = {}): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let family = 0; family < 60; family++) {
    const collector = Math.floor(family / 10);
    const place = family % 4;
    const start = 28 * collector + 1.9 * (family % 10);
    const parts = family % 6 < 2 ? 1 : 3;
    for (let part = 0; part < parts; part++) {
      const country = parts === 1 ? 'DE' : route[(family % 3) + part]!;
      const day = start + part * (7 + (family % 8));
      takeIn(
        { pay, payer: `C15-family-${family}`, collector: `C15-collector-${collector}`, day },
        feeOf(family) / parts,
        {
          channel: 'cash',
          ...between(`town-${place}`, 'Berlin', country, 'DE'),
        },
      );
    }
  }
  return { transfers, operators: [...named('C15-collector', 6), 'C15-wallet'], payers: named('C15-family', 60) };
}

/** The same with the order of the places broken. */
export function brokenOrder(): Story {
  return oneWallet({ route: SHUFFLED });
}

interface Visit {
  readonly pay: StoryBook['pay'];
  readonly payer: string;
  readonly collector: string;
  readonly day: number;
}

function takeIn({ pay, payer, collector, day }: Visit, amount: number, from: Details): void {
  const here = between('Berlin', 'Berlin', 'DE');
  pay(payer, collector, amount, day, from);
  pay(collector, 'C15-wallet', Math.floor(0.55 * amount), day + 1.8, { channel: 'crypto', ...here });
  pay(collector, MACHINES[Number(collector.at(-1)) % 4]!, Math.floor(amount / 3), day + 2, {
    channel: 'cash',
    ...here,
  });
}

/** 60 people buy crypto with their wages, each into a wallet of their own. */
export function salariedSavers(): Story {
  const { transfers, pay } = openBook('EUR', START, between('Berlin', 'Berlin', 'DE'));
  for (let saver = 0; saver < 60; saver++) {
    for (let month = 0; month < 6; month++) {
      const day = 30 * month + (saver % 5);
      pay(`C15-employer-${saver % 6}`, `C15-saver-${saver}`, 2500 + 20 * saver, day, { channel: 'wire' });
      pay(`C15-saver-${saver}`, `C15-wallet-of-${saver}`, 1400 + 10 * saver, day + 1, { channel: 'crypto' });
    }
  }
  return { transfers, operators: [], payers: [] };
}

export const ONE_WALLET: GoldenCase = {
  id: 'C15',
  story: oneWallet(),
  twin: salariedSavers(),
  traffic: { regime: 'national-banks', seed: 9, country: 'DE', currency: 'EUR', ...booksAround(START, 270) },
};
