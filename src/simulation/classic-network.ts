import { runNetwork } from './network-flows.js';
import { planNetwork } from './network-plan.js';
import { type PlantedNetwork } from './planted.js';
import { type Stage } from './stage.js';
import { type MemberRole } from './truth.js';

/** A network as version 0.1.0 planted it; undefined if somebody it cannot do without could not be cast. */
export function plantClassicNetwork(stage: Stage, position: number): PlantedNetwork | undefined {
  const plan = planNetwork(stage, position);
  const { payers, collectors, mules, coordinators, valueTransfers, services, mode, corridor } = plan;
  if ([payers, collectors, coordinators, valueTransfers].some((cast) => cast.length === 0)) return undefined;
  const as = (role: MemberRole, accounts: readonly number[]): { account: number; role: MemberRole }[] =>
    accounts.map((account) => ({ account, role }));
  const members = [
    ...as(
      'collector',
      collectors.map(({ account }) => account),
    ),
    ...as(
      'mule',
      mules.map(({ account }) => account),
    ),
    ...as('coordinator', coordinators),
    ...as('value-transfer', valueTransfers),
    ...as('journey-service', services),
  ];
  return { mode, corridor: corridor.id, members, payers, rows: runNetwork(stage, plan) };
}
