import { channelCode, type LedgerBuilder } from '../ledger/index.js';
import { type Fault, type ReadLog } from './read-log.js';
import { type Flow, type Sum } from './record-parts.js';
import { RecordReading, REPLACEMENT } from './record-reading.js';
import { NO_CELL, type PartyPlan, type RowPlan } from './row-plan.js';
import { isRoundedAmount } from './rounded-amount.js';
import { RunningBalance } from './running-balance.js';
import { HIDDEN_RECORD, shownRecord } from './shown-record.js';
import { StandIns } from './stand-ins.js';

const OTHER_CHANNEL = channelCode('other');

/**
 * Turns one record after another into draft rows or issues. The one place where cells get their meaning: every reader
 * ends here, or does exactly what is written here. See {@link RowPlan} for the rules. Nothing of a quarantined record
 * reaches the draft, not even its accounts.
 */
export class RowInterpreter {
  readonly plan: RowPlan;
  readonly draft: LedgerBuilder;
  readonly log: ReadLog;
  readonly file: number;
  /** Records of the prelude still to come; another reader may take a record itself only when this is 0. */
  preludeLeft: number;
  readonly #reading: RecordReading;
  readonly #balance: RunningBalance | undefined;
  readonly #standIns = new StandIns();

  constructor(plan: RowPlan, draft: LedgerBuilder, log: ReadLog, file: number) {
    this.plan = plan;
    this.draft = draft;
    this.log = log;
    this.file = file;
    this.preludeLeft = plan.prelude.length;
    this.#reading = new RecordReading(plan, draft.currencies);
    this.#balance = plan.balanceCell === NO_CELL ? undefined : balanceOf(plan);
    log.atEnd(file, () => [...this.#standIns.sentences(), ...(this.#balance?.finish(log, file) ?? [])]);
  }

  /** Reads the cells of one record that begins at a physical line; `raw` is its text without the line's end. */
  accept(cells: readonly string[], line: number, raw: string): void {
    const skip = this.#skipCode(cells, raw);
    if (skip !== undefined) {
      this.log.skip(this.file, skip);
      return;
    }
    const isWhole = this.#reading.start(cells, raw);
    if (isWhole && this.#reading.isLeftOut()) this.log.skip(this.file, 'not-moved');
    else if (isWhole && this.#append(line)) {
      this.log.accept(this.file);
      if (raw.includes(REPLACEMENT)) this.#note(line, 'wrong-encoding', NO_CELL, 'text of the stated encoding', '');
    } else if (isWhole && this.#movedNothing()) this.log.skip(this.file, 'not-moved');
    else this.log.quarantine(this.file, line, shownRecord(cells, this.plan), this.#reading.fault!);
  }

  /** Takes a record that no cells could be made of into quarantine. */
  refuse(line: number, _raw: string, fault: Fault): void {
    if (this.preludeLeft > 0) this.preludeLeft--;
    this.log.quarantine(this.file, line, HIDDEN_RECORD, fault);
  }

  /** Whether the mapping leaves out what is wrong with the record: an amount of zero. */
  #movedNothing(): boolean {
    return this.plan.numbers.leavesOutZero && this.#reading.fault?.code === 'amount-zero';
  }

  #skipCode(cells: readonly string[], raw: string): string | undefined {
    const { plan } = this;
    if (this.preludeLeft > 0) return plan.prelude[plan.prelude.length - this.preludeLeft--];
    if (cells.every((cell) => cell.trim() === '')) return 'blank-line';
    if (plan.skipPrefixes.some((prefix) => raw.startsWith(prefix))) return 'marker-line';
    return plan.footerPrefixes.some((prefix) => raw.startsWith(prefix)) ? 'footer-line' : undefined;
  }

  /** Checks everything, then appends. False = a fault, and nothing was appended. */
  #append(line: number): boolean {
    const { plan, draft } = this;
    const reading = this.#reading;
    const position = draft.rowCount;
    const first = reading.party(plan.payer, plan.beneficiary);
    const second = first && reading.party(plan.beneficiary, plan.payer);
    const flow = second && reading.flow();
    const instant = flow && reading.instant(position);
    const sequence = instant && reading.sequence();
    if (first === null || second === null || flow === null || instant === null || sequence === null) return false;

    const [from, to] = flow.reversed ? [second, first] : [first, second];
    const payer = draft.accounts.intern(from.institution, from.account);
    const beneficiary = draft.accounts.intern(to.institution, to.account);
    const { timeMs, precision } = instant;
    const { mantissa, decimals } = flow.paid?.amount ?? { mantissa: NaN, decimals: 0 };
    const currency = flow.paid === undefined ? 0 : draft.currencies.intern(flow.paid.currency);
    const standsIn = first.standsIn ?? second.standsIn;
    const channel = standsIn === undefined ? this.#channel(line) : this.#standIns.channel(standsIn);
    draft.appendRow(payer, beneficiary, timeMs, precision, mantissa, decimals, currency, channel, this.file, line);
    this.#setSums(flow);
    this.#setHolderAndPlaces(payer, from.plan, 0);
    this.#setHolderAndPlaces(beneficiary, to.plan, 1);
    if (plan.sequenceByFileOrder) draft.setSequence(position);
    else if (plan.sequenceCell !== NO_CELL) draft.setSequence(sequence);
    const id = reading.text(plan.idCell);
    if (id !== '') draft.setId(id);
    const label = reading.text(plan.labelCell);
    if (label !== '') draft.setLabel(label);
    this.#remark(line, payer === beneficiary, instant.truncated);
    this.#remarkRounded(line, flow);
    this.#checkBalance(line, flow.reversed ? beneficiary : payer, flow, timeMs);
    return true;
  }

  /** @param account the payer's by the mapping, whichever way the money went */
  #checkBalance(line: number, account: number, { paid, received, reversed }: Flow, timeMs: number): void {
    const balance = this.#balance && this.#reading.balance();
    if (balance === undefined || paid === undefined) return;
    const amount = reversed ? (received ?? paid).amount : paid.amount;
    this.#balance!.add({ account, timeMs, line, amount, arrives: reversed, balance });
  }

  #setSums({ paid, received }: Flow): void {
    const { draft } = this;
    if (paid?.amount.wide !== undefined) draft.setExactAmount(paid.amount.wide, paid.amount.decimals);
    if (received === undefined || sameSum(paid, received)) return;
    const { amount, currency } = received;
    draft.setReceived(amount.wide ?? BigInt(amount.mantissa), amount.decimals, draft.currencies.intern(currency));
  }

  #channel(line: number): number {
    const { channelCell, channels } = this.plan;
    const word = this.#reading.text(channelCell);
    if (word === '') return 0;
    const known = channels.get(word.toLowerCase());
    if (known === undefined) this.#note(line, 'channel-unknown', channelCell, 'a channel of the mapping', word);
    return known ?? OTHER_CHANNEL;
  }

  /** `side` 0 = where the money comes from, 1 = where it goes. */
  #setHolderAndPlaces(account: number, party: PartyPlan, side: 0 | 1): void {
    const { draft } = this;
    const reading = this.#reading;
    if (!reading.isNone(party.holder)) {
      const id = reading.isNone(party.holderId) ? '' : reading.text(party.holderId);
      draft.accounts.noteHolder(account, reading.text(party.holder), id);
    }
    if (!reading.isNone(party.place)) draft.setPlace(side, draft.places.intern(reading.text(party.place)));
    if (!reading.isNone(party.country)) draft.setPlace(2 + side, draft.places.intern(reading.text(party.country)));
  }

  /** Remarks on a row that has just been appended. */
  #remark(line: number, isSelf: boolean, isTruncated: boolean): void {
    const { time } = this.plan;
    if (isSelf) this.#note(line, 'self-transfer', NO_CELL, 'two different accounts', 'the same');
    if (isTruncated && time.kind === 'clock') {
      const text = this.#reading.text(time.cell);
      this.#note(line, 'time-truncated', time.cell, 'no digits below the millisecond', text);
    }
  }

  /** An amount that a spreadsheet has shortened is as exact as the file, and no more. */
  #remarkRounded(line: number, { paid, received }: Flow): void {
    if (!this.plan.numbers.scientific) return;
    for (const sum of [paid, received]) {
      const text = sum === undefined ? '' : this.#reading.text(sum.cell);
      if (isRoundedAmount(text)) this.#note(line, 'amount-rounded', sum!.cell, 'all digits of the amount', text);
    }
  }

  #note(line: number, code: string, cell: number, expected: string, received: string): void {
    this.log.note(this.file, line, { code, column: this.plan.columnNames[cell] ?? '', expected, received });
  }
}

function balanceOf({ columnNames, balanceCell, balanceTolerance, time }: RowPlan): RunningBalance {
  const dayOffsetMs = time.kind === 'clock' ? time.zoneMinutes * 60_000 : undefined;
  return new RunningBalance(columnNames[balanceCell]!, dayOffsetMs, balanceTolerance);
}

function sameSum(left: Sum | undefined, right: Sum): boolean {
  return (
    left !== undefined &&
    left.currency === right.currency &&
    left.amount.decimals === right.amount.decimals &&
    left.amount.mantissa === right.amount.mantissa &&
    left.amount.wide === right.amount.wide
  );
}
