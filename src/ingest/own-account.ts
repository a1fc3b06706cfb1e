import { InputError, UsageError } from '../foundation/index.js';
import { type Mapping } from './mapping.js';
import { type FileFacts, type PlanCells } from './values/plan-cells.js';

/** Said alike of a mapping and a caller, since a case is repeated without the account in its mapping. */
const NAMED_BY_READER = 'a statement of one account, which whoever read it named';

/**
 * The account that a file is a statement of; undefined for a file that names both sides in its rows. How it was found is
 * added to `notes`, the account itself is not.
 *
 * @throws InputError `own-account-missing` if the caller must say it and has not, `value-missing`
 * @throws UsageError `own-account-unused` if the caller says it of a file whose rows name both sides
 */
export function ownAccountText(
  { ownAccount, payer = {}, beneficiary = {} }: Mapping,
  cells: PlanCells,
  { name, ownAccount: said }: FileFacts,
  notes: string[],
): string | undefined {
  const isOpen = payer.account === undefined || beneficiary.account === undefined;
  if (said !== undefined) {
    if (!isOpen) {
      const advice = 'the mapping names the accounts of both sides';
      throw new UsageError('own-account-unused', `Expected no own account for ${name}: ${advice}`);
    }
    notes.push(NAMED_BY_READER);
    return said;
  }
  if (ownAccount === undefined) return undefined;
  if (ownAccount === 'given') {
    const advice = 'say it with --own-account FILE=ACCOUNT (ownAccounts in the library)';
    throw new InputError('own-account-missing', `Expected the account that ${name} is a statement of: ${advice}`);
  }
  const place = 'fileName' in ownAccount ? 'name of the file' : 'lines above the header';
  notes.push('constant' in ownAccount ? NAMED_BY_READER : `a statement of one account, found in the ${place}`);
  return cells.fileText(ownAccount);
}

/** The mapping with the own account in the place of the side that has none, the payer's first. */
export function withOwnAccount(mapping: Mapping, text: string | undefined): Mapping {
  if (text === undefined) return mapping;
  const { payer = {}, beneficiary = {} } = mapping;
  const account = { constant: text };
  return payer.account === undefined
    ? { ...mapping, payer: { ...payer, account } }
    : { ...mapping, beneficiary: { ...beneficiary, account } };
}
