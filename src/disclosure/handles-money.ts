import { type Account, type Row } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { UnionFind } from '../structures/index.js';
import { matchPassThrough } from '../trace/index.js';
import {
  AlternativeView,
  atLeastShare,
  exactShare,
  isKeptRelation,
  type KeptSpan,
  keptSpanOf,
} from '../typologies/index.js';
import { NAMING_DEFAULTS, type NamingParameters } from './naming-parameters.js';

/** Money that came to an account in one currency. */
interface Inflow {
  readonly total: bigint;
  /** By payer: in value, by count where the data has no amounts. */
  readonly byPayer: ReadonlyMap<Account, bigint>;
  readonly currency: number;
}

/**
 * Tells which accounts *handle money of others*: the only ones that a finding outside leads may name. In the currency of
 * most of its credits (by count where the data has no amounts), with *givers* being the accounts that pay it and that it
 * never pays, and givers that pay each other being one *family*, an account
 * - *gathers* if at least 6 families give to it, none of them half of what comes in, no three of them four fifths, and
 *   all of them together at least half; or
 * - *passes on* if at least 80 % of all that came in was given by at least 3 families, on at least 3 occasions (a day
 *   apart or more), and left again within 3 days: first in, first out, after money from before the data, and with credits
 *   older than that passed over, so that a margin which is kept does not age what is passed on. Payments by card, to
 *   public payees and of one sum every month are everyday life and no passing on.
 *
 * It does neither if it has a living: at least a quarter of what it gets in some currency by one relation that keeps it (see
 * {@link isKeptRelation}). So nobody handles money by paying, by earning a wage, by exchanging money with friends, or by
 * paying with the money of a family. Not claimed: that handling is wrong; shops, clubs and landlords gather. Somebody who
 * pools for others and has no visible income has the same shape. Without times nobody passes on.
 *
 * The numbers are the defaults of {@link NamingParameters}, which can be set to name fewer. What is everyday life is judged by the
 * defaults of the alternatives, whatever is set there, so that no setting of those names more.
 */
export class MoneyHandling {
  readonly #graph: TemporalGraph;
  readonly #values: NamingParameters;
  readonly #span: KeptSpan;
  readonly #view: AlternativeView;
  readonly #known = new Map<Account, boolean>();

  constructor(graph: TemporalGraph, values: NamingParameters = NAMING_DEFAULTS) {
    this.#graph = graph;
    this.#values = values;
    this.#span = keptSpanOf(graph.ledger);
    this.#view = new AlternativeView(graph, new Set());
  }

  /** Whether the account gathers or passes on. O(transfers of the account and of its givers), once per account. */
  handles(account: Account): boolean {
    const known = this.#known.get(account);
    if (known !== undefined) return known;
    const handles = this.#judge(account);
    this.#known.set(account, handles);
    return handles;
  }

  #judge(account: Account): boolean {
    const inflows = this.#inflowsOf(account);
    const [inflow] = inflows;
    if (inflow === undefined) return false;
    const paid = new Set(Array.from(rowsOf(this.#graph.out, account), (row) => this.#graph.beneficiary[row]!));
    const givers = [...inflow.byPayer.keys()].filter((payer) => !paid.has(payer));
    const { passingFamilies, gatheringFamilies } = this.#values;
    const fewest = Math.min(passingFamilies, gatheringFamilies);
    if (givers.length < fewest || inflows.some((one) => this.#hasLiving(account, one))) return false;
    return this.#gathers(givers, inflow) || this.#passesOn(account, new Set(givers), inflow);
  }

  #gathers(givers: readonly Account[], { byPayer, total }: Inflow): boolean {
    const { gatheringFamilies, mostOfOne, mostOfThree, givenShare } = this.#values;
    if (givers.length < gatheringFamilies) return false;
    const sums = new Map<number, bigint>();
    const familyOf = this.#families(givers);
    for (const giver of givers) {
      const family = familyOf(giver);
      sums.set(family, (sums.get(family) ?? 0n) + byPayer.get(giver)!);
    }
    const largest = [...sums.values()].sort((a, b) => (a === b ? 0 : a > b ? -1 : 1));
    const isShare = (part: bigint, share: number): boolean => isPart(part, total, share);
    return (
      largest.length >= gatheringFamilies &&
      !isShare(largest[0]!, mostOfOne) &&
      !isShare(sum(largest.slice(0, 3)), mostOfThree) &&
      isShare(sum(largest), givenShare)
    );
  }

  #passesOn(account: Account, givers: ReadonlySet<Account>, { currency }: Inflow): boolean {
    const { ledger, payer } = this.#graph;
    if (!ledger.hasAmounts || !ledger.hasTime) return false;
    const { passedDays, passedShare, passingOccasions, passingFamilies } = this.#values;
    const maxDwellMs = passedDays * this.#span.day;
    const [lane] = matchPassThrough(this.#graph, account, { currency, maxDwellMs });
    if (lane === undefined) return false;
    const everyday = this.#view.in(currency).everydayRows(account);
    let passed = 0n;
    const passing: Row[] = [];
    for (let piece = 0; piece < lane.pieceCredit.length; piece++) {
      const credit = lane.creditRows[lane.pieceCredit[piece]!]!;
      const debit = lane.debitRows[lane.pieceDebit[piece]!]!;
      if (everyday.has(debit) || !givers.has(payer[credit]!)) continue;
      passed += BigInt(lane.pieceMinor[piece]!);
      passing.push(credit);
    }
    const credited = Array.from(lane.creditMinor as ArrayLike<number | bigint>, BigInt);
    if (!isPart(passed, sum(credited), passedShare)) return false;
    const passers = [...new Set(passing.map((row) => payer[row]!))];
    const familyOf = this.#families(passers);
    return this.#occasions(passing) >= passingOccasions && new Set(passers.map(familyOf)).size >= passingFamilies;
  }

  /** Number of times a day or more apart, of rows by time. */
  #occasions(rows: readonly Row[]): number {
    const { timeMs } = this.#graph.ledger.columns;
    let occasions = 0;
    let latest = -Infinity;
    for (const row of rows) {
      if (timeMs[row]! - latest >= this.#span.day) occasions++;
      latest = timeMs[row]!;
    }
    return occasions;
  }

  #hasLiving(account: Account, { byPayer, total, currency }: Inflow): boolean {
    const { ledger, payer } = this.#graph;
    if (!ledger.hasTime) return false;
    const { columns } = ledger;
    const isLarge = (paid: bigint): boolean => isPart(paid, total, this.#values.livingShare);
    const received = columns.receivedMinor ?? columns.amountMinor;
    return [...byPayer].some(([other, paid]) => {
      if (!isLarge(paid)) return false;
      const rows = rowsOf(this.#graph.in, account).filter(
        (row) => payer[row] === other && (columns.receivedCurrency ?? columns.currency)[row] === currency,
      );
      const payments = Array.from(rows, (row) => ({
        time: columns.timeMs[row]!,
        minor: ledger.hasAmounts ? received[row]! : 1,
      }));
      return isKeptRelation(
        payments.filter(({ minor }) => !Number.isNaN(minor)),
        this.#span,
        this.#values,
      );
    });
  }

  /** What came in, in the currency of most credits first. */
  #inflowsOf(account: Account): Inflow[] {
    const { ledger, payer } = this.#graph;
    const currencies = ledger.columns.receivedCurrency ?? ledger.columns.currency;
    const rows = rowsOf(this.#graph.in, account).filter((row) => payer[row] !== account);
    const inflows = new Map<number, { count: number; total: bigint; byPayer: Map<Account, bigint> }>();
    for (const row of rows) {
      const inflow = inflows.get(currencies[row]!) ?? { count: 0, total: 0n, byPayer: new Map<Account, bigint>() };
      inflows.set(currencies[row]!, inflow);
      const minor = ledger.hasAmounts ? (ledger.received(row)?.minor ?? 0n) : 1n;
      inflow.count++;
      inflow.total += minor;
      inflow.byPayer.set(payer[row]!, (inflow.byPayer.get(payer[row]!) ?? 0n) + minor);
    }
    return [...inflows]
      .sort((a, b) => b[1].count - a[1].count || a[0] - b[0])
      .map(([currency, { total, byPayer }]) => ({ currency, total, byPayer }));
  }

  /** The family that each of some givers belongs to. */
  #families(givers: readonly Account[]): (giver: Account) => number {
    const position = new Map(givers.map((giver, i) => [giver, i]));
    const families = new UnionFind(givers.length);
    givers.forEach((giver, i) => {
      const paid = rowsOf(this.#graph.out, giver);
      if (paid.length > this.#values.familyTransfers) return;
      for (const row of paid) {
        const other = position.get(this.#graph.beneficiary[row]!);
        if (other !== undefined) families.union(i, other);
      }
    });
    return (giver) => families.find(position.get(giver)!);
  }
}

/** Whether a part is at least this share of a whole, exactly; of nothing, any part is. */
function isPart(part: bigint, whole: bigint, share: number): boolean {
  return whole === 0n || atLeastShare(part, whole, exactShare(share));
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
