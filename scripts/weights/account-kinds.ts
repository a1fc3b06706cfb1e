import { rowsOf, type TemporalGraph } from '../../src/graph/index.js';
import { type Truth } from '../../src/simulation/index.js';

/** What an account of a simulated world is to the training, as codes. */
export const ACCOUNT_KINDS = ['ordinary', 'core', 'left-out', 'kept'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];
export const kindCode = (kind: AccountKind): number => ACCOUNT_KINDS.indexOf(kind);

/** Three is the least that shows repetition. */
const SEEN = 3;

/**
 * Kind of each account: core operators are learned if at least {@link SEEN} transfers with their network show, since less
 * cannot tell anybody apart; other roles of operators are left out (they may be listed, but need not be found). Look-alikes and
 * payers, and everybody else, are innocent. Accounts without transfers (those of a holder that another account stands for) are
 * left out.
 */
export function accountKinds(graph: TemporalGraph, truth: Truth): Uint8Array {
  const { ledger, payer, beneficiary } = graph;
  const kinds = new Uint8Array(ledger.accounts.size).fill(kindCode('left-out'));
  for (const column of [payer, beneficiary]) for (const account of column) kinds[account] = kindCode('ordinary');
  const mark = (names: Iterable<{ institution: string; account: string }>, kind: AccountKind): void => {
    for (const { institution, account } of names) {
      const found = ledger.accounts.find({ institution, account });
      if (found !== undefined) kinds[ledger.accounts.unit[found]!] = kindCode(kind);
    }
  };
  for (const { accounts } of truth.lookAlikes) mark(accounts, 'kept');
  mark(truth.payers, 'kept');
  const nodeOf = ({ institution, account }: { institution: string; account: string }): number | undefined => {
    const found = ledger.accounts.find({ institution, account });
    return found === undefined ? undefined : ledger.accounts.unit[found];
  };
  const payers = new Set(truth.payers.map(nodeOf));
  for (const { members } of truth.networks) {
    const core = members.filter(({ role }) => role !== 'journey-service');
    mark(members, 'left-out');
    const own = new Set(members.map(nodeOf));
    mark(
      core.filter((member) => seenTransfers(nodeOf(member), own, payers) >= SEEN),
      'core',
    );
  }
  return kinds;

  /** Transfers of an account with its network or with anybody who pays a network. */
  function seenTransfers(
    node: number | undefined,
    own: ReadonlySet<number | undefined>,
    families: ReadonlySet<number | undefined>,
  ): number {
    if (node === undefined) return 0;
    const isTheirs = (other: number): boolean => own.has(other) || families.has(other);
    const incoming = rowsOf(graph.in, node).filter((row) => isTheirs(payer[row]!));
    return incoming.length + rowsOf(graph.out, node).filter((row) => isTheirs(beneficiary[row]!)).length;
  }
}
