import { type Channel, CHANNELS } from '../ledger/index.js';
import { type ColumnRole, ROLE_RULES, ruleFits, wordsOf } from './column-words.js';
import { guessNumberFormat, guessTimeFormat } from './guess-formats.js';
import { type ColumnRef, type Mapping, type PartyColumns } from './mapping.js';
import { type SampleRecord } from './sample-records.js';
import { isSensitiveColumn } from './sensitive-columns.js';

/** How many of payer, beneficiary and time the cells of a record name, if they are read as a header. */
export function headerEvidence(columns: readonly string[]): number {
  const roles = assignRoles(columns);
  return (['payerAccount', 'beneficiaryAccount', 'time'] as const).filter((role) => roles.has(role)).length;
}

/** A mapping from what columns are called and what their cells look like; adds what is in doubt about it. */
export function proposeMapping(
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
  const channels = proposeChannels(texts('channel'));
  doubts.push(...channels.doubts);
  const id = ref('id');
  doubts.push('times without a zone of their own are taken for UTC (time.zone)');
  const unused = columns.filter((_, cell) => !USED_ROLES.some((role) => roles.get(role) === cell));
  if (unused.length > 0) doubts.push(`columns not used: ${unused.map((column) => column.slice(0, 80)).join(', ')}`);
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
    ...(channel === undefined ? {} : { channel: { column: channel, values: channels.values } }),
    ...(id === undefined ? {} : { id }),
    ...(numbers === undefined ? {} : { numbers: numbers.value }),
  };
}

/** Roles that {@link proposeMapping} makes use of. */
const USED_ROLES: readonly ColumnRole[] = [
  ...(['payerAccount', 'payerInstitution', 'payerHolder', 'time', 'timeOfDay', 'amount', 'currency'] as const),
  ...(['beneficiaryAccount', 'beneficiaryInstitution', 'beneficiaryHolder', 'channel', 'id'] as const),
];
/** A column with more different words is no column of channels. */
const MAX_WORDS = 20;

/** Words that hold the name of a channel are taken for it; every word that does not is named. */
function proposeChannels(texts: readonly string[]): {
  readonly values: Record<string, Channel>;
  readonly doubts: readonly string[];
} {
  const words = [...new Set(texts)].filter((text) => text !== '').sort();
  if (words.length > MAX_WORDS) {
    return { values: {}, doubts: [`the channel column holds ${words.length} different words: is it one?`] };
  }
  const known = words.flatMap((word): [string, Channel][] => {
    const channel = CHANNELS.find((name) => wordsOf(word).includes(name));
    return channel === undefined ? [] : [[word, channel]];
  });
  const open = words.filter((word) => !known.some(([one]) => one === word)).map((word) => word.slice(0, 40));
  const doubts = [
    ...known.map(([word, channel]) => `"${word.slice(0, 40)}" is taken for the channel ${channel}`),
    ...(open.length === 0 ? [] : [`channels not translated: ${open.join(', ')}. ${ADVICE}`]),
  ];
  return { values: Object.fromEntries(known), doubts };
}

const ADVICE = `Say in channel.values which of ${CHANNELS.join(', ')} each is: indicators of cash see no other`;

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
