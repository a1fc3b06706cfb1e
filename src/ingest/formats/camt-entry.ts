import { type StatementChannel, type StatementParty } from './statement-records.js';
import { type XmlNode } from './xml-node.js';

/** Which account a statement is of. */
export function ownPartyOf(account: XmlNode): StatementParty {
  const servicer = account.find('Svcr', 'FinInstnId');
  return {
    account: accountOf(account),
    bank: servicer === undefined ? '' : bankOf(servicer),
    name: account.text('Ownr/Nm', 'Ownr/Pty/Nm'),
    country: '',
  };
}

/**
 * The other side of a transaction. `isDebtor`: it is the debtor of the underlying payment, who is not always the one whose money
 * moves: in a reversal the parties keep their part and the money goes back.
 */
export function otherPartyOf(details: XmlNode, isDebtor: boolean): StatementParty {
  const role = isDebtor ? 'Dbtr' : 'Cdtr';
  const account = details.find('RltdPties', `${role}Acct`);
  const agent = details.find('RltdAgts', `${role}Agt`, 'FinInstnId');
  const party = details.find('RltdPties', role);
  return {
    account: account === undefined ? '' : accountOf(account),
    bank: agent === undefined ? '' : bankOf(agent),
    name: party?.text('Nm', 'Pty/Nm', 'Agt/FinInstnId/Nm') ?? '',
    country: party?.text('PstlAdr/Ctry', 'Pty/PstlAdr/Ctry', 'CtryOfRes', 'Pty/CtryOfRes') ?? '',
  };
}

/** The end-to-end id of a transaction, else another that names it. */
export function referenceOf(details: XmlNode): string {
  const endToEnd = details.text('Refs/EndToEndId');
  if (endToEnd !== '' && endToEnd.toUpperCase() !== 'NOTPROVIDED') return endToEnd;
  return details.text('Refs/UETR', 'Refs/TxId', 'Refs/AcctSvcrRef', 'Refs/InstrId', 'Refs/PmtInfId');
}

/** A date or a moment. */
export function dateOf(node: XmlNode | undefined): string {
  return node?.text('DtTm', 'Dt') ?? '';
}

/** Unstructured purpose of a payment. */
export function purposeOf(details: XmlNode): string {
  const lines = details.find('RmtInf')?.children.filter(({ name }) => name === 'Ustrd') ?? [];
  return lines.map((line) => line.ownText).join(' ');
}

const BY_FAMILY = new Map<string, StatementChannel>([
  ...['RCDT', 'ICDT', 'RRCT', 'IRCT'].map((family): [string, StatementChannel] => [family, 'transfer']),
  ...['RDDT', 'IDDT'].map((family): [string, StatementChannel] => [family, 'direct-debit']),
  ...['CCRD', 'MCRD'].map((family): [string, StatementChannel] => [family, 'card']),
  ...['RCHQ', 'ICHQ'].map((family): [string, StatementChannel] => [family, 'cheque']),
  ['CNTR', 'cash'],
]);
const CASH = new Set(['CWDL', 'CDPT', 'XBCW']);
const FEES = new Set(['CHRG', 'FEES', 'COMM', 'INTR', 'CAJT']);

/** How money moved, by the bank transaction code (ISO 20022 external code set: domain, family, sub-family). */
export function channelOf(code: XmlNode | undefined): StatementChannel {
  const sub = code?.text('Domn/Fmly/SubFmlyCd') ?? '';
  if (CASH.has(sub)) return 'cash';
  if (FEES.has(sub)) return 'fee';
  if (sub === 'BOOK') return 'internal';
  return BY_FAMILY.get(code?.text('Domn/Fmly/Cd') ?? '') ?? ((code?.text('Domn/Cd') ?? '') === '' ? '' : 'other');
}

function accountOf(account: XmlNode): string {
  return account.text('Id/IBAN', 'Id/Othr/Id', 'Id/PrtryAcct/Id').replace(/\s+/gu, '');
}

function bankOf(institution: XmlNode): string {
  return institution.text('BICFI', 'BIC', 'ClrSysMmbId/MmbId', 'Othr/Id', 'PrtryId/Id').replace(/\s+/gu, '');
}
