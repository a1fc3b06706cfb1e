import { DAY_MS } from '../foundation/index.js';
import { type ParsedAmount } from './parse-amount.js';
import { type Fault, type ReadLog } from './read-log.js';

/** Balances are compared in ten-thousandths, exactly; what has more digits is not compared. */
const DECIMALS = 4;

/** One row as its balance tells it. */
interface BalanceRow {
  readonly account: number;
  /** Day of a clock time, else the step or the position. */
  readonly day: number;
  readonly line: number;
  /** Before and after the row, in ten-thousandths. */
  readonly before: number;
  readonly after: number;
}

/** What {@link RunningBalance.add} is told of a row. */
export interface BalanceEntry {
  readonly account: number;
  readonly timeMs: number;
  readonly line: number;
  readonly amount: ParsedAmount;
  /** Whether the amount arrived in the account. */
  readonly arrives: boolean;
  /** Null = something else than an amount stood there. */
  readonly balance: ParsedAmount | null;
}

/**
 * Checks the balances of a statement against its amounts. Within a day rows may stand in any order, since banks sort
 * them in their own ways: a day holds if the balances before its rows and those after them are the same but for one at
 * each end, and it begins where the day before ended. Everything else is a break: a row that is missing, twice there, read
 * backwards or written wrongly, or a balance that is. Balances may be off by a tolerance, where a bank rounds what it prints.
 *
 * Not claimed: that a row is right because its balance is. Cost: O(n log n), 40 bytes a row.
 */
export class RunningBalance {
  readonly #dayOffsetMs: number | undefined;
  readonly #column: string;
  readonly #tolerance: number;
  readonly #rows: BalanceRow[] = [];
  #unchecked = 0;

  /** @param dayOffsetMs what to add to a time so that days begin at midnight; undefined = times are no clock times */
  constructor(column: string, dayOffsetMs: number | undefined, tolerance = 0) {
    this.#column = column;
    this.#tolerance = Math.round(tolerance * 10 ** DECIMALS);
    this.#dayOffsetMs = dayOffsetMs;
  }

  add({ account, timeMs, line, amount, arrives, balance }: BalanceEntry): void {
    const change = units(amount);
    const after = balance === null ? undefined : units(balance);
    if (change === undefined || after === undefined) {
      this.#unchecked++;
      return;
    }
    const signed = balance!.negative ? -after : after;
    const day = this.#dayOffsetMs === undefined ? timeMs : Math.floor((timeMs + this.#dayOffsetMs) / DAY_MS);
    this.#rows.push({ account, day, line, before: arrives ? signed - change : signed + change, after: signed });
  }

  /** Notes every break, and says what was checked, as sentences. */
  finish(log: ReadLog, file: number): string[] {
    if (this.#rows.length === 0 && this.#unchecked === 0) return [];
    const order = this.#orderOfLines();
    const rows = [...this.#rows].sort((a, b) => a.account - b.account || a.day - b.day || a.line - b.line);
    const breaks: number[] = [];
    let last: { readonly account: number; readonly balance: number } | undefined;
    for (let from = 0; from < rows.length;) {
      let to = from + 1;
      while (to < rows.length && rows[to]!.account === rows[from]!.account && rows[to]!.day === rows[from]!.day) to++;
      const group = rows.slice(from, to);
      const known = last?.account === rows[from]!.account ? last.balance : undefined;
      const { broken, end } = chain(order === 'newest' ? group.reverse() : group, known, this.#tolerance);
      for (const one of broken) breaks.push(one);
      last = { account: rows[from]!.account, balance: end };
      from = to;
    }
    for (const line of breaks.sort((a, b) => a - b)) log.note(file, line, this.#fault());
    const checked = `running balance: ${this.#rows.length} rows checked, ${breaks.length} breaks`;
    const unchecked = this.#unchecked === 0 ? [] : [`${this.#unchecked} balances could not be compared`];
    return [checked, ...unchecked, ...(order === undefined ? [] : [`lines stand ${order} first, by their days`])];
  }

  /** By the days of lines that follow each other in one account, else by which balance is the other's start. */
  #orderOfLines(): 'newest' | 'oldest' | undefined {
    let later = 0;
    let earlier = 0;
    let follows = 0;
    let precedes = 0;
    const lastOf = new Map<number, BalanceRow>();
    for (const row of this.#rows) {
      const last = lastOf.get(row.account);
      lastOf.set(row.account, row);
      if (last === undefined) continue;
      if (row.day > last.day) later++;
      if (row.day < last.day) earlier++;
      if (row.before === last.after) follows++;
      if (row.after === last.before) precedes++;
    }
    const [up, down] = later === earlier ? [follows, precedes] : [later, earlier];
    return up === down ? undefined : up > down ? 'oldest' : 'newest';
  }

  #fault(): Fault {
    const expected = 'the balance before, with the amount of the row';
    return { code: 'balance-break', column: this.#column, expected, received: 'another balance' };
  }
}

/** Lines whose start nobody left, and the balance at the end of a group of rows of one day. */
function chain(
  rows: readonly BalanceRow[],
  known: number | undefined,
  tolerance: number,
): { broken: number[]; end: number } {
  const open = new Map<number, number>();
  const add = (balance: number, count: number): void => {
    open.set(balance, (open.get(balance) ?? 0) + count);
  };
  for (const row of rows) {
    add(row.after, 1);
    add(row.before, -1);
  }
  // The day's own start is left open unless the day ends where it began.
  const start = known ?? rows.find(({ before }) => open.get(before)! < 0)?.before ?? rows[0]!.before;
  add(start, 1);
  // What is left: balances that nothing began at, and rows that began where nothing ended.
  const ends: number[] = [];
  for (const [balance, count] of open) for (let i = 0; i < count; i++) ends.push(balance);
  const begun: BalanceRow[] = [];
  // Of two rows that begin alike the later one is too many.
  for (const row of [...rows].reverse()) {
    if (open.get(row.before)! >= 0) continue;
    begun.push(row);
    add(row.before, 1);
  }
  const { broken, left } = matchNearly(begun, ends, tolerance);
  const end = rows.filter(({ after }) => left.includes(after)).at(-1)?.after ?? left.at(-1) ?? start;
  const touches = known === undefined || rows.some(({ before }) => Math.abs(before - known) <= tolerance);
  if (broken.length > 0 || touches) return { broken, end };
  // A day that comes round to its own start says nothing of the day before, unless it touches its end.
  return { broken: [rows[0]!.line], end: rows.at(-1)!.after };
}

/** Pairs starts with ends no further apart than the tolerance, from the smallest balance up; the rest is broken, or left. */
function matchNearly(
  begun: readonly BalanceRow[],
  ends: readonly number[],
  tolerance: number,
): { broken: number[]; left: number[] } {
  const starts = [...begun].sort((a, b) => a.before - b.before);
  const open = [...ends].sort((a, b) => a - b);
  const broken: number[] = [];
  const left: number[] = [];
  let at = 0;
  for (const { before, line } of starts) {
    while (at < open.length && open[at]! < before - tolerance) left.push(open[at++]!);
    if (at < open.length && open[at]! <= before + tolerance) at++;
    else broken.push(line);
  }
  return { broken, left: [...left, ...open.slice(at)] };
}

/** The amount in ten-thousandths without its sign; undefined if it has more digits or is too large to be exact. */
function units({ mantissa, decimals, wide }: ParsedAmount): number | undefined {
  if (wide !== undefined || decimals > DECIMALS) return undefined;
  const scaled = mantissa * 10 ** (DECIMALS - decimals);
  return Number.isSafeInteger(scaled) ? scaled : undefined;
}
