import { formatSums, showInvisible } from '../export/index.js';
import { type AccountAnswer, type AccountSide } from '../investigation/index.js';
import { weekdayWords } from '../questions/index.js';
import { terminalTable } from './terminal-table.js';

/** What a person sees of one account: both sides, its week, and who uses it by file. */
export function describeAccount(answer: AccountAnswer): string {
  const { named, received, paid, operators, others, inSeveralFiles, files, shared, notes } = answer;
  const who =
    named === null ? 'The account asked about, which stays unnamed' : showInvisible(named.map(nameOf).join(' | '));
  const sides = terminalTable(
    ['', 'transfers', 'sums', 'first', 'last', 'accounts that are not named'],
    [sideRow('received', received), sideRow('paid', paid)],
  );
  const users = terminalTable(
    ['operator of the case', 'pays it', 'is paid by it', 'files'],
    operators.map((one) => [
      one.accounts.map(nameOf).join(' | '),
      String(one.paidIn),
      String(one.paidOut),
      one.files.join(', '),
    ]),
  );
  const byFile = terminalTable(
    ['file', 'transfers', 'users that are not named'],
    files.map((one) => [one.file, String(one.transfers), few(one.others)]),
  );
  const common = `${few(others)} users are not named${files.length > 1 ? `, ${few(inSeveralFiles)} of them in more than one file` : ''}.`;
  const lines = [
    who,
    sides,
    '',
    ...weekLines('received', received),
    ...weekLines('paid', paid),
    '',
    ...(operators.length === 0 ? [] : [users, '']),
    byFile,
    common.charAt(0).toUpperCase() + common.slice(1),
    ...(shared ? ['More than 20 accounts use it: sharing it links nobody.'] : []),
    '',
    ...notes,
  ];
  return `${lines.join('\n')}\n`;
}

function sideRow(what: string, { transfers, sums, first, last, others }: AccountSide): string[] {
  return [what, String(transfers), formatSums(sums), first ?? '', last ?? '', few(others)];
}

function weekLines(what: string, { weekdays, transfers }: AccountSide): string[] {
  if (transfers === 0) return [];
  return [
    weekdays === null ? `${what}: no days, as the data have no clock times` : `${what} ${weekdayWords(weekdays)}.`,
  ];
}

function nameOf({ institution, account }: { readonly institution: string; readonly account: string }): string {
  return `${institution} ${account}`.trim();
}

function few(count: number | null): string {
  return count === null ? 'fewer than three' : String(count);
}
