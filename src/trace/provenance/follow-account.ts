import { addFractions, type Fraction, resolveOptions, UsageError, ZERO } from '../../foundation/index.js';
import {
  exactAmount,
  type OriginPart,
  type ReadEntry,
  readEntries,
  type StatementEntry,
  UNSEEN_ORIGINS,
} from './account-statement.js';
import { Rationals } from '../holdings/arithmetic.js';
import { holdingOfRule } from '../holdings/holding-of-rule.js';
import { type LotRule, type TracingRule } from '../holdings/tracing-rules.js';
import { type Lot } from '../holdings/lot.js';
import { LaneBook } from '../holdings/lane-book.js';
import { leastOpening } from '../holdings/least-opening.js';
import { requireRule } from './trace-options.js';

/** How {@link followAccount} reads a statement. */
export interface StatementOptions {
  /** Default 'fifo'. */
  readonly rule?: LotRule;
  /** Names of the credits that are claimed; two rules ask for it: `lowest-intermediate-balance`, `taint-first`. Default none. */
  readonly claim?: readonly string[];
  /** How those two choose inside a class of money. Default 'proportional'. */
  readonly within?: 'proportional' | 'fifo';
  /** Balance before the first entry. Default the least that will do, see `shortfall`. */
  readonly opening?: string | undefined;
  /** What the account pays beyond its money; see `TraceOptions`. With a given opening balance it was lent. Default 'minimal-opening'. */
  readonly shortfall?: 'minimal-opening' | 'born-now' | 'repay';
}

const DEFAULTS: Required<StatementOptions> = Object.freeze({
  rule: 'fifo',
  claim: [],
  within: 'proportional',
  opening: undefined,
  shortfall: 'minimal-opening',
});

/** What the entries of a statement were made of, by one rule. Parts are in order of first contribution. */
export interface AccountStory {
  readonly rule: LotRule;
  /** One per debit, in order. */
  readonly payments: readonly { readonly name: string; readonly parts: readonly OriginPart[] }[];
  /** What is left at the end. */
  readonly left: readonly OriginPart[];
  /** What repaid money that the account had been lent. */
  readonly absorbed: readonly OriginPart[];
  /** What the account still owes. */
  readonly owed: Fraction;
  /** Opening balance supposed or given. */
  readonly opening: Fraction;
  /** Reversing the entries of equal `time` changes a figure. Always false where no times are given. */
  readonly tieSensitive: boolean;
}

/**
 * Follows money through one account from a statement: which credits each payment and the rest are made of, to the last
 * fraction. Entries are taken in their order. A rule is a convention; another rule gives another result.
 *
 * @throws UsageError `statement-amount`, `statement-name`, `claim-missing`, `tracing-rule`, `unknown-option`
 * @example
 * followAccount([{ name: 'P', credit: '10' }, { name: 'rent', debit: '4' }]).payments[0]; // rent: P 4
 */
export function followAccount(entries: Iterable<StatementEntry>, options: StatementOptions = {}): AccountStory {
  const settings = resolveOptions(DEFAULTS, options, 'followAccount');
  requireRule(settings.rule);
  if ((settings.rule as TracingRule) === 'poison') {
    throw new UsageError('tracing-rule', 'Expected a rule that says which money a payment takes but received poison');
  }
  const needsClaim = settings.rule === 'lowest-intermediate-balance' || settings.rule === 'taint-first';
  if (needsClaim && settings.claim.length === 0) {
    throw new UsageError('claim-missing', `Expected the names of claimed credits for ${settings.rule}`);
  }
  const read = readEntries(entries);
  const story = tell(read, settings);
  const other = tell(reverseInstants(read), settings);
  return { ...story, tieSensitive: figures(story) !== figures(other) };
}

function tell(entries: readonly ReadEntry[], settings: Required<StatementOptions>): Omit<AccountStory, 'tieSensitive'> {
  const { rule, claim, within, shortfall } = settings;
  const names = [
    ...new Set([...UNSEEN_ORIGINS, ...entries.filter(({ isCredit }) => isCredit).map(({ name }) => name)]),
  ];
  const arithmetic = new Rationals();
  const book = new LaneBook(1, {
    arithmetic,
    holding: holdingOfRule(rule, arithmetic, { within, isClaimed: (origin) => claim.includes(names[origin]!) }),
    origin: (_, kind) => names.indexOf(kind),
    shortfall: shortfall === 'born-now' ? 'born' : 'credit',
  });
  const isLeast = settings.opening === undefined && shortfall === 'minimal-opening';
  const changes = entries.map(({ isCredit, amount }) => (isCredit ? amount : arithmetic.subtract(ZERO, amount)));
  const opening = isLeast ? leastOpening(changes, arithmetic) : exactAmount(settings.opening ?? '0');
  book.open(0, opening);
  const partsOf = (lots: Iterable<Readonly<Lot<Fraction>>>): OriginPart[] => {
    const parts = new Map<number, Fraction>();
    for (const { origin, amount } of lots) parts.set(origin, addFractions(parts.get(origin) ?? ZERO, amount));
    return Array.from(parts, ([origin, amount]) => ({ origin: names[origin]!, amount }));
  };
  const payments: { name: string; parts: OriginPart[] }[] = [];
  const absorbed: Lot<Fraction>[] = [];
  entries.forEach(({ name, isCredit, amount }, event) => {
    if (!isCredit) {
      payments.push({ name, parts: partsOf(book.debit(0, amount, event)) });
    } else if (!arithmetic.isZero(amount)) {
      const lot = { origin: names.indexOf(name), asserted: false, birth: event, hops: 0, amount };
      for (const one of book.credit(0, [lot])) absorbed.push(one);
    }
    book.certify();
  });
  const owed = book.debts.get(0)?.owed ?? ZERO;
  return { rule, payments, left: partsOf(book.lots(0)), absorbed: partsOf(absorbed), owed, opening };
}

/** The entries with each run of equal times turned round. */
function reverseInstants(entries: readonly ReadEntry[]): ReadEntry[] {
  const turned: ReadEntry[] = [];
  for (let start = 0, end = 1; start < entries.length; start = end++) {
    const { time } = entries[start]!;
    while (time !== undefined && end < entries.length && entries[end]!.time === time) end++;
    for (const one of entries.slice(start, end).reverse()) turned.push(one);
  }
  return turned;
}

/** All figures of a story as one text that does not depend on the order of entries. */
function figures({ payments, left, absorbed }: Omit<AccountStory, 'tieSensitive'>): string {
  const text = (parts: readonly OriginPart[]): string =>
    parts
      .map(({ origin, amount }) => JSON.stringify([origin, String(amount.numerator), String(amount.denominator)]))
      .sort()
      .join();
  const paid = payments.map(({ name, parts }) => JSON.stringify([name, text(parts)])).sort();
  return [...paid, text(left), text(absorbed)].join('\n');
}
