import { type Mapping } from '../mapping.js';
import { type SampleRecord } from '../sample-records.js';
import { ColumnChoice } from './column-choice.js';
import { profileColumns } from './column-profile.js';
import { findChannel } from './find-channel.js';
import { findFilters } from './find-filters.js';
import { findMoney } from './find-money.js';
import { type FileBeginning } from './find-own-account.js';
import { findParties, turned } from './find-parties.js';
import { withStandIns } from './find-stand-ins.js';
import { findTime } from './find-time.js';
import { describeList, describeOtherTable } from './no-transfers.js';

const NAMES_JOIN_NOBODY =
  'names of holders join no accounts, since people share names: if a column has an id, a birth date or an address of the holder, name it as holderId';

/**
 * A mapping from what columns are called and what their cells look like; adds what is in doubt about it. What was not
 * recognised is `???`, with the columns that may be it among the doubts. Undefined if not even one part was recognised.
 */
export function proposeMapping(
  columns: readonly string[],
  rows: readonly SampleRecord[],
  { doubts, ...beginning }: FileBeginning & { readonly doubts: string[] },
): Mapping | undefined {
  const whole = rows.filter(({ cells }) => cells.length === columns.length);
  const profiles = profileColumns(columns, whole.length > 0 ? whole : rows);
  const other = describeOtherTable(profiles);
  if (other !== undefined) {
    doubts.push(other);
    return undefined;
  }
  const choice = new ColumnChoice(columns, profiles, doubts);
  const count = choice.free.length;
  const time = findTime(choice, beginning.titles);
  const found = findParties(choice, beginning);
  const { ownAccount } = found;
  const { balance, ...money } = findMoney(choice, found, beginning.titles);
  // Balances are those of the payer, who is then the other side.
  const onlyArrives = found.isStatement && found.otherIs === 'payer' && money.direction === undefined;
  const parties = onlyArrives ? turned(found) : found;
  const filters = findFilters(choice);
  const channel = findChannel(choice);
  const payer = withStandIns(choice, parties.payer);
  const beneficiary = withStandIns(choice, parties.beneficiary);
  if (payer?.holder !== undefined || beneficiary?.holder !== undefined) doubts.push(NAMES_JOIN_NOBODY);
  const [idColumn] = choice
    .about(['id'], ['payer', 'beneficiary', 'counterparty', 'own', 'institution', 'aside', 'amount'])
    .filter(
      ({ distinct, filled, looksLikeTimes }) =>
        !looksLikeTimes && filled.length > 0 && distinct.size >= filled.length * 0.9,
    );
  const id = choice.take(idColumn);
  if (choice.free.length === count) return undefined;
  const mapping: Mapping = {
    ...(ownAccount !== undefined && { ownAccount }),
    ...(payer !== undefined && { payer }),
    ...(beneficiary !== undefined && { beneficiary }),
    time,
    ...money,
    ...(balance !== undefined && !onlyArrives && { balance }),
    ...filters,
    ...(channel !== undefined && { channel }),
    ...(id !== undefined && { id }),
  };
  const list = describeList(mapping);
  if (list !== undefined) doubts.push(list);
  return mapping;
}
