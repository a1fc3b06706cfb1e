import { type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type AccountLanes } from './account-lanes.js';
import { type Arithmetic, Rationals } from '../holdings/arithmetic.js';
import { type BackwardCone } from './backward-cone.js';
import { type ArithmeticRun } from './choose-arithmetic.js';
import { type CompositionOptions, type MoneyOrigin, type OriginRule } from './money-origin.js';
import { exchangeLots } from './exchange-lots.js';
import { holdingOfRule } from '../holdings/holding-of-rule.js';
import { type Lot } from '../holdings/lot.js';
import { LaneBook } from '../holdings/lane-book.js';
import { openingsOf } from './openings.js';
import { type RowAmounts, rowAmounts } from './row-amounts.js';

/** Origins are numbered lane by lane: one number for each kind. */
const KINDS = ['opening', 'credit', 'handed-in', 'hop-limit'] as const;
const UNSEEN = { opening: 'opening', born: 'opening', credit: 'credit' } as const;

interface CompositionPlan {
  readonly graph: TemporalGraph;
  readonly lanes: AccountLanes;
  readonly order: Int32Array;
  readonly endsTrace: Uint8Array;
  readonly cone: BackwardCone;
  readonly purchases: ReadonlySet<Row>;
  readonly settings: Required<CompositionOptions>;
}

/** What a run tells about the transfers asked for. */
export interface OriginRun extends ArithmeticRun {
  readonly rounded: boolean;
  readonly stoppedBy: string | undefined;
  originsOf(row: Row): readonly MoneyOrigin[];
}

/** Books everything in the cone with an origin per lane and keeps what the purchases were made of. */
export class CompositionRun<Q> implements OriginRun {
  readonly arithmetic: Arithmetic<Q>;
  transfers = 0;
  stoppedBy: string | undefined;
  readonly #plan: CompositionPlan;
  readonly #book: LaneBook<Q>;
  readonly #amounts: RowAmounts<Q>;
  readonly #origins = new Map<Row, readonly MoneyOrigin[]>();
  #moves = 0;

  constructor(plan: CompositionPlan, rule: OriginRule, arithmetic: Arithmetic<Q>) {
    const { graph, lanes, order, cone, settings } = plan;
    this.arithmetic = arithmetic;
    this.#plan = plan;
    this.#amounts = rowAmounts(graph, arithmetic);
    this.#book = new LaneBook(lanes.count, {
      arithmetic,
      holding: holdingOfRule(rule, arithmetic),
      origin: (lane, kind) => originOf(lane, UNSEEN[kind]),
      shortfall: settings.shortfall === 'born-now' ? 'born' : 'credit',
    });
    openingsOf(settings, lanes, order, cone.followed, this.#amounts, arithmetic).forEach((amount, lane) => {
      this.#book.open(lane, amount);
    });
    for (let event = 0; event < cone.end && this.stoppedBy === undefined; event++) {
      this.#transfer(order[event]!, event);
      if (arithmetic.exhausted) this.stoppedBy = `exactDigits ${settings.exactDigits}`;
      else if (this.#moves > settings.maxLotMoves) this.stoppedBy = `maxLotMoves ${settings.maxLotMoves}`;
    }
    this.#book.certify();
  }

  get rounded(): boolean {
    return !(this.arithmetic instanceof Rationals) && this.arithmetic.unevenDivisions > 0;
  }

  originsOf(row: Row): readonly MoneyOrigin[] {
    return this.#origins.get(row) ?? [];
  }

  #transfer(row: Row, event: number): void {
    const { graph, lanes, endsTrace, cone, purchases } = this.#plan;
    const from = lanes.from[row]!;
    if (from < 0) return;
    const to = lanes.to[row]!;
    const isPurchase = purchases.has(row);
    if (cone.followed[from] === 0 && cone.followed[to] === 0 && !isPurchase) return;
    this.transfers++;
    const { arithmetic } = this;
    const paid = this.#amounts.paid(row);
    const received = this.#amounts.received(row);
    const isExchange = this.#amounts.changesCurrency(row);
    const sent = isExchange || arithmetic.compare(paid, received) <= 0 ? paid : received;
    let lots = this.#debit(from, sent, event);
    const fee = this.#debit(from, arithmetic.subtract(paid, sent), event);
    if (isPurchase) this.#origins.set(row, this.#parts([...lots, ...fee]));
    if (cone.followed[to] === 0) return;
    if (endsTrace[graph.ledger.columns.channel[row]!] === 1 && !isPurchase) {
      lots = [this.#lot(originOf(from, 'handed-in'), event, sent)];
    }
    for (const lot of lots) lot.hops++;
    if (isExchange) lots = exchangeLots(arithmetic, lots, paid, received);
    else if (arithmetic.compare(received, sent) > 0) {
      lots.push(this.#lot(originOf(from, 'opening'), event, arithmetic.subtract(received, sent)));
    }
    this.#moves += lots.length;
    this.#book.credit(to, lots);
  }

  #debit(lane: number, amount: Q, event: number): Lot<Q>[] {
    if (this.arithmetic.isZero(amount)) return [];
    if (this.#plan.cone.followed[lane] === 1) return this.#book.debit(lane, amount, event);
    return [this.#lot(originOf(lane, 'hop-limit'), event, amount)];
  }

  #lot(origin: number, birth: number, amount: Q): Lot<Q> {
    return { origin, asserted: false, birth, hops: 0, amount };
  }

  #parts(lots: readonly Readonly<Lot<Q>>[]): MoneyOrigin[] {
    const { lanes } = this.#plan;
    const { arithmetic } = this;
    const sums = new Map<number, { amount: Q; hops: number }>();
    for (const { origin, amount, hops } of lots) {
      const sum = sums.get(origin);
      if (sum === undefined) sums.set(origin, { amount, hops: hops + 1 });
      else {
        sum.amount = arithmetic.add(sum.amount, amount);
        sum.hops = Math.min(sum.hops, hops + 1);
      }
    }
    return Array.from(sums, ([origin, { amount, hops }]) => ({
      account: lanes.account[Math.floor(origin / KINDS.length)]!,
      kind: KINDS[origin % KINDS.length]!,
      amount: arithmetic.toFraction(amount),
      hops,
    }));
  }
}

function originOf(lane: number, kind: (typeof KINDS)[number]): number {
  return lane * KINDS.length + KINDS.indexOf(kind);
}
