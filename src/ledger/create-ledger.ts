import { type Issue, PRECISIONS } from '../foundation/index.js';
import { type BuildOptions, type BuiltLedger } from './assemble-ledger.js';
import { channelCode } from './channel.js';
import { type CheckedTransfer, checkTransfer, type TransferFault } from './check-transfer.js';
import { LedgerBuilder } from './ledger-builder.js';
import { type DatedTransferInput, type TransferInput } from './transfer-input.js';

/** A ledger from objects, and what is wrong with those that are not in it. */
export interface CreatedLedger extends BuiltLedger {
  /**
   * One issue per transfer that was left out (`quarantined`) or is in the ledger with a remark (`noted`), by position from 1, with
   * the codes of the readers of files. The first 10,000; {@link CreatedLedger.issueCount} has them all. No account stands in them.
   */
  readonly issues: readonly Issue[];
  readonly issueCount: number;
}

const SOURCE = 'memory';
const MOST_ISSUES = 10_000;

/**
 * A ledger from transfers that are already objects. Lines of the source are their positions, from 1. A transfer that cannot be
 * read is left out and told in `issues`: look at them. O(transfers), plus sorting them by time.
 *
 * @example
 * const { ledger, issues } = createLedger([
 *   { payer: 'a', beneficiary: 'b', time: '2024-01-15T10:00Z', amount: '12.50', currency: 'EUR' },
 * ]);
 */
export function createLedger(
  transfers: Iterable<TransferInput | DatedTransferInput>,
  options: BuildOptions = {},
): CreatedLedger {
  const builder = new LedgerBuilder();
  const file = builder.addSource({ name: SOURCE, sha256: '' });
  const issues: Issue[] = [];
  let issueCount = 0;
  let line = 0;
  const tell = ({ code, field, expected, received }: TransferFault, effect: Issue['effect']): void => {
    issueCount++;
    if (issues.length >= MOST_ISSUES) return;
    const place = { file: SOURCE, line, ...(field === '' ? {} : { column: field }) };
    issues.push({ code, effect, place, expected, received });
  };
  for (const transfer of transfers) {
    line++;
    const checked = checkTransfer(transfer);
    if ('code' in checked) {
      tell(checked, 'quarantined');
      continue;
    }
    append(builder, checked, file, line);
    if (checked.remark !== undefined) tell(checked.remark, 'noted');
  }
  return { ...builder.finish(options), issues, issueCount };
}

function append(builder: LedgerBuilder, transfer: CheckedTransfer, file: number, line: number): void {
  const { paid, received, timeMs } = transfer;
  const [payer, beneficiary] = [transfer.payer, transfer.beneficiary].map(({ institution, account }) =>
    builder.accounts.intern(institution, account),
  ) as [number, number];
  const precision = PRECISIONS.indexOf(transfer.precision);
  const currency = paid === undefined ? 0 : builder.currencies.intern(paid.currency);
  const channel = channelCode(transfer.channel);
  builder.appendRow(payer, beneficiary, timeMs, precision, NaN, 0, currency, channel, file, line);
  if (paid !== undefined) builder.setExactAmount(paid.value.mantissa, paid.value.decimals);
  if (received !== undefined) {
    const { mantissa, decimals } = received.value;
    builder.setReceived(mantissa, decimals, builder.currencies.intern(received.currency));
  }
  transfer.places.forEach((place, kind) => {
    if (place !== undefined) builder.setPlace(kind, builder.places.intern(place));
  });
  transfer.holders.forEach(({ name, id }, side) => {
    if (name !== undefined) builder.accounts.noteHolder(side === 0 ? payer : beneficiary, name, id);
  });
  if (transfer.id !== undefined) builder.setId(transfer.id);
}
