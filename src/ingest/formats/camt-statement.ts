import { channelOf, dateOf, otherPartyOf, ownPartyOf, purposeOf, referenceOf } from './camt-entry.js';
import { DecimalSum, RunningBalance } from './running-balance.js';
import { type Movement, NOBODY, recordOf, type StatementParty } from './statement-records.js';
import { type TableItem } from './table.js';
import { XmlNode } from './xml-node.js';

const OPENING = new Set(['OPBD', 'PRCD']);

/** One statement or notification: an account, balances, entries. Says what became of each entry in `items`. */
export class CamtStatement {
  readonly #items: TableItem[];
  readonly #balance = new RunningBalance();
  #own: StatementParty = NOBODY;

  constructor(items: TableItem[]) {
    this.#items = items;
  }

  account(node: XmlNode): void {
    this.#own = ownPartyOf(node);
  }

  balanceGiven(node: XmlNode): void {
    const type = node.text('Tp/CdOrPrtry/Cd', 'Tp/Cd');
    const balance = { amount: node.text('Amt'), isNegative: node.text('CdtDbtInd') === 'DBIT' };
    if (OPENING.has(type)) this.#balance.opening = balance;
    else if (type === 'CLBD') this.#balance.closing = balance;
  }

  entry(): CamtEntry {
    return new CamtEntry(this.#own, this.#balance, this.#items);
  }

  end(line: number): void {
    const remark = this.#balance.check(line);
    if (remark !== undefined) this.#items.push(remark);
  }
}

/**
 * One entry. Each of its transactions is a transfer of its own; an entry that has none is one transfer whose other side is not
 * given. Transactions come one by one as the file is read, so that a batch of any size takes no room.
 */
export class CamtEntry {
  readonly #own: StatementParty;
  readonly #balance: RunningBalance;
  readonly #items: TableItem[];
  readonly #batch = new DecimalSum();
  #first: XmlNode | undefined;
  #count = 0;
  #isWhole = true;

  constructor(own: StatementParty, balance: RunningBalance, items: TableItem[]) {
    this.#own = own;
    this.#balance = balance;
    this.#items = items;
  }

  /** A transaction; `entry` holds what stands before it, which by the standard is everything but remarks. */
  details(node: XmlNode, entry: XmlNode): void {
    if (++this.#count === 1) {
      this.#first = node;
      return;
    }
    if (this.#first !== undefined) this.#hand(this.#first, entry, true);
    this.#first = undefined;
    this.#hand(node, entry, true);
  }

  /** A transaction that could not be kept. */
  detailsRefused(): void {
    this.#count++;
    this.#isWhole = false;
  }

  end(entry: XmlNode): void {
    if (this.#first !== undefined) this.#hand(this.#first, entry, false);
    if (this.#count === 0) this.#hand(new XmlNode('TxDtls', entry.line, {}), entry, false);
    if (!isBooked(entry)) return;
    this.#balance.move(entry.text('Amt'), entry.text('CdtDbtInd') === 'CRDT');
    if (this.#count < 2 || !this.#isWhole) return;
    const stated = new DecimalSum();
    stated.add(entry.text('Amt'), false);
    const [expected, received] = [stated.text(), this.#batch.text()];
    if (expected === undefined || received === undefined || expected === received) return;
    const fault = {
      code: 'batch-sum-break',
      column: 'amount',
      expected: `transactions of ${expected} in all`,
      received,
    };
    this.#items.push({ kind: 'remark', line: entry.line, fault });
  }

  #hand(details: XmlNode, entry: XmlNode, isOneOfSeveral: boolean): void {
    if (!isBooked(entry)) {
      this.#items.push({ kind: 'left-out', code: 'not-moved' });
      return;
    }
    const side = details.text('CdtDbtInd') || entry.text('CdtDbtInd');
    const line = details.line;
    if (side !== 'CRDT' && side !== 'DBIT') {
      const fault = { code: 'direction-unreadable', column: 'own_side', expected: 'CRDT or DBIT', received: side };
      this.#items.push({ kind: 'refused', line, raw: `entry of ${dateOf(entry.find('BookgDt'))}`, fault });
      return;
    }
    const arrives = side === 'CRDT';
    const isReversal = ['true', '1'].includes(entry.text('RvslInd'));
    const { amount, currency } = sumOf(details, entry, isOneOfSeveral);
    if (currency === entry.find('Amt')?.attributes['Ccy'] && amount !== '') {
      this.#batch.add(amount, side !== entry.text('CdtDbtInd'));
    } else this.#isWhole = false;
    const purpose = purposeOf(details) || entry.text('AddtlNtryInf');
    const movement: Movement = {
      line,
      bookingTime: dateOf(entry.find('BookgDt')),
      valueDate: dateOf(entry.find('ValDt')),
      own: this.#own,
      other: otherPartyOf(details, arrives !== isReversal),
      arrives,
      amount,
      currency,
      channel: channelOf(entry.find('BkTxCd')) || channelOf(details.find('BkTxCd')),
      reference: referenceOf(details) || entry.text('AcctSvcrRef', 'NtryRef'),
      purpose,
    };
    this.#items.push(recordOf(movement));
  }
}

/** `BOOK`, or nothing said: notifications of version 2 leave it out. */
function isBooked(entry: XmlNode): boolean {
  return ['', 'BOOK'].includes(entry.text('Sts/Cd', 'Sts'));
}

/** What moved: of several transactions each its own amount, of a single one that of the entry, which is what was booked. */
function sumOf(details: XmlNode, entry: XmlNode, isOneOfSeveral: boolean): { amount: string; currency: string } {
  const own = details.find('Amt') ?? details.find('AmtDtls', 'TxAmt', 'Amt');
  const node = isOneOfSeveral ? own : entry.find('Amt');
  return { amount: node?.ownText ?? '', currency: node?.attributes['Ccy'] ?? '' };
}
