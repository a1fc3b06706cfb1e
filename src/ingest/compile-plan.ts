import { InputError } from '../foundation/index.js';
import { channelCode } from '../ledger/index.js';
import { type SkipCode } from './dialect.js';
import { type FileHeader } from './file-header.js';
import { accountRules } from './accounts/account-rules.js';
import { filterColumn, IN_AMOUNT, type AmountColumns, type Mapping, type PartyColumns } from './mapping.js';
import { type AmountPlan, NO_CELL, type NumberPlan, type PartyPlan, type RowFilter, type RowPlan } from './row-plan.js';
import { isSensitiveColumn } from './sensitive-columns.js';
import { directionWords, foldWord } from './statements/direction-words.js';
import { rawName } from './raw-units.js';
import { ownAccountText, withOwnAccount } from './own-account.js';
import { timePlan } from './time-plan.js';
import { type FileFacts, PlanCells } from './values/plan-cells.js';
import { canonicalCurrency, NO_CURRENCY } from './vocabulary/currencies.js';

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
  readonly file: FileFacts;
}

/**
 * Resolves a mapping against the columns of one file.
 *
 * @throws InputError `column-missing`, `column-ambiguous`, `sensitive-column` if a mapped column is about what a person
 *   is, `date-order-ambiguous`, `zone-unreadable`, `value-missing` and `own-account-missing` if the account of a statement
 *   is not where the mapping says
 */
export function compilePlan(given: Mapping, { header, prelude, sample, file }: PlanContext): CompiledPlan {
  const notes: string[] = [...(given.notes ?? [])];
  const missing = new Set((given.missing ?? []).map((text) => text.trim().toLowerCase()));
  const accounts = accountRules(given.accounts);
  const cells = new PlanCells((column) => header.resolve(column), header.names.length, file, { missing, accounts });
  const mapping = withOwnAccount(given, ownAccountText(given, cells, file, notes));
  const { payer = {}, beneficiary = {}, direction = 'as-given' } = mapping;
  const paid = mapping.amount && amountPlan(mapping.amount, cells, notes);
  const flag = typeof direction === 'object' ? direction : undefined;
  const plan: Omit<RowPlan, 'shownCells'> = {
    cellCount: header.names.length,
    prelude,
    skipPrefixes: mapping.dialect?.skipPrefixes ?? [],
    footerPrefixes: mapping.dialect?.footerPrefixes ?? [],
    payer: partyPlan(payer, cells),
    beneficiary: partyPlan(beneficiary, cells),
    paid,
    received: mapping.received && amountPlan(mapping.received, cells, notes),
    direction: typeof direction === 'object' ? 'flag' : direction,
    creditCell: cells.resolve(mapping.credit),
    flagCell: cells.resolve(flag?.column),
    flagWords: flag === undefined ? new Map<string, boolean>() : directionWords(flag),
    balanceCell: cells.resolve(mapping.balance),
    balanceTolerance: mapping.balanceTolerance ?? 0,
    numbers: numberPlan(mapping),
    time: timePlan(mapping.time, cells, sample, notes),
    channelCell: cells.resolve(mapping.channel?.column),
    channels: new Map(
      Object.entries(mapping.channel?.values ?? {}).map(([word, channel]) => [
        word.trim().toLowerCase(),
        channelCode(channel),
      ]),
    ),
    idCell: cells.resolve(mapping.id),
    sequenceCell: mapping.sequence === 'file-order' ? NO_CELL : cells.resolve(mapping.sequence),
    sequenceByFileOrder: mapping.sequence === 'file-order',
    labelCell: cells.resolve(mapping.label),
    missing,
    removeAccountBlanks: mapping.accountBlanks === 'remove',
    accounts,
    currencies: { declared: new Set(mapping.currencies ?? []), any: (mapping.tokens ?? false) !== false },
    filters: [...filtersOf(mapping.only, true, cells), ...filtersOf(mapping.except, false, cells)],
    // Behind everything that may derive a cell.
    derived: cells.derived,
    columnNames: [...header.names, ...cells.derivedNames(header.names)],
  };
  if (paid !== undefined && mapping.numbers?.decimalMark === undefined) {
    notes.push('decimal mark "." assumed, the mapping names none');
  }
  const { tokens = false } = mapping;
  if (tokens !== false) notes.push(`any text is taken for a currency${tokens === true ? '' : `: ${tokens}`}`);
  const mapped = mappedCells(plan).flatMap((cell) => cells.sourcesOf(cell));
  refuseSensitive(header, mapped, notes);
  return { plan: { ...plan, shownCells: shownCells(plan, cells) }, notes };
}

type Cells = Omit<RowPlan, 'shownCells'>;

/** Every cell that a plan reads. */
export function mappedCells(plan: Cells): number[] {
  return [...tellingCells(plan), ...moneyCells(plan)];
}

/** Cells that tell who pays whom, or whose text may. */
function tellingCells({ payer, beneficiary, idCell, labelCell }: Cells): number[] {
  const parties = [payer, beneficiary].flatMap(({ account, institution, holder, holderId, place, country }) => [
    account,
    institution,
    holder,
    holderId,
    place,
    country,
  ]);
  return [...parties, idCell, labelCell].filter((cell) => cell !== NO_CELL);
}

/** Cells that tell how much, when, which way and how. */
function moneyCells(plan: Cells): number[] {
  const { payer, beneficiary, time } = plan;
  const kinds = [payer, beneficiary].flatMap(({ whenMissing }) => whenMissing.map(({ cell }) => cell));
  const amounts = [plan.paid, plan.received].flatMap((sum) =>
    sum === undefined ? [] : [sum.cell, sum.orCell, sum.decimalsCell, sum.currencyCell],
  );
  const times = time.kind === 'order' ? [] : time.kind === 'step' ? [time.cell] : [time.cell, time.timeOfDayCell];
  const statement = [plan.creditCell, plan.flagCell, plan.balanceCell, ...plan.filters.map(({ cell }) => cell)];
  const rest = [plan.channelCell, plan.sequenceCell];
  return [...kinds, ...amounts, ...times, ...statement, ...rest].filter((cell) => cell !== NO_CELL);
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

function partyPlan(party: PartyColumns, cells: PlanCells): PartyPlan {
  return {
    account: cells.resolve(party.account),
    institution: cells.resolve(party.institution),
    holder: cells.resolve(party.holder),
    holderId: cells.resolve(party.holderId),
    place: cells.resolve(party.place),
    country: cells.resolve(party.country),
    whenMissing: (party.whenMissing ?? []).map(({ column, values }) => ({
      cell: cells.resolve(column),
      kinds: new Map(Object.entries(values).map(([word, kind]) => [foldWord(word), kind])),
    })),
  };
}

/** Undefined if the amount's column is optional and absent. */
function amountPlan(amount: AmountColumns, cells: PlanCells, notes: string[]): AmountPlan | undefined {
  const cell = cells.resolve(amount.column);
  if (cell === NO_CELL) return undefined;
  const { currency, whenNoCurrency = '' } = amount;
  const currencyInAmount = currency === IN_AMOUNT;
  const common = {
    cell,
    orCell: cells.resolve(amount.orColumn),
    decimalsCell: cells.resolve(amount.decimals),
    rawUnits: amount.rawUnits ?? false,
    currencyInAmount,
    whenNoCurrency: canonicalCurrency(whenNoCurrency) ?? whenNoCurrency,
  };
  if (common.rawUnits)
    notes.push('amounts are smallest units, whose decimals the file does not say: "raw" is before the currency');
  if (typeof currency === 'object' && 'constant' in currency) {
    const { constant } = currency;
    const written = canonicalCurrency(constant) ?? constant;
    return { ...common, currencyCell: NO_CELL, currencyConstant: rawName(written, common.rawUnits) };
  }
  const none = { ...common, currencyConstant: NO_CURRENCY };
  if (currencyInAmount) return { ...none, currencyCell: NO_CELL };
  const currencyCell = cells.resolve(currency);
  if (currencyCell === NO_CELL) notes.push(`no currency column: amounts are of currency ${NO_CURRENCY}`);
  return { ...none, currencyCell };
}

function numberPlan({ numbers = {} }: Mapping): NumberPlan {
  return {
    decimalMark: numbers.decimalMark ?? '.',
    thousandsMark: numbers.thousandsMark ?? '',
    currencySigns: numbers.currencySigns ?? '',
    bracketsAreNegative: numbers.bracketsAreNegative ?? false,
    scientific: numbers.scientific ?? false,
    negative: numbers.negative ?? 'quarantine',
    leavesOutZero: numbers.zero === 'leave-out',
  };
}

function filtersOf(words: Mapping['only'], keeps: boolean, cells: PlanCells): RowFilter[] {
  return Object.entries(words ?? {}).map(([key, list]) => ({
    cell: cells.resolve(filterColumn(key)),
    words: new Set(list.map(foldWord)),
    keeps,
  }));
}

/** A cell of which only a part is mapped is not shown: nobody knows what the rest of it tells. */
function shownCells(plan: Cells, cells: PlanCells): Set<number> {
  const telling = new Set(tellingCells(plan).flatMap((cell) => cells.sourcesOf(cell)));
  return new Set(moneyCells(plan).filter((cell) => cell < plan.cellCount && !telling.has(cell)));
}
