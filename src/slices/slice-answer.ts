import { type Account } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { keyOf } from './account-keys.js';
import { fromTable, type TableFinding, toTable } from './finding-table.js';
import { type NumberedSlice } from './part-draft.js';
import { type SliceFindings, type SliceRemarks } from './run-slice.js';
import { type KeyPair } from './slice-row.js';

/** The answer of a slice as it travels: accounts by key, transfers by file and line. */
export interface SliceAnswer extends SliceRemarks {
  readonly findings: readonly TableFinding[];
  readonly candidates: readonly (readonly [detector: string, account: KeyPair])[];
}

/** Takes what was found out of the ledger of its slice. */
export function toAnswer({ findings, candidates, ...said }: SliceFindings, ledger: Ledger): SliceAnswer {
  return {
    ...said,
    findings: toTable(findings, ledger),
    candidates: candidates.map(([detector, account]) => [detector, keyOf(ledger, account)]),
  };
}

/**
 * Puts the findings of answers into a ledger that holds their accounts and transfers; candidates are of no use any more.
 *
 * @throws UsageError what {@link fromTable} throws
 */
export function fromAnswers(answers: readonly SliceAnswer[], graph: TemporalGraph): SliceFindings {
  return {
    findings: fromTable(tableOf(answers), graph.ledger, graph.holdersJoined),
    candidates: [],
    notEvaluable: answers.flatMap(({ notEvaluable }) => notEvaluable),
    stopped: answers.flatMap(({ stopped }) => stopped),
    remarks: answers.flatMap(({ remarks }) => remarks),
  };
}

/** The table of what slices found, for a store of one's own. */
export function tableOf(answers: readonly SliceAnswer[]): readonly TableFinding[] {
  return answers.flatMap(({ findings }) => findings);
}

/** Tells what was found in a slice in the numbers of the whole ledger. */
export function inWhole({ findings, candidates, ...said }: SliceFindings, slice: NumberedSlice): SliceFindings {
  // Numbers of a slice ascend as those of the whole do, so what is sorted stays sorted.
  const nodes = (accounts: readonly Account[]): Account[] => accounts.map((account) => slice.accounts[account]!);
  return {
    ...said,
    findings: findings.map((finding) => ({
      ...finding,
      subjects: nodes(finding.subjects),
      payers: nodes(finding.payers),
      receivers: nodes(finding.receivers),
      rows: finding.rows.map((row) => slice.rows[row]!),
    })),
    candidates: candidates.map(([detector, account]) => [detector, slice.accounts[account]!]),
  };
}
