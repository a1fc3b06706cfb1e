import { CHOICE, type Finding } from '../evidence/index.js';
import { type Account } from '../foundation/index.js';
import { type LeadFlow } from './lead-flow.js';

/**
 * What stands beside every lead as its own evidence: the flow of exceptional money that it was judged by. Shaped like a
 * typology so that it is listed, explained and proven like all other reasons.
 */
export const FEE_FLOW = Object.freeze({
  id: 'fee-flow',
  indicator: undefined,
  version: 1,
  title: 'Exceptional payments that are gathered and passed on together',
  question: 'Do payments that were exceptional for those who made them meet at accounts that pass them on?',
  citations: [CHOICE],
  countClass: 'supporting',
  family: 'structure',
  requires: ['amount', 'time'],
  parameters: {},
  alsoLooksLike: ['A02', 'A06', 'A08', 'A09', 'A13', 'A14'],
} as const);

/** The flow of one lead as a finding: its accounts are the subjects, those who paid in are counted only. */
export function feeFlowFinding(members: readonly Account[], flow: LeadFlow, receivers: readonly Account[]): Finding {
  const { paidIn, inside, onward, payers } = flow;
  return {
    typology: FEE_FLOW.id,
    version: FEE_FLOW.version,
    countClass: FEE_FLOW.countClass,
    family: FEE_FLOW.family,
    status: 'fired',
    strength: 1,
    subjects: [...members].sort((a, b) => a - b),
    payers,
    receivers,
    rows: [...new Set([...paidIn, ...inside, ...onward])].sort((a, b) => a - b),
    measured: [
      { name: 'exceptionalPayers', value: payers.length, unit: 'count' },
      { name: 'exceptionalPayments', value: paidIn.length, unit: 'count' },
      { name: 'transfersInside', value: inside.length, unit: 'count' },
      { name: 'onwardPayments', value: onward.length, unit: 'count' },
    ],
    alternatives: [],
  };
}
