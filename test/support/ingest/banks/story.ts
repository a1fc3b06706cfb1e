import { createHash } from 'node:crypto';

/** A transfer that a file tells of, known because the file was made from it. */
export interface ToldTransfer {
  readonly payer: string;
  readonly beneficiary: string;
  /** In hundredths. */
  readonly cents: number;
  readonly currency: string;
  /** UTC, as ISO 8601. */
  readonly time: string;
}

/** A made file and what it tells of. */
export interface BankFixture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly told: readonly ToldTransfer[];
}

/** One side of an invented account. */
export interface Invented {
  readonly account: string;
  readonly name: string;
  readonly bic: string;
}

/** A movement on an account: seen from it, money that leaves or arrives. */
export interface Move {
  readonly other: Invented;
  readonly leaves: boolean;
  readonly cents: number;
  readonly balance: number;
  readonly day: Date;
  readonly number: number;
}

const FIRST =
  'Ada Bela Cem Dora Emil Fatma Goran Hana Ivo Jana Karim Lena Milan Nora Omar Petra Rosa Samir Tea Vera'.split(' ');
const LAST =
  'Abel Brandt Costa Demir Eliou Farah Greco Horvat Ivanov Jansen Kowal Lopes Moreau Nowak Okoye Petrov Rossi'.split(
    ' ',
  );

/** Whole numbers below a bound that repeat for a seed. */
export function numbers(seed: number): (bound: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** An invented account: letters of a country and digits enough, with no valid check sum. */
export function invent(next: (bound: number) => number, country: string): Invented {
  const digits = Array.from({ length: 18 }, () => String(next(10))).join('');
  return {
    account: country === '' ? `4${digits.slice(0, 11)}` : `${country}00${digits}`,
    name: `${FIRST[next(FIRST.length)]!} ${LAST[next(LAST.length)]!}`,
    bic: `${['BANK', 'KRED', 'CAJA', 'POST'][next(4)]!}${country === '' ? 'XX' : country}2A`,
  };
}

/** Movements of an account from January 2024 on, the oldest first. */
export function movesOf(seed: number, count: number, country: string): Move[] {
  const next = numbers(seed);
  const others = Array.from({ length: 6 }, () => invent(next, country));
  let balance = 500_000;
  let day = Date.UTC(2024, 0, 3);
  return Array.from({ length: count }, (_, number) => {
    const leaves = next(3) > 0;
    const cents = 1000 + next(number % 5 === 0 ? 900_000 : 90_000);
    balance += leaves ? -cents : cents;
    day += next(4) * 86_400_000;
    return { other: others[next(others.length)]!, leaves, cents, balance, day: new Date(day), number };
  });
}

/** The transfer that a movement on an account is. */
export function told(own: string, { other, leaves, cents, day }: Move, currency: string): ToldTransfer {
  const [payer, beneficiary] = leaves ? [own, other.account] : [other.account, own];
  return { payer, beneficiary, cents, currency, time: day.toISOString() };
}

/** An amount with marks: `1.234,50`. */
export function money(cents: number, decimal: string, thousands: string): string {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${cents < 0 ? '-' : ''}${whole}${decimal}${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

/** A day as `DD.MM.YYYY` and the like: `D`, `M`, `Y`, `y` stand for day, month, year and its last two digits. */
export function date(day: Date, form: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const parts: Record<string, string> = {
    D: two(day.getUTCDate()),
    M: two(day.getUTCMonth() + 1),
    Y: String(day.getUTCFullYear()),
    y: two(day.getUTCFullYear() % 100),
  };
  return form.replace(/[DMYy]/g, (letter) => parts[letter]!);
}

/** Lines of a table with one delimiter; cells are quoted where they must be, or all. */
export function table(rows: readonly (readonly string[])[], delimiter: string, quoteAll = false): string {
  const quoted = (cell: string): string =>
    quoteAll || cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((cells) => `${cells.map(quoted).join(delimiter)}\r\n`).join('');
}

/** Bytes in an encoding of one byte a character, or in UTF-8, with or without mark. */
export function encoded(text: string, encoding = 'utf-8'): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-mark') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'utf-16') return new Uint8Array(Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0)).buffer);
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (character) => byteOf.get(character)!);
}

/** Accounts without blanks and marks, as two spellings of one are compared. */
export function foldAccount(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** One sum over all transfers, in which payer, beneficiary, amount, currency and time of each count. */
export function checkSum(transfers: readonly ToldTransfer[]): string {
  const lines = transfers.map(
    ({ payer, beneficiary, cents, currency, time }) =>
      `${foldAccount(payer)}>${foldAccount(beneficiary)} ${cents} ${currency} ${time}`,
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
}
