import { type Lead, type Operator, protectPayers } from '../../src/disclosure/index.js';
import { type LeadView, viewOfLead } from '../../src/disclosure/document/lead-view.js';
import { type Finding } from '../../src/evidence/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { type FormedLead } from '../../src/leads/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';

/** What a made lead is about, and which rows prove it. */
export interface MadeLead {
  readonly operators: readonly string[];
  /** Accounts of the group that are not named. Default none. */
  readonly companions?: readonly string[];
  /** Accounts of further leads. Default none. */
  readonly others?: readonly string[];
  readonly findings?: readonly Finding[];
}

/** Node of an account by its text. */
export function nodeOf(graph: TemporalGraph, account: string): number {
  return graph.ledger.accounts.find({ institution: '', account })!;
}

/**
 * The view of a lead over given transfers, made without judging them: every payment into the group counts as exceptional,
 * every payment out of it as carrying it.
 */
export function madeLeadView(transfers: readonly TransferInput[], made: MadeLead): LeadView {
  const graph = buildTemporalGraph(createLedger(transfers).ledger);
  const nodes = (names: readonly string[] = []): number[] => names.map((name) => nodeOf(graph, name));
  const protection = protectPayers(graph, [nodes(made.operators), nodes(made.others)]);
  const named = protection.clusters[0]!.operators;
  const group = new Set([...named, ...nodes(made.companions)]);
  const rows = Array.from({ length: graph.transferCount }, (_, row) => row);
  const between = (row: number): [boolean, boolean] => [
    group.has(graph.payer[row]!),
    group.has(graph.beneficiary[row]!),
  ];
  const keep = (from: boolean, to: boolean): number[] =>
    rows.filter((row) => {
      const [pays, isPaid] = between(row);
      return pays === from && isPaid === to && graph.payer[row] !== graph.beneficiary[row];
    });
  const flow = { paidIn: keep(false, true), inside: keep(true, true), onward: keep(true, false), payers: [] };
  const own: Finding = {
    ...{
      typology: 'fee-flow',
      version: 1,
      countClass: 'supporting',
      family: 'structure',
      status: 'fired',
      strength: 1,
    },
    ...{ subjects: [...group].sort((a, b) => a - b), payers: [], receivers: [], measured: [], alternatives: [] },
    rows: [...flow.paidIn, ...flow.inside, ...flow.onward].sort((a, b) => a - b),
  };
  const operators = named.map((account): Operator => ({
    account,
    names: [graph.ledger.accounts.key(account)],
    rule: 'O1',
    score: 4,
    role: { role: 'collector', reasons: ['several paid it'] },
    runnerUp: undefined,
  }));
  const lead: Lead = {
    ...{
      id: 'C001',
      level: 'strong',
      score: 4,
      feeFlow: true,
      bias: -1,
      parts: [],
      missing: [],
      reduced: [],
      operators,
    },
    ...{ companions: made.companions?.length ?? 0, payers: protection.clusters[0]!.describePayers() },
    ...{ transferCount: own.rows.length, paidIn: graph.ledger.totals(flow.paidIn) },
    ...{ firstMs: graph.ledger.columns.timeMs[0]!, lastMs: graph.ledger.columns.timeMs.at(-1)! },
    ...{ precision: graph.ledger.precision, typologies: [] },
    stability: { runs: 1, meanJaccard: 1, appearsIn: 1 },
    level: 'strong',
  };
  const formed = { flow, findings: [own, ...(made.findings ?? [])], rows: own.rows } as unknown as FormedLead;
  return viewOfLead(graph, protection, lead, formed);
}
