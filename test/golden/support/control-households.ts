import { type ControlBook } from './control-book.js';

/** Everything that people of the control set do for themselves. */
export function plantHouseholds(book: ControlBook): void {
  for (let i = 0; i < 60; i++) plantRemittingFamily(book, i);
  for (let i = 0; i < 15; i++) plantStudent(book, i);
  for (let i = 0; i < 30; i++) plantSaver(book, i);
}

/** A wage, rent, groceries, cash, and a remittance to one relative abroad every month. */
function plantRemittingFamily({ pay, days }: ControlBook, i: number): void {
  const home = `family-${i}`;
  for (let day = (i % 28) + 0.35; day < days; day += 30) {
    pay(`employer-${i % 7}`, home, 1700 + 20 * (i % 11), day);
    pay(home, 'housing', 640, day + 2);
    pay(home, `relative-${i}`, 220 + 10 * (i % 8), day + 3.1, { channel: 'value-transfer', countryTo: 'LK' });
    for (let week = 0; week < 4; week += 2) {
      pay(home, `grocer-${(i + week) % 4}`, 55 + ((7 * i + 11 * week) % 60), day + 4 + 6 * week, { channel: 'card' });
    }
    pay(home, `machine-${i % 4}`, 60 + 20 * (i % 5), day + 8, { channel: 'cash' });
    pay(`relative-${i}`, `village-shop-${i % 6}`, 170, day + 6, {
      channel: 'cash',
      countryFrom: 'LK',
      countryTo: 'LK',
    });
  }
}

/** Two relatives send money, tuition goes out twice, the rest is spent nearby. */
function plantStudent({ pay, days }: ControlBook, i: number): void {
  const student = `student-${i}`;
  for (let day = i + 0.4; day < days; day += 30) {
    pay(`parent-${i}`, student, 520, day);
    pay(`grandparent-${i}`, student, 130, day + 1);
    pay(student, 'housing', 330, day + 2);
    for (let week = 0; week < 4; week++) {
      pay(student, `grocer-${(i + week) % 4}`, 28 + ((5 * i + week) % 30), day + 3 + 6 * week, { channel: 'card' });
    }
    pay(student, `machine-${i % 4}`, 40, day + 9, { channel: 'cash' });
  }
  for (const day of [25 + i, 115 + i]) {
    pay(`parent-${i}`, student, 900, day - 3);
    pay(student, 'university', 880, day);
  }
}

/** Wages come in, a part of them goes to savings, a part to an exchange. */
function plantSaver({ pay, days }: ControlBook, i: number): void {
  const saver = `saver-${i}`;
  for (let day = (i % 5) + 0.3; day < days; day += 30) {
    pay(`employer-${i % 7}`, saver, 2400 + 30 * i, day);
    pay(saver, `savings-of-${i}`, 400, day + 1, { channel: 'internal' });
    if (i % 2 === 0) pay(saver, 'exchange', 250, day + 2, { channel: 'crypto' });
    pay(saver, 'housing', 900, day + 2);
    pay(saver, `machine-${i % 4}`, 150, day + 5, { channel: 'cash' });
    pay(saver, `grocer-${i % 4}`, 260, day + 9, { channel: 'card' });
  }
}
