import { type AccountName } from './account-book.js';
import { givenOnly } from './given-only.js';
import { type PlantedLookAlike, type PlantedNetwork } from './planted.js';
import { type Stage } from './stage.js';
import { transferId } from './transfer-id.js';
import { type Truth, type TruthNetwork } from './truth.js';

/** A finished stage and what was planted on it. */
export interface FinishedStage {
  readonly seed: number;
  readonly stage: Stage;
  /** Transfers for each account that were asked for, if any were. */
  readonly density: number | undefined;
  /** Rows that the books show, in the order of the file. */
  readonly order: Uint32Array;
  readonly names: readonly AccountName[];
  readonly planted: readonly PlantedNetwork[];
  readonly innocent: readonly PlantedLookAlike[];
}

/** The truth about a finished stage, in names and ids instead of numbers: of everything only what the books show. */
export function writeTruth(finished: FinishedStage): Truth {
  const { seed, stage, density, order, names, planted, innocent } = finished;
  const { book, sheet, regime, stress, clock } = stage;
  const position = new Int32Array(sheet.length).fill(-1);
  const seen = new Uint8Array(book.size);
  order.forEach((row, i) => {
    position[row] = i;
    seen[sheet.payer.array[row]!] = 1;
    seen[sheet.beneficiary.array[row]!] = 1;
  });
  const payers = new Set<number>();
  const networks = planted.map((network, i) => describeNetwork(network, i, { finished, position, payers }));
  const lookAlikes = innocent
    .map(({ kind, accounts }) => ({ kind, accounts: accounts.filter((account) => seen[account] === 1) }))
    .filter(({ accounts }) => accounts.length > 0)
    .map(({ kind, accounts }, i) => ({
      id: `L${String(i + 1).padStart(3, '0')}`,
      kind,
      accounts: accounts.map((account) => names[account]!),
    }));
  const { name, resolution, columns, banksSeen, rowsMissing, disguise } = regime;
  return {
    version: 1,
    seed,
    transfers: order.length,
    regime: name,
    days: clock.days,
    resolution,
    columns,
    ...(name === 'all-columns' ? {} : { homes: regime.homes }),
    ...givenOnly({ banksSeen: banksSeen < 1 ? banksSeen : undefined, rowsMissing: rowsMissing || undefined }),
    ...givenOnly({ density, disguise: disguise || undefined, ...stress }),
    networks,
    lookAlikes,
    payers: [...payers].sort((left, right) => left - right).map((payer) => names[payer]!),
    accounts: seen.reduce((sum, one) => sum + one, 0),
  };
}

/** One network as the books show it. Adds the families who are seen to pay it to `payers`. */
function describeNetwork(
  { mode, corridor, members, payers: families, rows }: PlantedNetwork,
  i: number,
  { finished, position, payers }: { finished: FinishedStage; position: Int32Array; payers: Set<number> },
): TruthNetwork {
  const { stage, names } = finished;
  const { sheet, regime } = stage;
  const shown = rows.filter((row) => position[row]! >= 0);
  const paying = new Set(shown.map((row) => sheet.payer.array[row]!));
  const taking = new Set([...paying, ...shown.map((row) => sheet.beneficiary.array[row]!)]);
  for (const family of families) if (paying.has(family)) payers.add(family);
  const hasIds = regime.columns !== 'no-ids';
  return {
    id: `N${String(i + 1).padStart(3, '0')}`,
    mode,
    corridor,
    members: members
      .filter(({ account }) => taking.has(account))
      .map(({ account, role }) => ({ ...names[account]!, role })),
    transferIds: hasIds
      ? shown
          .map((row) => position[row]!)
          .sort((left, right) => left - right)
          .map(transferId)
      : [],
  };
}
