import { type TracePart, type TraceRow, type TraceSummary } from '../trace-summary.js';
import { capital, counted, countWord, decimal, listed, money, whole } from './numbers.js';

type Rule = TraceSummary['rules'][number];

/** "lowest intermediate balance". */
export function ruleName(rule: string): string {
  return rule.replaceAll('-', ' ');
}

/** What a rule says, and what to know about its figures. */
export function ruleWords({ meaning, measure, tieSensitive, rounded, stoppedBy }: Rule): string {
  const remarks = [
    ...(measure === 'reach' ? ['no mark in the picture'] : []),
    ...(tieSensitive === true ? ['another order inside an instant changes its figures'] : []),
    ...(rounded ? ['kept in whole minor units'] : []),
    ...(stoppedBy === null ? [] : [`not followed to the end: stopped by ${stoppedBy}`]),
  ];
  return `${capital(meaning)}.${remarks.length === 0 ? '' : ` ${capital(remarks.join('; '))}.`}`;
}

/** "Where EUR 51,868.91 went, by rule". */
export function traceTitle({ parts, direction }: TraceSummary): string {
  const sums = parts.flatMap(({ currency, claimed }) =>
    claimed === null ? [] : [`${currency} ${rangeWords(claimed)}`.trim()],
  );
  const what = listed(sums) || 'the money';
  return direction === 'forward' ? `Where ${what} went, by rule` : `What ${what} was made of, by rule`;
}

/** What was asked, and how it was answered. */
export function claimWords({ claim, rules, direction }: TraceSummary): string {
  const { transfers, accounts, named } = claim;
  const unnamed = accounts - named.length;
  const others = unnamed > 0 ? [`${counted(unnamed, 'account')} not named here`] : [];
  const who = listed([...(named.length > 0 ? [namesOf(named)] : []), ...others]);
  const followed = rules.length === 1 ? 'one rule' : `${countWord(rules.length)} rules`;
  const how = `through mixed accounts by ${followed} that courts use`;
  const what = counted(transfers, 'transfer');
  return direction === 'forward'
    ? `What ${who} paid out in ${what}, followed ${how}.`
    : `What came to ${who} in ${what}, looked back at ${how}.`;
}

/** Which accounts of each lead the trace meets. */
export function reachWords({ leads, direction }: TraceSummary): string[] {
  const verb = direction === 'forward' ? 'reaches' : 'comes from';
  return leads
    .filter(({ reached }) => reached.length > 0)
    .map(
      ({ lead, accounts, reached }) =>
        `It ${verb} ${whole(reached.length)} of the ${counted(accounts, 'account')} of ${lead}: ${namesOf(reached)}.`,
    );
}

/** Why the figures may be more or less than the whole; first what was cut short. */
export function limitWords(summary: TraceSummary): string[] {
  const { parts, rules, isNarrowed, instantOrder, assumptions } = summary;
  const stopped = rules.filter(({ stoppedBy }) => stoppedBy !== null);
  const hasAmounts = rules.some(({ measure }) => measure === 'attributed');
  return [
    ...(stopped.length === 0
      ? []
      : [
          `Incomplete: ${listed(stopped.map(({ rule, stoppedBy }) => `${ruleName(rule)} stopped by ${stoppedBy!}`))}. The rest is not in these figures.`,
        ]),
    ...(hasAmounts ? [] : ['Only a reach was asked for: it attributes no amount to anybody.']),
    ...(hasAmounts && parts.length === 0 ? ['The data have no amounts: value cannot be followed.'] : []),
    ...(isNarrowed ? ['Only destinations that were asked for are listed: these rows do not add up to the claim.'] : []),
    ...parts.flatMap(({ dust, currency }) =>
      dust === null
        ? []
        : [
            `${counted(dust.accounts, 'more account')} got less than half a smallest unit each, ${money({ currency, amount: dust.highest })} at most in all.`,
          ],
    ),
    `Order inside an instant: ${instantOrder}.`,
    ...assumptions,
  ];
}

/** What a row is about. */
export function rowTitle({ kind, count, account, meaning }: TraceRow): string {
  if (account !== null) return accountName(account);
  if (kind === 'state') return capital(meaning);
  if (kind === 'more') return `${counted(count, 'more account')} of leads`;
  if (kind === 'payers') return counted(count, 'protected payer');
  if (kind === 'others') return `${counted(count, 'account')} outside leads, not named`;
  if (kind === 'unnamed') return `${counted(count, 'account')} not named, payers among them`;
  return `Back or still at the ${count === 1 ? 'account' : 'accounts'} it came from`;
}

/** What the case says of the account of a row. */
export function rowNote({ account, meaning, kind }: TraceRow): string {
  if (kind === 'payers') return 'may merely have paid: counted, never named';
  if (account === null) return '';
  return [account.lead, account.role, kind === 'account' ? meaning : ''].filter((text) => text !== '').join(' · ');
}

/** "30,163.00 to 32,084.45", or one figure where all rules agree. */
export function rangeWords({ lowest, highest }: Pick<TraceRow, 'lowest' | 'highest'>): string {
  return lowest === highest ? decimal(lowest) : `${decimal(lowest)} to ${decimal(highest)}`;
}

/** A group of rows under its heading, in the order of the page. */
export interface RowGroup {
  readonly title: string;
  readonly rows: readonly TraceRow[];
  readonly note: string;
}

/** The rows of a part, what ended apart from what only passed. */
export function rowGroups(
  { states, places, passed, passedMore, addsUp }: TracePart,
  { direction }: TraceSummary,
): RowGroup[] {
  const sum = addsUp ? 'Under each rule these rows add up to what was followed.' : '';
  const groups = [
    { title: 'What became of it', rows: states, note: '' },
    direction === 'forward'
      ? { title: 'Where it ended', rows: places, note: sum }
      : { title: 'Where it came from', rows: places, note: sum },
    {
      title: 'What only passed through',
      rows: passed,
      note: `The same money may pass several accounts: these rows do not add up.${passedMore > 0 ? ` ${counted(passedMore, 'more account')} of leads passed some on.` : ''}`,
    },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** The rows of a part as a table: group, account, what is said of it, an amount per rule, lowest and highest. */
export function traceTable(part: TracePart, summary: TraceSummary): { heads: string[]; rows: string[][] } {
  const rules = summary.rules.filter(({ measure }) => measure === 'attributed').map(({ rule }) => rule);
  const amount = (text: string | undefined): string =>
    text === undefined ? '' : money({ currency: part.currency, amount: text });
  return {
    heads: [
      'What',
      'Account',
      'Case',
      ...rules.map((rule) => `Amount, ${ruleName(rule)}`),
      'Lowest amount',
      'Highest amount',
    ],
    rows: rowGroups(part, summary).flatMap(({ title, rows }) =>
      rows.map((row) => [
        title,
        rowTitle(row),
        rowNote(row),
        ...rules.map((rule) => amount(row.amounts.find((one) => one.rule === rule)?.amount)),
        amount(row.lowest),
        amount(row.highest),
      ]),
    ),
  };
}

/** Where the whole list lies, and what lies beside it. */
export function tableNote({ direction }: TraceSummary): string {
  const table = direction === 'forward' ? 'destinations.csv' : 'origins.csv';
  return `Every line is in ${table} in the folder of the trace; steps.csv there has the file and line of each transfer behind it.`;
}

/** Accounts named in a sentence [choice]. */
const MOST_NAMES = 12;

function namesOf(accounts: TraceSummary['claim']['named']): string {
  const more = accounts.length - MOST_NAMES;
  const shown = accounts.slice(0, MOST_NAMES).map(accountName);
  return listed(more > 0 ? [...shown, `${whole(more)} more`] : shown);
}

function accountName({ institution, account }: { readonly institution: string; readonly account: string }): string {
  return `${institution} ${account}`.trim();
}
