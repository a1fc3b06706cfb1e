import { type Command } from 'commander';
import { type AskedLeads, type KnownAccounts } from '../disclosure/index.js';
import { type GuardListUse, type ReadReport, type TraceChoices } from '../investigation/index.js';
import { type Ledger } from '../ledger/index.js';
import { repeated } from './argument-checks.js';
import { readCaseOperators } from './case-operators.js';
import { findGuarded, type NamedGuardList } from './guard-lists.js';

/** Flags that say whom outputs of a question may name. */
export interface KnownFlags {
  readonly case?: string;
  readonly guardList?: readonly string[];
}

/** Who is known, and what outputs say of it. */
export interface FoundKnown {
  readonly known: KnownAccounts;
  /** The case with the accounts of its leads, for `mintTrace` alone, which shows of them only whom the trace reaches. */
  readonly asked: AskedLeads | undefined;
  /** What a manifest says: numbers, no account. */
  readonly choices: { readonly case: TraceChoices['case']; readonly guardLists: readonly GuardListUse[] };
}

/** Adds the flags of {@link KnownFlags} to a command. */
export function addKnownOptions(command: Command): Command {
  return command
    .option('--case <dir>', 'case made from the same files: its operators are named, and nobody else')
    .option(
      '--guard-list <file>',
      'accounts you vouch for, named nowhere, as for investigate; may be repeated',
      repeated,
    );
}

/** Finds operators and vouched accounts in the data. @throws InputError `case-unreadable`, `case-other-data`, `account-ambiguous` */
export async function findKnown(
  { case: folder }: KnownFlags,
  lists: readonly NamedGuardList[],
  { ledger, telling, ...report }: ReadReport & { readonly ledger: Ledger; readonly telling: ReadonlySet<string> },
): Promise<FoundKnown> {
  const found = folder === undefined ? undefined : await readCaseOperators(folder, ledger.accounts, report);
  const { guardLists, uses } = findGuarded(ledger.accounts, lists, telling);
  return {
    known: {
      operators: found?.operators,
      vouched: [...(guardLists.registeredBodies ?? []), ...(guardLists.licensedRemitters ?? [])],
    },
    asked: found?.asked,
    choices: {
      case: found === undefined ? null : { leads: found.asked.leads.length, operators: found.operators.size },
      guardLists: uses,
    },
  };
}
