import { type TemporalGraph } from '../../src/graph/index.js';
import { type Truth } from '../../src/simulation/index.js';

/** What an account of a simulated world is to the training, as codes. */
export const ACCOUNT_KINDS = ['ordinary', 'core', 'left-out', 'kept'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];
export const kindCode = (kind: AccountKind): number => ACCOUNT_KINDS.indexOf(kind);

/**
 * Kind of each account: core operators are learned, other roles of operators left out (they may be listed, but need not be
 * found), look-alikes and payers all kept as innocent, and so is everybody else, but thinned. Accounts without transfers
 * (those of a holder that another account stands for) are left out.
 */
export function accountKinds({ ledger, payer, beneficiary }: TemporalGraph, truth: Truth): Uint8Array {
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
  for (const { members } of truth.networks) {
    mark(
      members.filter(({ role }) => role === 'journey-service'),
      'left-out',
    );
    mark(
      members.filter(({ role }) => role !== 'journey-service'),
      'core',
    );
  }
  return kinds;
}
