import { type Account, formatInstant } from '../../foundation/index.js';
import { counterpartyCount, rowsOf, type TemporalGraph } from '../../graph/index.js';
import { OPERATOR_RULES, ROLE_LABELS, type RoleHypothesis } from '../../leads/index.js';
import { type Operator } from '../case-file.js';
import { countryOfAccount } from './country-of-account.js';
import type { OperatorDocument } from './lead-schema.js';
import { receivedTotals, toSums } from './sums.js';

/** An operator of a lead with what it did in the whole data, transfers to itself left out. O(its transfers). */
export function mintOperator(graph: TemporalGraph, operator: Operator): OperatorDocument {
  const { ledger } = graph;
  const { account, names, holders, rule, score, role, runnerUp } = operator;
  const { received, paid } = ownRows(graph, account);
  const all = [...received, ...paid];
  const moment = (row: number): string => formatInstant(ledger.columns.timeMs[row]!, ledger.precision);
  return {
    accounts: names.map(({ institution, account: number }) => ({ institution, account: number })),
    ...(holders === undefined ? {} : { holders: [...holders] }),
    rule,
    ruleText: OPERATOR_RULES[rule],
    score,
    role: withLabel(role),
    runnerUp: runnerUp === undefined ? null : withLabel(runnerUp),
    country: countryOfAccount(graph, account),
    received: toSums(receivedTotals(ledger, received)),
    paid: toSums(ledger.totals(paid)),
    first: moment(all.reduce((least, row) => Math.min(least, row), Infinity)),
    last: moment(all.reduce((most, row) => Math.max(most, row), -1)),
    counterparties: counterpartyCount(graph, account),
  };
}

function ownRows(graph: TemporalGraph, account: Account): { received: Int32Array; paid: Int32Array } {
  return {
    received: rowsOf(graph.in, account).filter((row) => graph.payer[row] !== account),
    paid: rowsOf(graph.out, account).filter((row) => graph.beneficiary[row] !== account),
  };
}

function withLabel({ role, reasons }: RoleHypothesis): OperatorDocument['role'] {
  return { role, label: ROLE_LABELS[role], reasons: [...reasons] };
}
