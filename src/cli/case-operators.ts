import { type Account, InputError } from '../foundation/index.js';
import { type AskedLeads } from '../disclosure/index.js';
import { type ReadReport } from '../investigation/index.js';
import { type AccountDirectory } from '../ledger/index.js';
import { hashCase, readCaseInputs, readOperatorAccounts } from '../node/index.js';

/** A case that a question is asked in: who its operators are, and whether the data are the same. */
export interface AskedCase {
  /** What a trace says of it. */
  readonly asked: AskedLeads;
  /** Every account of every operator, as nodes of the ledger. */
  readonly operators: ReadonlySet<Account>;
}

/**
 * The operators of a case on disk, as accounts of the data just read. A name in a case holds for the data that the case was
 * made from, so all its files must be among those read.
 *
 * @throws InputError `case-unreadable`, `case-other-data`
 */
export async function readCaseOperators(
  folder: string,
  directory: AccountDirectory,
  { files }: ReadReport,
): Promise<AskedCase> {
  const accounts = await readOperatorAccounts(folder);
  const hashes = new Set(files.map(({ sha256 }) => sha256));
  const missing = (await readCaseInputs(folder)).filter(({ sha256 }) => !hashes.has(sha256)).length;
  const found = accounts.map((key) => directory.find(key));
  if (missing > 0 || found.includes(undefined)) {
    const reason =
      missing > 0
        ? `${missing} of its files are not among them, byte for byte`
        : 'they are read in another way: accounts of its leads do not occur';
    throw new InputError('case-other-data', `Expected --case to be made from these data, but ${reason}`);
  }
  const asked = {
    sha256: await hashCase(folder),
    leads: [...new Set(accounts.map(({ cluster }) => cluster))].map((lead) => ({
      lead,
      accounts: accounts
        .filter(({ cluster }) => cluster === lead)
        .map(({ institution, account }) => ({ institution, account })),
    })),
  };
  return { asked, operators: new Set(found.filter((account) => account !== undefined)) };
}
