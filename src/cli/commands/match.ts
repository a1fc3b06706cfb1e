import { type Command } from 'commander';
import { type CaseMatch, matchCases, type MatchedLeads } from '../../disclosure/index.js';
import { readCaseDocument } from '../../node/index.js';
import { terminalTable } from '../terminal-table.js';
import { type Terminal } from '../terminal.js';

/** Most accounts shown; `--json` prints all. */
const MOST_SHOWN = 50;

/** `illicit-flows match`: operators that two redacted cases have in common. */
export function addMatchCommand(program: Command, terminal: Terminal): void {
  program
    .command('match')
    .description('find operators that two cases have in common, by pseudonyms under one key')
    .argument('<case1>', 'folder that redact wrote, level internal or partner')
    .argument('<case2>', 'another one, redacted under the same key')
    .option('--json', 'print the result as JSON')
    .action(async (one: string, other: string, flags: { readonly json?: true }) => {
      const match = matchCases(await readCaseDocument(one), await readCaseDocument(other));
      terminal.print(flags.json === true ? `${JSON.stringify(match)}\n` : describe(match));
    });
}

function describe({ accounts, leads, keyFingerprint, levels }: CaseMatch): string {
  const heading = `Key ${keyFingerprint}; levels ${levels.join(' and ')}.`;
  if (accounts.length === 0) {
    return `${heading}\nNo operator is in both cases. An account that is written in two ways is not found.\n`;
  }
  const shown = accounts
    .slice(0, MOST_SHOWN)
    .flatMap(({ account, one, other }) =>
      one.flatMap((left) => other.map((right) => [account, left.lead, left.role, right.lead, right.role])),
    );
  const left = accounts.length - MOST_SHOWN;
  return [
    heading,
    `${accounts.length} ${accounts.length === 1 ? 'account is' : 'accounts are'} an operator in both cases. That says that both saw it, and not what it is.`,
    '',
    ...leads.map(tellLeads),
    '',
    terminalTable(['account', 'lead 1', 'may be', 'lead 2', 'may be'], shown),
    ...(left > 0 ? [`... and ${left} more accounts; --json prints all`] : []),
    '',
  ].join('\n');
}

function tellLeads({ one, other, accounts, accountsOfOne, accountsOfOther, corridors }: MatchedLeads): string {
  const ways = corridors.map(
    ({ from, to, transfersOfOne, transfersOfOther }) =>
      `${from} to ${to} (${transfersOfOne} and ${transfersOfOther} transfers)`,
  );
  const where = ways.length === 0 ? 'no corridor in common' : `corridors in both: ${ways.join(', ')}`;
  return `${one} and ${other}: ${accounts} in common, of ${accountsOfOne} and ${accountsOfOther}; ${where}`;
}
