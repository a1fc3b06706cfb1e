import { InputError } from '../foundation/index.js';
import { channelCode } from '../ledger/index.js';
import { decideDateOrder } from './decide-date-order.js';
import { type SkipCode } from './dialect.js';
import { type FileHeader } from './file-header.js';
import { type AmountColumns, type Mapping, type PartyColumns, type TimeMapping } from './mapping.js';
import { parseZone } from './parse-instant.js';
import { type AmountPlan, NO_CELL, type NumberPlan, type PartyPlan, type RowPlan, type TimePlan } from './row-plan.js';
import { isSensitiveColumn } from './sensitive-columns.js';

/** The currency code of ISO 4217 for "no currency". */
const NO_CURRENCY = 'XXX';

/** A plan for one file, and what was decided on the way, as sentences. */
export interface CompiledPlan {
  readonly plan: RowPlan;
  readonly notes: readonly string[];
}

/** What a mapping is compiled against. */
export interface PlanContext {
  readonly header: FileHeader;
  readonly prelude: readonly SkipCode[];
  /** Cells of the first transfers, to decide what the mapping leaves open. */
  readonly sample: readonly (readonly string[])[];
}

/**
 * Resolves a mapping against the columns of one file.
 *
 * @throws InputError `column-missing`, `column-ambiguous`, `sensitive-column` if a mapped column is about what a person
 *   is, `date-order-ambiguous`, `zone-unreadable`
 */
export function compilePlan(mapping: Mapping, { header, prelude, sample }: PlanContext): CompiledPlan {
  const notes: string[] = [...(mapping.notes ?? [])];
  const numbers = numberPlan(mapping);
  const paid = mapping.amount && amountPlan(mapping.amount, header, notes);
  const plan: RowPlan = {
    columnNames: header.names,
    cellCount: header.names.length,
    prelude,
    skipPrefixes: mapping.dialect?.skipPrefixes ?? [],
    footerPrefixes: mapping.dialect?.footerPrefixes ?? [],
    payer: partyPlan(mapping.payer, header),
    beneficiary: partyPlan(mapping.beneficiary, header),
    paid,
    received: mapping.received && amountPlan(mapping.received, header, notes),
    direction: mapping.direction ?? 'as-given',
    creditCell: header.resolve(mapping.credit),
    numbers,
    time: timePlan(mapping.time, header, sample, notes),
    channelCell: header.resolve(mapping.channel?.column),
    channels: new Map(
      Object.entries(mapping.channel?.values ?? {}).map(([word, channel]) => [
        word.trim().toLowerCase(),
        channelCode(channel),
      ]),
    ),
    idCell: header.resolve(mapping.id),
    sequenceCell: mapping.sequence === 'file-order' ? NO_CELL : header.resolve(mapping.sequence),
    sequenceByFileOrder: mapping.sequence === 'file-order',
    labelCell: header.resolve(mapping.label),
    missing: new Set((mapping.missing ?? []).map((text) => text.trim().toLowerCase())),
    removeAccountBlanks: mapping.accountBlanks === 'remove',
  };
  if (paid !== undefined && mapping.numbers?.decimalMark === undefined) {
    notes.push('decimal mark "." assumed, the mapping names none');
  }
  refuseSensitive(header, mappedCells(plan), notes);
  return { plan, notes };
}

/** Every cell that a plan reads. */
export function mappedCells(plan: RowPlan): number[] {
  const { payer, beneficiary, time } = plan;
  const parties = [payer, beneficiary].flatMap((p) => [p.account, p.institution, p.holder, p.place, p.country]);
  const amounts = [plan.paid, plan.received].flatMap((sum) => (sum === undefined ? [] : [sum.cell, sum.currencyCell]));
  const times = time.kind === 'order' ? [] : time.kind === 'step' ? [time.cell] : [time.cell, time.timeOfDayCell];
  const rest = [plan.creditCell, plan.channelCell, plan.idCell, plan.sequenceCell, plan.labelCell];
  return [...parties, ...amounts, ...times, ...rest].filter((cell) => cell !== NO_CELL);
}

function refuseSensitive(header: FileHeader, mapped: readonly number[], notes: string[]): void {
  header.names.forEach((name, cell) => {
    if (!isSensitiveColumn(name)) return;
    if (mapped.includes(cell)) {
      const advice = 'such columns are never read';
      throw new InputError('sensitive-column', `Expected a column about payments but received ${name}: ${advice}`);
    }
    notes.push(`sensitive-column-ignored: ${name.slice(0, 80)} is in the file and was not read`);
  });
}

function partyPlan(party: PartyColumns, header: FileHeader): PartyPlan {
  return {
    account: header.resolve(party.account),
    institution: header.resolve(party.institution),
    holder: header.resolve(party.holder),
    place: header.resolve(party.place),
    country: header.resolve(party.country),
  };
}

/** Undefined if the amount's column is optional and absent. */
function amountPlan(amount: AmountColumns, header: FileHeader, notes: string[]): AmountPlan | undefined {
  const cell = header.resolve(amount.column);
  if (cell === NO_CELL) return undefined;
  const { currency } = amount;
  if (typeof currency === 'object' && 'constant' in currency) {
    return { cell, currencyCell: NO_CELL, currencyConstant: currency.constant };
  }
  const currencyCell = header.resolve(currency);
  if (currencyCell === NO_CELL) notes.push(`no currency column: amounts are of currency ${NO_CURRENCY}`);
  return { cell, currencyCell, currencyConstant: NO_CURRENCY };
}

function numberPlan({ numbers = {} }: Mapping): NumberPlan {
  return {
    decimalMark: numbers.decimalMark ?? '.',
    thousandsMark: numbers.thousandsMark ?? '',
    currencySigns: numbers.currencySigns ?? '',
    bracketsAreNegative: numbers.bracketsAreNegative ?? false,
    scientific: numbers.scientific ?? false,
    negative: numbers.negative ?? 'quarantine',
  };
}

function timePlan(
  time: TimeMapping,
  header: FileHeader,
  sample: readonly (readonly string[])[],
  notes: string[],
): TimePlan {
  if (time === 'file-order') {
    notes.push('no time in this file: the order of the lines stands in for it');
    return { kind: 'order' };
  }
  const cell = header.resolve(time.column);
  if ('step' in time) {
    notes.push(`times are steps of one ${time.step}`);
    return { kind: 'step', cell };
  }
  const zoneMinutes = parseZone(time.zone ?? '+00:00');
  if (zoneMinutes === undefined) {
    throw new InputError('zone-unreadable', `Expected an offset such as +02:00 but received ${time.zone ?? ''}`);
  }
  const { formats, note } = decideDateOrder(
    time.formats,
    sample.map((cells) => (cells[cell] ?? '').trim()),
  );
  if (note !== undefined) notes.push(note);
  if (formats.includes('YYMMDD')) notes.push('two-digit years lie in 1970-2069');
  if (formats.some((format) => !format.startsWith('unix'))) {
    notes.push(`times without an offset are read as ${time.zone ?? '+00:00, the mapping names none'}`);
  }
  return { kind: 'clock', cell, timeOfDayCell: header.resolve(time.timeOfDay), formats, zoneMinutes };
}
