import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, spanOfData, type TemporalGraph } from '../../graph/index.js';
import { ALTERNATIVE_DEFAULTS, type AlternativeParameters } from '../alternatives/index.js';
import { least } from '../../structures/index.js';
import { flowSources, type FlowSource } from '../alternatives/account-flows.js';
import { Flows } from '../alternatives/flows.js';
import { paysRegularly } from '../alternatives/regular-payments.js';
import { everybodysAccounts } from '../relations/everybodys-accounts.js';
import { atLeastShare, atMostShare, exactShare } from '../numbers/exact-share.js';
import { ascending } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { countFamilies } from '../relations/sender-families.js';

/** See the detector. */
export interface DebtRule {
  readonly minPays: number;
  readonly minShare: number;
  readonly maxShare: number;
  readonly withinMs: number;
  readonly minWorkers: number;
  /** What tells wages. Default {@link ALTERNATIVE_DEFAULTS}. */
  readonly habits: AlternativeParameters | undefined;
  /** 1 = a hub. */
  readonly hubFlag: Uint8Array;
}

/** Accounts that enough workers pay so, ascending. O(transfers, and debits within the time after a wage). */
export function findDebts(graph: TemporalGraph, rule: DebtRule): Occurrence[] {
  const everybodys = everybodysAccounts(graph, rule.hubFlag);
  const { credits } = flowSources(graph);
  const rowsTo = new Map<Account, Row[]>();
  for (let worker = 0; worker < graph.accountCount; worker++) {
    if (rule.hubFlag[worker] === 1) continue;
    for (const wages of wagesOf(graph, worker, credits, rule)) {
      for (const [node, rows] of paidAfterEach(graph, wages, rule)) {
        if (everybodys[node] === 1 || node === graph.payer[wages[0]!]) continue;
        const known = rowsTo.get(node);
        if (known === undefined) rowsTo.set(node, [...rows]);
        else for (const one of rows) known.push(one);
      }
    }
  }
  return [...rowsTo]
    .sort(([left], [right]) => left - right)
    .flatMap(([node, rows]): Occurrence[] => {
      const workers = ascending(rows.map((row) => graph.payer[row]!));
      if (workers.length < rule.minWorkers) return [];
      const families = countFamilies(graph, workers, graph.ledger.columns.timeMs[least(rows)]!);
      if (families < rule.minWorkers) return [];
      return [
        {
          weight: families,
          subjects: [node],
          payers: workers,
          rows,
          measured: [
            { name: 'workersConcerned', value: families, unit: 'count', threshold: rule.minWorkers },
            { name: 'payments', value: ascending(rows).length, unit: 'count' },
          ],
        },
      ];
    });
}

/** The wages of an account, by who pays them: regular, of one currency, and enough of them. */
function wagesOf(
  graph: TemporalGraph,
  worker: Account,
  credits: FlowSource,
  { minPays, habits = ALTERNATIVE_DEFAULTS }: DebtRule,
): Row[][] {
  const own = rowsOf(graph.in, worker);
  if (own.length < minPays || graph.out.starts[worker + 1]! - graph.out.starts[worker]! < minPays) return [];
  const byPayer = new Map<Account, Row[]>();
  for (let i = 0; i < own.length; i++) {
    const payer = graph.payer[own[i]!]!;
    const known = byPayer.get(payer);
    if (known === undefined) byPayer.set(payer, [own[i]!]);
    else known.push(own[i]!);
  }
  const code = credits.currencies;
  const isWage = ([payer, rows]: readonly [Account, readonly Row[]]): boolean => {
    if (payer === worker || rows.length < minPays || rows.some((row) => code[row] !== code[rows[0]!])) return false;
    return paysRegularly(new Flows(credits, rows), habits);
  };
  return [...byPayer].filter(isWage).map(([, rows]) => rows);
}

/** Who is paid the right share of each wage in time, with these payments; the last wage may be too young to tell. */
function paidAfterEach(graph: TemporalGraph, wages: readonly Row[], rule: DebtRule): Map<Account, Row[]> {
  const { ledger, out, beneficiary } = graph;
  const { timeMs, currency, receivedCurrency } = ledger.columns;
  const worker = beneficiary[wages[0]!]!;
  const debits = rowsOf(out, worker);
  const [least, most] = [exactShare(rule.minShare), exactShare(rule.maxShare)];
  const told = wages.filter((wage) => spanOfData(graph).lastMs - timeMs[wage]! >= rule.withinMs);
  if (told.length < rule.minPays) return new Map();
  const found = new Map<Account, { rows: Row[]; pays: number }>();
  let from = 0;
  // How many were paid so after each wage yet: nobody else is looked at after the first one.
  let left = 0;
  for (const [turn, wage] of told.entries()) {
    if (turn > 0 && left === 0) return new Map();
    left = 0;
    while (from < debits.length && debits[from]! < wage) from++;
    const paid = new Map<Account, { rows: Row[]; minor: bigint }>();
    for (let i = from; i < debits.length && timeMs[debits[i]!]! - timeMs[wage]! <= rule.withinMs; i++) {
      const row = debits[i]!;
      const node = beneficiary[row]!;
      if (node === worker || currency[row] !== (receivedCurrency ?? currency)[wage]) continue;
      if (turn > 0 && found.get(node)?.pays !== turn) continue;
      const known = paid.get(node) ?? { rows: [], minor: 0n };
      known.rows.push(row);
      known.minor += ledger.amountMinor(row) ?? 0n;
      paid.set(node, known);
    }
    const whole = ledger.received(wage)?.minor ?? 0n;
    for (const [node, { rows, minor }] of paid) {
      if (!atLeastShare(minor, whole, least) || !atMostShare(minor, whole, most)) continue;
      const known = found.get(node) ?? { rows: [], pays: 0 };
      known.pays++;
      left++;
      for (const one of rows) known.rows.push(one);
      found.set(node, known);
    }
  }
  return new Map([...found].filter(([, { pays }]) => pays === told.length).map(([node, { rows }]) => [node, rows]));
}
