import { type LookAlikeKind } from './look-alike-kinds.js';
import { type NetworkPlan } from './network-plan.js';
import { type Stage } from './stage.js';
import { transferId } from './transfer-id.js';
import { type MemberRole, type Truth } from './truth.js';

/** A network as planned and the rows it wrote. */
export interface PlantedNetwork {
  readonly plan: NetworkPlan;
  readonly rows: readonly number[];
}

/** An innocent story and the accounts at its centre. */
export interface PlantedLookAlike {
  readonly kind: LookAlikeKind;
  readonly accounts: readonly number[];
}

/** The truth about a finished stage, in names and ids instead of numbers. */
export function writeTruth(given: {
  seed: number;
  stage: Stage;
  order: Uint32Array;
  planted: readonly PlantedNetwork[];
  innocent: readonly PlantedLookAlike[];
}): Truth {
  const { seed, stage, order, planted, innocent } = given;
  const { book, random, sheet } = stage;
  const names = book.nameAll(random);
  const position = new Uint32Array(order.length);
  order.forEach((row, i) => (position[row] = i));
  const seen = new Uint8Array(book.size);
  for (let row = 0; row < sheet.length; row++) {
    seen[sheet.payer.array[row]!] = 1;
    seen[sheet.beneficiary.array[row]!] = 1;
  }
  const payers = new Set<number>();
  const networks = planted.map(({ plan, rows }, i) => {
    const paying = new Set(rows.map((row) => sheet.payer.array[row]!));
    for (const payer of plan.payers) if (paying.has(payer)) payers.add(payer);
    const member = (role: MemberRole) => (account: number) => ({ ...names[account]!, role });
    const taking = new Set([...paying, ...rows.map((row) => sheet.beneficiary.array[row]!)]);
    const active = (accounts: readonly number[]): number[] => accounts.filter((account) => taking.has(account));
    return {
      id: `N${String(i + 1).padStart(3, '0')}`,
      mode: plan.mode,
      corridor: plan.corridor.id,
      members: [
        ...active(plan.collectors.map((operator) => operator.account)).map(member('collector')),
        ...active(plan.mules.map((operator) => operator.account)).map(member('mule')),
        ...active(plan.coordinators).map(member('coordinator')),
        ...active(plan.valueTransfers).map(member('value-transfer')),
        ...active(plan.services).map(member('journey-service')),
      ],
      transferIds: [...rows]
        .sort((left, right) => position[left]! - position[right]!)
        .map((row) => transferId(position[row]!)),
    };
  });
  const visible = innocent
    .map(({ kind, accounts }) => ({ kind, accounts: accounts.filter((account) => seen[account] === 1) }))
    .filter(({ accounts }) => accounts.length > 0);
  const lookAlikes = visible.map(({ kind, accounts }, i) => ({
    id: `L${String(i + 1).padStart(3, '0')}`,
    kind,
    accounts: accounts.map((account) => names[account]!),
  }));
  return {
    version: 1,
    seed,
    transfers: sheet.length,
    networks,
    lookAlikes,
    payers: [...payers].sort((left, right) => left - right).map((payer) => names[payer]!),
    accounts: seen.reduce((sum, one) => sum + one, 0),
  };
}
