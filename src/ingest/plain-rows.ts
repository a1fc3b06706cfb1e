import { type LedgerBuilder } from '../ledger/index.js';
import { type PlainBatch } from './plain-batch.js';
import { type PlainCells } from './plain-cells.js';
import { clearSameAmounts, listSelfTransfersInto } from './plain-rows.kernel.js';
import { type ReadLog } from './read-log.js';
import { NO_CELL, type PartyPlan, type RowPlan } from './row-plan.js';

/** The log keeps this many examples of a remark; further ones are only counted. */
const MAX_EXAMPLES = 20;

/** Appends runs of fine records to the draft, exactly as the row interpreter would one by one. */
export class PlainRows {
  readonly #plan: RowPlan;
  readonly #draft: LedgerBuilder;
  readonly #log: ReadLog;
  readonly #file: number;
  readonly #cells: PlainCells;
  readonly #decoder = new TextDecoder();
  readonly #hasPlaces: boolean;
  readonly #hasHolders: boolean;
  readonly #selfTransfers = new Int32Array(MAX_EXAMPLES);
  #examplesLeft = MAX_EXAMPLES;

  constructor(plan: RowPlan, draft: LedgerBuilder, log: ReadLog, file: number, cells: PlainCells) {
    this.#plan = plan;
    this.#draft = draft;
    this.#log = log;
    this.#file = file;
    this.#cells = cells;
    this.#hasPlaces = cells.places.some((column) => column !== undefined);
    this.#hasHolders = plan.payer.holder !== NO_CELL || plan.beneficiary.holder !== NO_CELL;
  }

  /** Appends the records [from, to) of a batch; all of them fine. */
  append(bytes: Uint8Array, batch: PlainBatch, from: number, to: number): void {
    const draft = this.#draft;
    const first = draft.rowCount;
    const size = to - from;
    if (this.#plan.time.kind === 'order') for (let r = from; r < to; r++) batch.timeMs[r] = first + r - from;
    draft.payer.appendRange(batch.payer, from, to);
    draft.beneficiary.appendRange(batch.beneficiary, from, to);
    draft.timeMs.appendRange(batch.timeMs, from, to);
    draft.precision.appendRange(batch.precision, from, to);
    draft.mantissa.appendRange(batch.mantissa, from, to);
    draft.decimals.appendRange(batch.decimals, from, to);
    draft.currency.appendRange(batch.currency, from, to);
    draft.channel.appendRange(batch.channel, from, to);
    draft.sourceFile.appendRepeated(this.#file, size);
    draft.sourceLine.appendRange(batch.line, from, to);
    if (this.#plan.received !== undefined) this.#appendReceived(batch, from, to, first);
    if (this.#plan.labelCell !== NO_CELL) this.#appendLabels(batch, from, to, first);
    this.#appendSequence(batch, from, to, first);
    if (this.#hasPlaces || this.#hasHolders || this.#plan.idCell !== NO_CELL) {
      for (let record = from; record < to; record++) this.#appendTexts(bytes, batch, record, first + record - from);
    }
    this.#noteSelfTransfers(batch, from, to);
    this.#log.accept(this.#file, size);
  }

  #appendReceived(batch: PlainBatch, from: number, to: number, first: number): void {
    const { received } = batch;
    if (clearSameAmounts(batch, received, from, to) === 0) return;
    const columns = this.#draft.receivedColumns(first);
    columns.mantissa.appendRange(received.mantissa, from, to);
    columns.decimals.appendRange(received.decimals, from, to);
    columns.currency.appendRange(received.currency, from, to);
  }

  #appendLabels(batch: PlainBatch, from: number, to: number, first: number): void {
    let labelled = false;
    for (let r = from; r < to && !labelled; r++) labelled = batch.label[r]! >= 0;
    if (!labelled) return;
    this.#draft.labelColumn(first).appendRange(batch.label, from, to);
  }

  #appendSequence(batch: PlainBatch, from: number, to: number, first: number): void {
    const { sequenceByFileOrder, sequenceCell } = this.#plan;
    if (!sequenceByFileOrder && sequenceCell === NO_CELL) return;
    if (sequenceByFileOrder) for (let r = from; r < to; r++) batch.sequence[r] = first + r - from;
    this.#draft.sequenceColumn(first).appendRange(batch.sequence, from, to);
  }

  #appendTexts(bytes: Uint8Array, batch: PlainBatch, record: number, row: number): void {
    const { payer, beneficiary, idCell } = this.#plan;
    if (this.#hasPlaces) {
      for (let kind = 0; kind < 4; kind++) {
        const place = this.#cells.place(kind, record);
        if (place >= 0) this.#draft.setPlaceOf(row, kind, place);
      }
    }
    this.#noteHolder(bytes, batch, record, payer, batch.payer[record]!);
    this.#noteHolder(bytes, batch, record, beneficiary, batch.beneficiary[record]!);
    if (idCell === NO_CELL) return;
    const bound = 2 * (batch.cellCount * record + idCell);
    const start = batch.bounds[bound]!;
    const end = batch.bounds[bound + 1]!;
    if (end > start) this.#draft.setIdBytes(row, bytes, start, end);
  }

  #noteHolder(bytes: Uint8Array, batch: PlainBatch, record: number, party: PartyPlan, account: number): void {
    if (party.holder === NO_CELL) return;
    const text = this.#text(bytes, batch, record, party.holder);
    const id = party.holderId === NO_CELL ? '' : this.#text(bytes, batch, record, party.holderId);
    if (text !== '') this.#draft.accounts.noteHolder(account, text, id);
  }

  #noteSelfTransfers(batch: PlainBatch, from: number, to: number): void {
    const found = this.#selfTransfers;
    const count = listSelfTransfersInto(batch.payer, batch.beneficiary, from, to, found);
    const examples = Math.min(count, this.#examplesLeft);
    for (let i = 0; i < examples; i++) {
      const fault = { code: 'self-transfer', column: '', expected: 'two different accounts', received: 'the same' };
      this.#log.note(this.#file, batch.line[found[i]!]!, fault);
    }
    this.#examplesLeft -= examples;
    this.#log.noteMany('self-transfer', count - examples);
  }

  #text(bytes: Uint8Array, { bounds, cellCount }: PlainBatch, record: number, cell: number): string {
    const bound = 2 * (cellCount * record + cell);
    return this.#decoder.decode(bytes.subarray(bounds[bound], bounds[bound + 1]));
  }
}
