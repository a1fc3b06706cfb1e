import { MACHINES } from '../support/control-set.js';
import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2023, 2, 1, 9);

const BRANCHES = ['Branch-0', 'Branch-1', 'Branch-2', 'Branch-3'] as const;

/**
 * 500 transfers of 136.00 from 32 families over 150 days; each goes on to the same holder's savings. Four times, a month
 * apart, two sums of 8,000 are taken out in cash at different branches, three days apart.
 */
export function pieces(): Story {
  const { transfers, pay } = openBook('USD', START);
  const holder = {
    payerHolder: 'C06-holder',
    payerHolderId: 'C06-holder',
    beneficiaryHolder: 'C06-holder',
    beneficiaryHolderId: 'C06-holder',
  };
  for (let i = 0; i < 500; i++) {
    const family = (i * 7) % 32;
    const from = between(`town-${family % 5}`, 'Columbus', 'US');
    pay(`C06-family-${family}`, 'C06-checking', 136, i * 0.3, {
      channel: 'p2p',
      ...from,
      beneficiaryHolder: 'C06-holder',
      beneficiaryHolderId: 'C06-holder',
    });
    const inside = { channel: 'internal', ...between('Columbus', 'Columbus', 'US'), ...holder } as const;
    pay('C06-checking', 'C06-savings', 136, i * 0.3 + 0.05, inside);
  }
  for (let pair = 0; pair < 4; pair++) {
    for (const half of [0, 1]) {
      const branch = BRANCHES[(2 * pair + half) % 4]!;
      pay('C06-savings', MACHINES[pair]!, 8000, 58.5 + 30 * pair + 3 * half, {
        channel: 'cash',
        ...between(branch, branch, 'US'),
        payerHolder: 'C06-holder',
        payerHolderId: 'C06-holder',
      });
    }
  }
  return { transfers, operators: ['C06-checking', 'C06-savings'], payers: named('C06-family', 32) };
}

/** Twelve members, twelve weekly rounds of 500 each; every round's 6,000 goes to another member, or never to anybody. */
export function savingsClub({ paysOut = true } = {}): Story {
  const { transfers, pay } = openBook('USD', START);
  for (let round = 0; round < 12; round++) {
    for (let member = 0; member < 12; member++) {
      const from = between(`town-${member % 5}`, 'Columbus', 'US');
      pay(`C06-member-${member}`, 'C06-club', 500, 7 * round + member / 50, { channel: 'p2p', ...from });
    }
    if (paysOut) {
      const to = between('Columbus', `town-${round % 5}`, 'US');
      pay('C06-club', `C06-member-${round}`, 6000, 7 * round + 0.4, { channel: 'p2p', ...to });
    }
  }
  return { transfers, operators: [], payers: named('C06-member', 12) };
}

export const PIECES: GoldenCase = {
  id: 'C06',
  story: pieces(),
  twin: savingsClub(),
  traffic: { regime: 'card-bank', seed: 1, country: 'US', currency: 'USD', ...booksAround(START, 240) },
};
