import { MACHINES } from '../support/control-set.js';
import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2022, 5, 6, 9);

const CITIES = ['Makassar', 'Surabaya', 'Kupang'] as const;

/**
 * F takes six cash deposits of 9,500, one a day, from six families in three states, and sends 9,000 of each abroad after 36
 * hours. S, of the same household, lives on one income, takes 12,000 out at three branches within five hours, and in a year
 * makes six transfers abroad, two of them to people whom F pays too.
 */
export function fatherAndSon(): Story {
  const { transfers, pay } = openBook('AUD', START);
  for (let i = 0; i < 6; i++) {
    pay(`C09-family-${i}`, 'C09-F', 9500, 30 + i, {
      channel: 'cash',
      ...between(`state-${i % 3}`, 'Darwin', 'AU'),
    });
    pay('C09-F', `C09-recipient-${i}`, 9000, 31.5 + i, {
      channel: 'wire',
      ...between('Darwin', CITIES[i % 3]!, 'AU', 'ID'),
    });
  }
  for (let month = 0; month < 4; month++) {
    const from = between('Darwin', 'Darwin', 'AU');
    pay('C09-income', 'C09-S', 10_000, 5 + 30 * month, { channel: 'wire', ...from });
  }
  ['Branch-0', 'Branch-1', 'Branch-2'].forEach((branch, i) => {
    pay('C09-S', MACHINES[i]!, 4000, 96 + i * 0.1, { channel: 'cash', ...between(branch, branch, 'AU') });
  });
  for (let i = 0; i < 6; i++) {
    const recipient = `C09-recipient-${i < 2 ? i : i + 6}`;
    pay('C09-S', recipient, 4000 + 1100 * i, 100 + 50 * i, {
      channel: 'wire',
      ...between('Darwin', CITIES[i % 3]!, 'AU', 'ID'),
    });
  }
  return { transfers, operators: ['C09-F', 'C09-S'], payers: [...named('C09-family', 6), 'C09-income'] };
}

/** A restaurant family banks its takings at two branches and pays the same two suppliers abroad. */
export function restaurant(): Story {
  const { transfers, pay } = openBook('AUD', START);
  const customers = named('C09-guest', 60);
  for (let day = 0; day < 120; day++) {
    const here = between('Darwin', 'Darwin', 'AU');
    for (let table = 0; table < 2; table++) {
      pay(customers[(7 * day + 31 * table) % 60]!, 'C09-restaurant', 80 + ((day * 7) % 60), day + 0.3, {
        channel: 'card',
        ...here,
      });
    }
    if (day % 3 === 0) {
      const branch = `Branch-${day % 2}`;
      pay('C09-till', 'C09-restaurant', 4000 + ((day * 1130) % 8000), day + 0.5, {
        channel: 'cash',
        ...between(branch, 'Darwin', 'AU'),
      });
    }
    if (day % 10 === 9) {
      pay('C09-restaurant', `C09-supplier-${day % 20 > 10 ? 1 : 0}`, 9000, day, {
        channel: 'wire',
        ...between('Darwin', CITIES[0], 'AU', 'ID'),
      });
    }
    if (day % 30 === 27) {
      for (const cook of named('C09-cook', 4)) pay('C09-restaurant', cook, 3800, day, { channel: 'wire', ...here });
      pay('C09-restaurant', 'C09-rent', 5200, day, { channel: 'wire', ...here });
    }
  }
  return { transfers, operators: [], payers: customers };
}

export const FATHER_AND_SON: GoldenCase = {
  id: 'C09',
  story: fatherAndSon(),
  twin: restaurant(),
  traffic: {
    regime: 'national-banks',
    seed: 8,
    ...{ country: 'AU', currency: 'AUD', drawnCountry: 'GB', drawnCurrency: 'GBP' },
    ...booksAround(START, 420),
  },
};
