import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { createRandom, randomInteger, randomNormal, shuffle } from '../../src/foundation/index.js';

/** Where generated files live; git-ignored. */
const FOLDER = '.bench';
const HEADER =
  'Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,Payment Currency,' +
  'Payment Format,Is Laundering\n';
const CURRENCIES = ['US Dollar', 'Euro', 'Yuan', 'Rupee', 'Yen', 'UK Pound', 'Bitcoin'];
const FORMATS = ['Cheque', 'Credit Card', 'ACH', 'Cash', 'Reinvestment', 'Wire', 'Bitcoin'];
const BITCOIN = 6;
const SELF_TRANSFER_SHARE = 0.115;
const DAYS = 10;

/** Accounts that the published data has, roughly, at a number of transfers. */
export function accountCountFor(rows: number): number {
  return rows >= 5_000_000 ? 515_000 : Math.max(10, Math.round(rows / 5));
}

/**
 * Path of a generated file in the official AMLworld layout; written on first use, the same bytes for the same arguments.
 * Degrees follow a power law, 11.5 % of the transfers stay in their account, one in 50 changes currency.
 */
export function amlworldFile(rows: number, seed = 1): string {
  const path = `${FOLDER}/amlworld-${rows}-${seed}.csv`;
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  writeSync(file, HEADER);
  let pending: string[] = [];
  for (const line of amlworldLines(rows, seed)) {
    pending.push(line);
    if (pending.length < 20_000) continue;
    writeSync(file, pending.join(''));
    pending = [];
  }
  writeSync(file, pending.join(''));
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

function* amlworldLines(rows: number, seed: number): IterableIterator<string> {
  const random = createRandom(seed);
  const accounts = accountNames(accountCountFor(rows), random);
  const pick = (): string => accounts[Math.floor(accounts.length * random() ** 3)] as string;
  for (let row = 0; row < rows; row++) {
    const minute = Math.min(DAYS * 1440 - 1, Math.floor((row / rows) * DAYS * 1440 + random() * 30));
    const payer = pick();
    const beneficiary = random() < SELF_TRANSFER_SHARE ? payer : pick();
    const currency = Math.floor(CURRENCIES.length * random() ** 2);
    const paid = Math.exp(6 + 2.2 * randomNormal(random));
    const exchanged = random() < 0.02;
    const receivedCurrency = exchanged ? (currency + 1) % CURRENCIES.length : currency;
    const received = exchanged ? paid * (0.5 + random()) : paid;
    const format = FORMATS[randomInteger(random, FORMATS.length)] as string;
    const illicit = random() < 0.001 ? '1' : '0';
    yield (
      `${timeText(minute)},${payer},${beneficiary},${amountText(received, receivedCurrency)},${CURRENCIES[receivedCurrency] as string},` +
      `${amountText(paid, currency)},${CURRENCIES[currency] as string},${format},${illicit}\n`
    );
  }
}

/** `bank,account` of each account, most active first. Some banks differ by a leading zero only. */
function accountNames(count: number, random: () => number): string[] {
  const bankCount = Math.max(4, Math.round(count / 17));
  const names = Array.from({ length: count }, (_, i) => {
    const bank = Math.floor(bankCount * random() ** 2);
    const bankText = bank % 7 === 0 ? String(10 + bank) : `0${10 + bank}`;
    return `${bankText},8${(i * 37 + 0xebd3).toString(16).toUpperCase().padStart(7, '0')}0`;
  });
  return shuffle(names, random);
}

function amountText(amount: number, currency: number): string {
  return currency === BITCOIN ? (amount / 20_000 + 0.000001).toFixed(6) : (amount + 0.01).toFixed(2);
}

function timeText(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `2022/09/${two(1 + Math.floor(minute / 1440))} ${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}
