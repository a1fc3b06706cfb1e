import { IllicitFlowsError } from '../foundation/index.js';
import { chooseLayout } from './choose-layout.js';
import { type ColumnRole, ROLE_RULES, ruleFits, wordsOf } from './column-words.js';
import { guessNumberFormat, guessTimeFormat } from './guess-formats.js';
import { type ColumnRef, type Mapping, type PartyColumns } from './mapping.js';
import { layoutsOf, PRESET_NAMES, type PresetName } from './presets.js';
import { type SampleRecord, sampleRecords } from './sample-records.js';
import { isSensitiveColumn } from './sensitive-columns.js';
import { describeDelimiter, sniffDialect } from './sniff-dialect.js';

/** What the beginning of a file looks like, and how it might be read. */
export interface Inspection {
  readonly name: string;
  readonly encoding: string;
  /** One character or `blank`. */
  readonly delimiter: string;
  /** Header texts as written. */
  readonly columns: readonly string[];
  /** The first preset that fits, with the name of its layout. */
  readonly preset: PresetName | undefined;
  readonly layout: string | undefined;
  /** A proposal where no preset fits; undefined if time or accounts were not recognised. */
  readonly mapping: Mapping | undefined;
  /** What a person should check before using the proposal, as sentences. */
  readonly doubts: readonly string[];
}

/** Settings of {@link inspectSample}. */
export interface InspectSampleOptions {
  /** Whether the bytes are the whole file; otherwise the last record may be cut and is not looked at. Default false. */
  readonly isWhole?: boolean;
}

/**
 * Proposes how to read a file from its first bytes: a preset, or a mapping from the names of its columns (in several
 * languages) and the look of its cells. A proposal is a guess, and every guess is named in `doubts`; nothing is read
 * with it until somebody says so.
 *
 * @param head first bytes, unpacked; 64 kB are plenty
 * @param name what the file is called in messages
 */
export function inspectSample(head: Uint8Array, name: string, options: InspectSampleOptions = {}): Inspection {
  const isWhole = options.isWhole ?? false;
  const { dialect, text, hasSepLine, notes } = sniffDialect(head, {});
  const all = sampleRecords(text, dialect.delimiter, Infinity).slice(hasSepLine ? 1 : 0);
  const records = (isWhole || all.length < 2 ? all : all.slice(0, -1)).filter(({ raw }) => raw.trim() !== '');
  const columns = (records[0]?.cells ?? []).map((cell) => cell.trim());
  const facts = { name, encoding: dialect.encoding, delimiter: dialect.delimiter, columns };
  const doubts: string[] = [...notes];
  if (records.length === 0) doubts.push('the file is empty');
  for (const column of columns) {
    if (isSensitiveColumn(column))
      doubts.push(`column ${column.slice(0, 80)} is about what a person is: it is never read`);
  }
  const match = matchPreset(head, name, isWhole);
  if (match !== undefined) return { ...facts, ...match, mapping: undefined, doubts };
  doubts.push(`no preset fits; columns set apart by ${describeDelimiter(dialect.delimiter)}`);
  const mapping = proposeMapping(columns, records.slice(1), doubts);
  return { ...facts, preset: undefined, layout: undefined, mapping, doubts };
}

function matchPreset(
  head: Uint8Array,
  name: string,
  isWhole: boolean,
): { preset: PresetName; layout: string } | undefined {
  for (const preset of PRESET_NAMES) {
    try {
      const { layout, plan } = chooseLayout({ name, head, isWhole }, layoutsOf(preset), preset);
      if (plan !== undefined) return { preset, layout };
    } catch (error) {
      if (!(error instanceof IllicitFlowsError)) throw error;
    }
  }
  return undefined;
}

function proposeMapping(
  columns: readonly string[],
  rows: readonly SampleRecord[],
  doubts: string[],
): Mapping | undefined {
  const roles = assignRoles(columns);
  const ref = (role: ColumnRole): ColumnRef | undefined => {
    const cell = roles.get(role);
    return cell === undefined ? undefined : columnRef(columns, cell);
  };
  const texts = (role: ColumnRole): string[] => {
    const cell = roles.get(role);
    return cell === undefined ? [] : rows.map(({ cells }) => (cells[cell] ?? '').trim());
  };
  const payer = party(ref('payerAccount'), ref('payerInstitution'), ref('payerHolder'));
  const beneficiary = party(ref('beneficiaryAccount'), ref('beneficiaryInstitution'), ref('beneficiaryHolder'));
  const time = ref('time');
  for (const [found, what] of [
    [payer, 'the account that pays'],
    [beneficiary, 'the account that is paid'],
    [time, 'the time'],
  ] as const) {
    if (found === undefined) doubts.push(`no column was recognised as ${what}`);
  }
  if (payer === undefined || beneficiary === undefined || time === undefined) return undefined;

  const format = guessTimeFormat(texts('time'));
  if (format === undefined) doubts.push('the form of the times was not recognised: set time.formats, or time.step');
  doubts.push(...(format?.doubts ?? []));
  const numbers = guessNumberFormat(texts('amount'));
  const amount = ref('amount');
  if (amount === undefined) doubts.push('no column was recognised as the amount');
  else if (numbers === undefined) doubts.push('the amounts were not recognised as numbers');
  doubts.push(...(numbers?.doubts ?? []));
  const currency = ref('currency');
  if (amount !== undefined && currency === undefined) doubts.push('no currency column: put the currency for XXX');
  const timeOfDay = ref('timeOfDay');
  const channel = ref('channel');
  const id = ref('id');
  return {
    payer,
    beneficiary,
    time: {
      column: time,
      ...(timeOfDay === undefined ? {} : { timeOfDay }),
      formats: [format?.value ?? 'YYYY-MM-DD'],
      zone: '+00:00',
    },
    ...(amount === undefined ? {} : { amount: { column: amount, currency: currency ?? { constant: 'XXX' } } }),
    ...(channel === undefined ? {} : { channel: { column: channel, values: {} } }),
    ...(id === undefined ? {} : { id }),
    ...(numbers === undefined ? {} : { numbers: numbers.value }),
  };
}

/** One column per role and one role per column, by the rules in order. */
function assignRoles(columns: readonly string[]): Map<ColumnRole, number> {
  const roles = new Map<ColumnRole, number>();
  const taken = new Set<number>();
  const words = columns.map(wordsOf);
  for (const rule of ROLE_RULES) {
    if (roles.has(rule.role)) continue;
    const cell = columns.findIndex((name, i) => !taken.has(i) && !isSensitiveColumn(name) && ruleFits(rule, words[i]!));
    if (cell < 0) continue;
    roles.set(rule.role, cell);
    taken.add(cell);
  }
  return roles;
}

/** A column by its name, with the occurrence where the name is not its own. */
function columnRef(columns: readonly string[], cell: number): ColumnRef {
  const name = columns[cell]!;
  const same = columns.flatMap((other, i) => (other.toLowerCase() === name.toLowerCase() ? [i] : []));
  return same.length === 1 ? name : { name, occurrence: same.indexOf(cell) + 1 };
}

function party(
  account: ColumnRef | undefined,
  institution: ColumnRef | undefined,
  holder: ColumnRef | undefined,
): PartyColumns | undefined {
  if (account === undefined) return undefined;
  return {
    account,
    ...(institution === undefined ? {} : { institution }),
    ...(holder === undefined ? {} : { holder }),
  };
}
