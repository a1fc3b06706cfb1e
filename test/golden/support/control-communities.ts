import { type ControlBook } from './control-book.js';

/** People who put money together for each other. */
export function plantCommunities({ pay, days }: ControlBook): void {
  // A savings club of twelve: each week all pay in, and another member gets the pot.
  for (let round = 0; round < 12; round++) {
    const day = 10.5 + 7 * round;
    for (let member = 0; member < 12; member++) {
      pay(`club-member-${member}`, 'club', 100, day + member / 100, { channel: 'p2p' });
    }
    pay('club', `club-member-${round}`, 1200, day + 0.4, { channel: 'p2p' });
  }
  for (let day = 4.3; day < days; day += 30) {
    for (let member = 0; member < 12; member++) {
      pay(`employer-${member % 7}`, `club-member-${member}`, 1600 + 15 * member, day);
      pay(`club-member-${member}`, 'housing', 600, day + 1);
      pay(`club-member-${member}`, `grocer-${member % 4}`, 310, day + 6, { channel: 'card' });
    }
  }
  // A shelter: many small gifts, two grants, food, rent and four wages.
  for (let donor = 0; donor < 90; donor++) {
    pay(`donor-${donor}`, 'shelter', 10 + ((donor * 17) % 90), ((donor * 13) % days) + 0.6);
    pay(`donor-${donor}`, `grocer-${donor % 4}`, 45 + (donor % 40), ((donor * 29) % days) + 0.7, { channel: 'card' });
  }
  for (let day = 6.4; day < days; day += 30) {
    pay('foundation', 'shelter', 9000, day);
    pay('shelter', 'food-supplier', 2200, day + 3);
    pay('shelter', 'housing', 1500, day + 4);
    for (let worker = 0; worker < 4; worker++) pay('shelter', `shelter-worker-${worker}`, 1450, day + 20);
    for (let worker = 0; worker < 4; worker++) pay(`shelter-worker-${worker}`, `grocer-${worker}`, 420, day + 24);
  }
  // A funeral fund: one burst, one large gift, and nearly all to the undertaker and the hospital.
  for (let giver = 0; giver < 45; giver++) {
    pay(`mourner-${giver}`, 'funeral-fund', giver === 0 ? 900 : 20 + ((giver * 7) % 80), 40.4 + giver / 5, {
      channel: 'p2p',
    });
    pay(`employer-${giver % 7}`, `mourner-${giver}`, 1500 + 10 * giver, 5.3);
    pay(`mourner-${giver}`, `grocer-${giver % 4}`, 70 + giver, 14.6, { channel: 'card' });
  }
  pay('funeral-fund', 'undertaker', 2100, 52.5);
  pay('funeral-fund', 'hospital', 800, 53.5);
}
