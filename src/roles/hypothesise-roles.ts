import { type AccountProfile } from './account-profile.js';
import { type Role, type RoleHypothesis } from './role.js';

/** Below this fit a role is not worth a reader's time [choice]. */
const LEAST_FIT = 0.5;

/** One observable condition of a role. `holds` is undefined where the data cannot tell. */
interface Condition {
  readonly text: string;
  readonly holds: boolean | undefined;
  /** Without it the role cannot be meant, however well the rest fits. */
  readonly required?: true;
}

/**
 * What an account may be, by the role table of the domain reference. A fit is the share of a role's conditions that hold
 * among those the data can answer: an order of plausibility, not a probability, and no statement about the holder, who
 * may be exploited. All numbers are [choice] unless the reference gives them.
 *
 * @returns hypotheses of fit 0.5 and above, best first; `operator` alone if there is none
 */
export function hypothesiseRoles(profile: AccountProfile): RoleHypothesis[] {
  const hypotheses = (Object.entries(ROLE_CONDITIONS) as [Role, (profile: AccountProfile) => Condition[]][])
    .map(([role, conditions]) => weigh(role, conditions(profile)))
    .filter(({ score }) => score >= LEAST_FIT)
    .sort((a, b) => b.score - a.score || ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role));
  return hypotheses.length > 0 ? hypotheses : [{ role: 'operator', score: 0, reasons: ['no role of the table fits'] }];
}

const ROLE_CONDITIONS: Partial<Record<Role, (profile: AccountProfile) => Condition[]>> = {
  collector: (p) => [
    { text: `${p.senders} senders, at least 5`, holds: p.senders >= 5, required: true },
    { text: `most senders are outside the cluster`, holds: 2 * p.sendersInCluster < p.senders },
    { text: `pays few, ${p.receivers}, compared with its senders`, holds: p.receivers * 2 <= p.senders },
    { text: `passes on ${percent(p.passedOnShare)} of value, at least 90%`, holds: atLeast(p.passedOnShare, 0.9) },
    { text: `median stay ${hours(p.medianDwellHours)}, at most 72 h`, holds: atMost(p.medianDwellHours, 72) },
    { text: `pays into the cluster`, holds: p.receiversInCluster > 0 },
    { text: `money handed in at ${p.placesIn ?? 0} places, at least 3`, holds: atLeast(p.placesIn, 3) },
  ],
  coordinator: (p) => [
    { text: `paid by ${p.sendersInCluster} operators, at least 3`, holds: p.sendersInCluster >= 3, required: true },
    { text: `most senders are in the cluster`, holds: 2 * p.sendersInCluster >= p.senders },
    { text: `pays ${p.receivers} others, at least 2`, holds: p.receivers >= 2 },
  ],
  'pass-through': (p) => [
    { text: `${p.senders} senders, fewer than 5 outside the cluster`, holds: p.senders - p.sendersInCluster < 5 },
    { text: `paid by the cluster`, holds: p.sendersInCluster > 0, required: true },
    {
      text: `two receivers take ${percent(p.topTwoReceiverShare)}, at least 80%`,
      holds: atLeast(p.topTwoReceiverShare, 0.8),
    },
    { text: `passes on ${percent(p.passedOnShare)} of value, at least 80%`, holds: atLeast(p.passedOnShare, 0.8) },
    { text: `median stay ${hours(p.medianDwellHours)}, at most 72 h`, holds: atMost(p.medianDwellHours, 72) },
  ],
  'value-transfer': (p) => [
    { text: `${p.senders} senders, at least 10`, holds: p.senders >= 10 },
    { text: `${p.receivers} receivers, at least 10`, holds: p.receivers >= 10 },
    {
      text: `median stay ${hours(p.medianDwellHours)}, 3 to 90 days`,
      holds: p.medianDwellHours === undefined ? undefined : p.medianDwellHours >= 72 && p.medianDwellHours <= 2_160,
    },
  ],
  recruiter: (p) => [
    { text: `${p.senders} senders, 1 to 10`, holds: p.senders >= 1 && p.senders <= 10 },
    { text: `pays ${p.receivers} others, at most 2`, holds: p.receivers >= 1 && p.receivers <= 2 },
    { text: `pays into the cluster`, holds: p.receiversInCluster > 0, required: true },
    { text: `is not paid by the cluster`, holds: p.sendersInCluster === 0 },
    {
      text: `keeps 5% to 15%, passing on ${percent(p.passedOnShare)}`,
      holds: p.passedOnShare === undefined ? undefined : p.passedOnShare >= 0.85 && p.passedOnShare <= 0.95,
    },
  ],
  'document-service': (p) => [
    { text: `paid by ${p.sendersInCluster} operators, at least 3`, holds: p.sendersInCluster >= 3, required: true },
    { text: `most senders are in the cluster`, holds: 2 * p.sendersInCluster >= p.senders },
    { text: `pays ${p.receivers} others, at most 1`, holds: p.receivers <= 1 },
    { text: `does not pay into the cluster`, holds: p.receiversInCluster === 0 },
  ],
  'journey-service': (p) => [
    { text: `paid by the cluster`, holds: p.sendersInCluster > 0, required: true },
    { text: `${p.senders} senders, at most 2`, holds: p.senders <= 2 },
    { text: `does not pay into the cluster`, holds: p.receiversInCluster === 0 },
    { text: `${p.credits} credits, at least 3`, holds: p.credits >= 3 },
  ],
  integrator: (p) => [
    { text: `paid by the cluster`, holds: p.sendersInCluster > 0, required: true },
    { text: `few credits, ${p.credits}, at most 10`, holds: p.credits <= 10 },
    { text: `keeps at least half of the value`, holds: atMost(p.passedOnShare, 0.5) },
    { text: `does not pay into the cluster`, holds: p.receiversInCluster === 0 },
  ],
};

/** Order of roles with equal fit. */
const ROLE_ORDER = Object.keys(ROLE_CONDITIONS) as Role[];

function weigh(role: Role, conditions: readonly Condition[]): RoleHypothesis {
  const answered = conditions.filter(({ holds }) => holds !== undefined);
  const met = answered.filter(({ holds }) => holds === true);
  const ruledOut = conditions.some(({ holds, required }) => required === true && holds !== true);
  return {
    role,
    score: ruledOut || answered.length === 0 ? 0 : met.length / answered.length,
    reasons: met.map(({ text }) => text),
  };
}

function atLeast(value: number | undefined, limit: number): boolean | undefined {
  return value === undefined ? undefined : value >= limit;
}

function atMost(value: number | undefined, limit: number): boolean | undefined {
  return value === undefined ? undefined : value <= limit;
}

function percent(share: number | undefined): string {
  return share === undefined ? 'unknown' : `${(share * 100).toFixed(1)}%`;
}

function hours(value: number | undefined): string {
  return value === undefined ? 'unknown' : `${value.toFixed(1)} h`;
}
