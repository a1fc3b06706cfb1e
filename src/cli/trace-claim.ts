import { readFile } from 'node:fs/promises';
import { type Account, InputError, type Row, UsageError } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';
import { findAccount, findListedAccounts } from './find-accounts.js';
import { findRows } from './find-rows.js';
import { type Duration } from './parse-duration.js';

/** How a person says where a trace begins. */
export interface ClaimFlags {
  readonly from?: string;
  readonly fromFile?: string;
  readonly rows?: string;
  readonly to?: readonly string[];
  readonly direction: 'forward' | 'backward';
  readonly minShare: number;
  readonly maxWait?: Duration;
}

/** Where a trace begins, in the ledger's numbers. */
export interface FoundClaim {
  readonly claim: { readonly accounts: readonly Account[] } | { readonly rows: readonly Row[] };
  /** Accounts that destinations are narrowed to; undefined = all. */
  readonly to: readonly Account[] | undefined;
  /** Lines of the list that name no account of the data. */
  readonly unknownLines: readonly number[];
}

/** @throws UsageError `claim-missing`, `claim-twice`, `claim-direction` before anything is read */
export function requireOneClaim({ from, fromFile, rows, to, direction, minShare, maxWait }: ClaimFlags): void {
  const isForward = direction === 'forward';
  const given = isForward ? [from, fromFile, rows] : [to, rows];
  const expected = isForward ? '--from, --from-file or --rows' : '--to or --rows';
  const count = given.filter((flag) => flag !== undefined).length;
  if (count === 0) throw new UsageError('claim-missing', `Expected ${expected} to say where the trace begins`);
  if (count > 1) throw new UsageError('claim-twice', `Expected one of ${expected} but received several`);
  if (!isForward && (from !== undefined || fromFile !== undefined)) {
    throw new UsageError('claim-direction', 'Expected --to or --rows for a trace backward but received --from');
  }
  if (!isForward && (minShare > 0 || maxWait !== undefined)) {
    const flag = minShare > 0 ? '--min-share' : '--max-wait';
    throw new UsageError(
      'claim-direction',
      `Expected ${flag} for a trace forward only: looking back has no such limit`,
    );
  }
}

/** Reads the list of `--from-file`. @throws InputError `file-unreadable` */
export async function readAccountList(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new InputError('file-unreadable', `Expected to read the list ${path} but could not`, { cause });
  }
}

/** Finds the claim of a trace in the ledger. `list` is the text of `--from-file`. */
export function findClaim(
  ledger: Ledger,
  flags: ClaimFlags,
  list: string | undefined,
  paths: readonly string[],
): FoundClaim {
  const to = flags.to?.map((text) => findAccount(ledger.accounts, text, '--to'));
  if (flags.rows !== undefined) return { claim: { rows: findRows(ledger, flags.rows, paths) }, to, unknownLines: [] };
  if (list !== undefined) {
    const { accounts, unknownLines } = findListedAccounts(ledger.accounts, list);
    return { claim: { accounts }, to, unknownLines };
  }
  if (flags.from !== undefined) {
    return { claim: { accounts: [findAccount(ledger.accounts, flags.from, '--from')] }, to, unknownLines: [] };
  }
  return { claim: { accounts: to ?? [] }, to: undefined, unknownLines: [] };
}
