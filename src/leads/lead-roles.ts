import { CHOICE, type ParameterSet, type ParameterValues } from '../evidence/index.js';
import { type AccountFacts, type FlowFeatures, type Relations } from '../features/index.js';
import { type Account } from '../foundation/index.js';
import { type RoleHypothesis } from './role.js';

/** The numbers that decide between roles. */
export const ROLE_PARAMETERS = Object.freeze({
  collectorPayers: {
    value: 2,
    unit: 'count',
    meaning: 'Fewest exceptional payers from outside the lead of a possible collector',
    source: CHOICE,
  },
  coordinatorFeeders: {
    value: 2,
    unit: 'count',
    meaning: 'Fewest accounts of the lead that feed a possible coordinator',
    source: CHOICE,
  },
  insideShare: {
    value: 0.5,
    unit: 'share',
    meaning:
      'An account is fed by the lead, or passes into it or to one receiver, from this share of its money on: most of it',
    source: CHOICE,
  },
  transferParties: {
    value: 10,
    unit: 'count',
    meaning: 'Fewest payers, and fewest receivers outside the lead, of a possible value-transfer node',
    source: CHOICE,
  },
} satisfies ParameterSet);
export type RoleParameters = ParameterValues<keyof typeof ROLE_PARAMETERS>;

/** How one account of a lead stands to the others and to those outside. Values in units. */
export interface LeadPosition {
  readonly payersOutside: number;
  readonly feedersInside: number;
  readonly receiversInside: number;
  readonly receiversOutside: number;
  /** Share of value in that comes from the lead, and of value out that goes into it, 0..1. */
  readonly inShare: number;
  readonly outShare: number;
  /** The receiver of most of its money: share of value out that it gets, whether it is in the lead, how many of the lead feed it. */
  readonly main: { readonly share: number; readonly isInside: boolean; readonly feeders: number };
}

/** Measures the position of an account in its lead. O(relations of the account). */
export function leadPosition(
  { relations, exceptional, marked }: FlowFeatures,
  account: Account,
  members: ReadonlySet<Account>,
  { topReceiver }: Pick<AccountFacts, 'topReceiver'>,
): LeadPosition {
  let [payersOutside, feedersInside, receiversInside, receiversOutside, from, to] = [0, 0, 0, 0, 0, 0];
  for (let k = relations.inStarts[account]!; k < relations.inStarts[account + 1]!; k++) {
    const r = relations.inRelations[k]!;
    if (members.has(relations.payer[r]!)) {
      feedersInside++;
      from += relations.total[r]!;
    } else payersOutside += exceptional.exceptional[r]!;
  }
  for (let r = relations.outStarts[account]!; r < relations.outStarts[account + 1]!; r++) {
    if (members.has(relations.beneficiary[r]!)) {
      receiversInside++;
      to += relations.total[r]!;
    } else receiversOutside++;
  }
  const [into, out] = [marked.totalIn[account]!, marked.totalOut[account]!];
  const top = topReceiver[account]!;
  const main = top < 0 ? -1 : relations.beneficiary[top]!;
  return {
    payersOutside,
    feedersInside,
    receiversInside,
    receiversOutside,
    inShare: into > 0 ? from / into : 0,
    outShare: out > 0 ? to / out : 0,
    main: {
      share: top < 0 || out <= 0 ? 0 : relations.total[top]! / out,
      isInside: members.has(main),
      feeders: main < 0 ? 0 : feedersOf(relations, main, members),
    },
  };
}

function feedersOf(
  { inStarts, inRelations, payer }: Relations,
  account: Account,
  members: ReadonlySet<Account>,
): number {
  return inRelations
    .subarray(inStarts[account], inStarts[account + 1])
    .reduce((count, relation) => count + Number(members.has(payer[relation]!)), 0);
}

/** What {@link likelyRole} goes by besides the position. */
interface RoleBasis {
  readonly facts: AccountFacts;
  readonly account: Account;
  readonly values: RoleParameters;
}

/**
 * The roles that fit a position, the best first, each once. In this order:
 * - *pass-through* and *coordinator*: fed by several accounts of the lead, which are most of its money, or by more of them than
 *   outsiders pay it. It passes through if most of what it pays goes to one account of the lead that others of it feed too;
 * - *value-transfer*: many pay it, it pays many outside the lead, and neither the lead nor one receiver gets most of that;
 * - *collector*: outsiders pay it what is exceptional for them;
 * - *pass-through*: the lead feeds it, and one account of the lead gets most of what it pays;
 * - *journey-service*: the lead feeds it, and what it pays leaves the lead.
 * Whoever fits none is an *operator* with no clearer role.
 */
export function fittingRoles(
  position: LeadPosition,
  { facts, account, values }: RoleBasis,
): readonly [RoleHypothesis, ...RoleHypothesis[]] {
  const { payersOutside, feedersInside, receiversInside, receiversOutside, inShare, outShare, main } = position;
  const payers = facts.payers[account]!;
  const fed = `fed by ${feedersInside} of the lead, ${percent(inShare)} of what it received`;
  const gathers = `${payersOutside} outside the lead paid it what is exceptional for them`;
  const passes = `pays ${receiversInside} in the lead (${percent(outShare)} of what it paid) and ${receiversOutside} others`;
  const isFed =
    feedersInside >= values.coordinatorFeeders && (inShare >= values.insideShare || feedersInside > payersOutside);
  const hasMain = main.share >= values.insideShare;
  const roles: RoleHypothesis[] = [];
  if (isFed) {
    const passesOn = hasMain && main.isInside && main.feeders >= values.coordinatorFeeders;
    roles.push({ role: passesOn ? 'pass-through' : 'coordinator', reasons: [fed, passes] });
  }
  const transfers = payers >= values.transferParties && receiversOutside >= values.transferParties;
  if (transfers && !hasMain && outShare < values.insideShare) {
    roles.push({ role: 'value-transfer', reasons: [`paid by ${payers}`, gathers, passes] });
  }
  if (payersOutside >= values.collectorPayers) roles.push({ role: 'collector', reasons: [gathers, passes] });
  if (feedersInside > 0) {
    roles.push({ role: hasMain && main.isInside ? 'pass-through' : 'journey-service', reasons: [fed, passes] });
  }
  const [best, ...others] = roles;
  if (best === undefined) return [{ role: 'operator', reasons: [gathers, passes] }];
  return [best, ...others.filter((one, i) => roles.findIndex(({ role }) => role === one.role) === i + 1)];
}

/** The role that fits best, see {@link fittingRoles}. */
export function likelyRole(position: LeadPosition, basis: RoleBasis): RoleHypothesis {
  return fittingRoles(position, basis)[0];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
