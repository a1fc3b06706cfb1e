import { type Command } from 'commander';
import { UsageError } from '../foundation/index.js';
import { type Mapping, type PresetName } from '../ingest/index.js';
import { sourceNames } from '../node/index.js';
import { repeated } from './argument-checks.js';

/** Adds `--own-account` to a command that reads files. */
export function addOwnAccountOption(command: Command): Command {
  return command.option(
    '--own-account <file=account>',
    'the account that a file is a statement of; repeat for each file (one file: the account alone)',
    repeated,
  );
}

/**
 * Accounts by the names of sources, as `--own-account` gave them.
 * @throws UsageError `own-account-unused` for an entry that names none of the files, or a file twice
 */
export function ownAccountsOf(files: readonly string[], given: readonly string[] = []): ReadonlyMap<string, string> {
  const names = sourceNames(files);
  const accounts = new Map<string, string>();
  for (const entry of given) {
    // The longest path first: a path may hold an equals sign.
    const found = [...files.entries()]
      .filter(([, file]) => entry.startsWith(`${file}=`))
      .sort(([, a], [, b]) => b.length - a.length)[0];
    const isAlone = found === undefined && files.length === 1 && !entry.includes('=');
    const name = isAlone ? names[0]! : names[found?.[0] ?? -1];
    const account = isAlone ? entry : entry.slice((found?.[1].length ?? 0) + 1);
    if (name === undefined || accounts.has(name) || account.trim() === '') {
      throw new UsageError(
        'own-account-unused',
        'Expected --own-account FILE=ACCOUNT, once for each file that is read, but received another FILE or no account',
      );
    }
    accounts.set(name, account.trim());
  }
  return accounts;
}

/**
 * A mapping as a manifest may hold it: an account that it names may be somebody's who merely paid, so the manifest says that
 * one was given, and whoever repeats the run gives it again.
 */
export function withoutOwnAccount(mapping: PresetName | Mapping): PresetName | Mapping {
  if (typeof mapping === 'string') return mapping;
  const { ownAccount, payer, beneficiary } = mapping;
  if (ownAccount === 'given') return mapping;
  if (ownAccount !== undefined && 'constant' in ownAccount) return { ...mapping, ownAccount: 'given' };
  if (isConstant(payer?.account)) return { ...mapping, payer: withoutAccount(payer), ownAccount: 'given' };
  if (!isConstant(beneficiary?.account)) return mapping;
  return { ...mapping, beneficiary: withoutAccount(beneficiary), ownAccount: 'given' };
}

type Party = { -readonly [key in keyof NonNullable<Mapping['payer']>]: NonNullable<Mapping['payer']>[key] };

function isConstant(account: Party['account']): boolean {
  return typeof account === 'object' && 'constant' in account;
}

function withoutAccount(party: Party = {}): Party {
  const rest = { ...party };
  delete rest.account;
  return rest;
}
