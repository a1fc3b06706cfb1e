import { type Sum } from './asked-case.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "1 account", "1,234 accounts". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(String(count))} ${count === 1 ? one : many}`;
}

/** A count that may be withheld: "fewer than three payments". */
export function countedOrFew(count: number | null, one: string): string {
  return count === null ? `fewer than three ${one}s` : counted(count, one);
}

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

/** "EUR 1,234.50 and NGN 5"; what is said where no amount is stated. */
export function money(sums: readonly Sum[], without = 'no amount stated'): string {
  if (sums.length === 0) return without;
  return listed(
    sums.map(({ currency, amount }) => {
      const [front = '', back] = amount.split('.');
      return `${currency} ${grouped(front)}${back === undefined ? '' : `.${back}`}`.trim();
    }),
  );
}

/** "12 Jan 2024", UTC. */
export function dayWords(timeMs: number): string {
  const date = new Date(timeMs);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]!} ${date.getUTCFullYear()}`;
}

/** `2024-01-12`, UTC. */
export function isoDay(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** "35 %", whole per cent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
