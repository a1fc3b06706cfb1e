import { type KnownAccounts, protectUse, receivedTotals, SMALLEST_GROUP, toSums } from '../disclosure/index.js';
import { type Account, DAY_MS, formatInstant, type Row } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { type AccountKey } from '../ledger/index.js';
import { RHYTHM_NOTE, type WeekdayCounts, weekdayCounts } from '../questions/index.js';
import { nodesOf } from '../trace/index.js';

/** From more users on, sharing an account links nobody: so many use a machine, an exchange or a shop. A choice. */
const MOST_SHARERS = 20;

const USE_NOTE =
  'A user pays the account or is paid by it. Only operators of a case that was given are named; one or two others are "fewer than three". That two ' +
  'accounts use a third says nothing of whether they know each other. A lead, not proof.';

/** What an account received from others, or paid them. */
export interface AccountSide {
  readonly transfers: number;
  /** Exact, one per currency: of receipts what was received. */
  readonly sums: readonly { readonly currency: string; readonly amount: string }[];
  readonly first: string | null;
  readonly last: string | null;
  /** Accounts on the other side that are no operators of the case; null for one or two. */
  readonly others: number | null;
  /** Null for data without clock times. */
  readonly weekdays: WeekdayCounts | null;
}

/** An operator of the case that uses the account. */
export interface AccountUser {
  readonly accounts: readonly AccountKey[];
  /** Transfers to the account that was asked about, and from it. */
  readonly paidIn: number;
  readonly paidOut: number;
  /** Files that these transfers are in. */
  readonly files: readonly string[];
}

/** Use of the account in one file. */
export interface UseInFile {
  readonly file: string;
  readonly transfers: number;
  /** Users in it that are no operators of the case; null for one or two. */
  readonly others: number | null;
}

/** The answer of {@link askAccount}. */
export interface AccountAnswer {
  /** Null where the account stays unnamed: it is no operator of a case that was given, or vouched for. */
  readonly named: readonly AccountKey[] | null;
  readonly received: AccountSide;
  readonly paid: AccountSide;
  /** Users that are operators of the case, most transfers first. */
  readonly operators: readonly AccountUser[];
  /** The other users; null for one or two. */
  readonly others: number | null;
  /** Of these, those that use it in more than one file; null for one or two. */
  readonly inSeveralFiles: number | null;
  /** Files that it occurs in, in the order in which they were read. */
  readonly files: readonly UseInFile[];
  /** Whether so many share it (more than 20) that sharing it links nobody. */
  readonly shared: boolean;
  readonly notes: readonly string[];
}

/**
 * What the data say of one account that somebody has in mind, such as a wallet, a cash machine or a shop: what it received and
 * paid, on which days of the week and whether that is a rhythm (`testWeekdays`, of days with a payment), and who else uses it.
 * A *user* pays it or is paid by it, itself aside. Users are told by file, since one account in the files of two cases is what
 * ties them. Named are operators of the case that it is asked in; everybody else is counted, and one or two are "fewer than three".
 *
 * Not claimed: that users know each other or of each other, or that a rhythm means anything: shops, wages and markets have one.
 * Accounts of one holder are kept apart. O(transfers of the account).
 *
 * @param known - Operators of the case and accounts that are vouched for. Default nobody: then nobody is named
 * @throws UsageError `trace-account` for a number that is no account, and for none
 * @example
 * const { files, received } = askAccount(graph, ledger.accounts.find({ institution: '', account: 'wallet' })!);
 * use(files.length, received.weekdays?.peaks);
 */
export function askAccount(graph: TemporalGraph, account: Account, known: KnownAccounts = {}): AccountAnswer {
  nodesOf(graph, [account]); // throws: a number beyond the accounts would answer for all of them
  const { ledger, payer, beneficiary } = graph;
  const into = rowsOf(graph.in, account).filter((row) => payer[row] !== account);
  const from = rowsOf(graph.out, account).filter((row) => beneficiary[row] !== account);
  const users = new Map<Account, Use>();
  const note = (user: Account, row: Row, side: 'paidIn' | 'paidOut'): void => {
    const use = users.get(user) ?? { paidIn: 0, paidOut: 0, files: new Set<number>() };
    use[side]++;
    use.files.add(ledger.columns.sourceFile[row]!);
    users.set(user, use);
  };
  for (const row of into) note(payer[row]!, row, 'paidIn');
  for (const row of from) note(beneficiary[row]!, row, 'paidOut');
  const names = protectUse(graph, account, known);
  const [operators, others]: [AccountUser[], Use[]] = [[], []];
  const isOther = new Set<Account>();
  for (const [user, use] of users) {
    const party = names.partyOf(user);
    if (party.kind === 'named') {
      const files = [...use.files].sort((a, b) => a - b).map((file) => ledger.sources[file]?.name ?? '');
      operators.push({ accounts: party.accounts, paidIn: use.paidIn, paidOut: use.paidOut, files });
    } else {
      others.push(use);
      isOther.add(user);
    }
  }
  const own = names.partyOf(account);
  const rows = [...into, ...from];
  const othersOf = (some: readonly Row[], other: Int32Array): number | null =>
    orFew(new Set(some.map((row) => other[row]!).filter((user) => isOther.has(user))).size);
  return {
    named: own.kind === 'named' ? own.accounts : null,
    received: {
      ...sideOf(graph, into),
      sums: toSums(receivedTotals(ledger, into)),
      others: othersOf([...into], payer),
    },
    paid: { ...sideOf(graph, from), sums: toSums(ledger.totals(from)), others: othersOf([...from], beneficiary) },
    operators: operators.sort((a, b) => b.paidIn + b.paidOut - (a.paidIn + a.paidOut)),
    others: orFew(others.length),
    inSeveralFiles: orFew(others.filter(({ files }) => files.size > 1).length),
    files: byFile(graph, rows, others),
    shared: users.size > MOST_SHARERS,
    notes: [USE_NOTE, RHYTHM_NOTE],
  };
}

interface Use {
  paidIn: number;
  paidOut: number;
  readonly files: Set<number>;
}

/** Transfers and users of each file that has any. O(transfers + files). */
function byFile({ ledger }: TemporalGraph, rows: readonly Row[], others: readonly Use[]): UseInFile[] {
  const [transfers, users] = [new Map<number, number>(), new Map<number, number>()];
  const countIn = (counts: Map<number, number>, file: number): void =>
    void counts.set(file, (counts.get(file) ?? 0) + 1);
  for (const row of rows) countIn(transfers, ledger.columns.sourceFile[row]!);
  for (const { files } of others) for (const file of files) countIn(users, file);
  return [...transfers]
    .sort(([left], [right]) => left - right)
    .map(([file, count]) => ({
      file: ledger.sources[file]?.name ?? '',
      transfers: count,
      others: orFew(users.get(file) ?? 0),
    }));
}

function orFew(count: number): number | null {
  return count > 0 && count < SMALLEST_GROUP ? null : count;
}

/** When one side was active. */
function sideOf({ ledger }: TemporalGraph, given: Int32Array): Omit<AccountSide, 'sums' | 'others'> {
  const { timeMs } = ledger.columns;
  const rows = [...given].sort((a, b) => a - b);
  const moment = (row: Row | undefined): string | null =>
    row === undefined ? null : formatInstant(timeMs[row]!, ledger.precision);
  return {
    transfers: rows.length,
    first: moment(rows[0]),
    last: moment(rows.at(-1)),
    weekdays: ledger.precision === 'order' || ledger.precision === 'step' ? null : weekdaysOf(rows, timeMs),
  };
}

function weekdaysOf(rows: readonly Row[], timeMs: ArrayLike<number>): WeekdayCounts {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const day = Math.floor(timeMs[row]! / DAY_MS);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return weekdayCounts([...counts.keys()], [...counts.values()], 0);
}
