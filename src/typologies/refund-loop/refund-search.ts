import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { greatest } from '../../structures/index.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { matchRefunds, type Refund, refundedPeople, type RefundRule } from './refund-matching.js';

/** See the detector. */
export interface RefundLoopRule extends RefundRule {
  readonly minPersons: number;
  readonly minRateRatio: number;
  readonly fewOthers: number;
  /** 1 = a hub, no agent. */
  readonly hubFlag: Uint8Array;
  /** 1 = everybody deals with it: it is not named as an institution. */
  readonly everybodys: Uint8Array;
}

/** Every pair of an institution and an agent for whose clients refunds are so much commoner. */
export function findRefundLoops(graph: TemporalGraph, rule: RefundLoopRule): Occurrence[] {
  const found: Occurrence[] = [];
  for (let institution = 0; institution < graph.accountCount; institution++) {
    const debits = graph.out.starts[institution + 1]! - graph.out.starts[institution]!;
    if (debits < rule.minPersons) continue;
    const clients = payersOf(graph, institution);
    if (clients.size < rule.minPersons || !mayRefund(graph, institution, clients, rule)) continue;
    const clientsOf = clientsByAgent(graph, institution, clients, rule);
    const matched = matchRefunds(graph, institution, { ...rule, clientsOf: (receiver) => clientsOf.get(receiver) });
    const refunded = refundedPeople(graph, institution, { refunds: matched, minRefund: rule.minRefund });
    const refunds = matched.filter(({ person }) => refunded.has(person));
    if (refunded.size < rule.minPersons) continue;
    for (const [agent, own] of clientsOf) {
      const occurrence = judge(graph, { institution, agent, own, clients, refunds, refunded }, rule);
      if (occurrence !== undefined) found.push(occurrence);
    }
  }
  return found;
}

function payersOf(graph: TemporalGraph, account: Account): Set<Account> {
  const payers = new Set<Account>();
  for (const row of rowsOf(graph.in, account)) if (graph.payer[row] !== account) payers.add(graph.payer[row]!);
  return payers;
}

/**
 * Whether refunds can be enough: so many debits that are no larger than the largest payment in, to clients or to somebody
 * whom clients could have paid. Looks at no times and no pairs, so it lets too many through and never too few.
 */
function mayRefund(
  graph: TemporalGraph,
  institution: Account,
  clients: ReadonlySet<Account>,
  { minPersons }: RefundLoopRule,
): boolean {
  let toClients = 0;
  const times = new Map<Account, number>();
  for (const row of rowsOf(graph.out, institution)) {
    const receiver = graph.beneficiary[row]!;
    if (clients.has(receiver)) toClients++;
    else times.set(receiver, (times.get(receiver) ?? 0) + 1);
  }
  return toClients + greatest(times.values(), 0) >= minPersons;
}

/** Accounts, hubs aside, that at least so many of the institution's clients paid, with those clients; ascending. */
function clientsByAgent(
  graph: TemporalGraph,
  institution: Account,
  clients: ReadonlySet<Account>,
  { minPersons, hubFlag }: RefundLoopRule,
): Map<Account, ReadonlySet<Account>> {
  const paid = new Map<Account, Set<Account>>();
  for (const person of ascending(clients)) {
    for (const row of rowsOf(graph.out, person)) {
      const other = graph.beneficiary[row]!;
      if (other === institution || other === person || hubFlag[other] === 1) continue;
      const known = paid.get(other);
      if (known === undefined) paid.set(other, new Set([person]));
      else known.add(person);
    }
  }
  return new Map([...paid].filter(([, own]) => own.size >= minPersons).sort(([left], [right]) => left - right));
}

interface Loop {
  readonly institution: Account;
  readonly agent: Account;
  /** The agent's clients among the institution's, and all of those. */
  readonly own: ReadonlySet<Account>;
  readonly clients: ReadonlySet<Account>;
  readonly refunds: readonly Refund[];
  readonly refunded: ReadonlySet<Account>;
}

function judge(graph: TemporalGraph, loop: Loop, rule: RefundLoopRule): Occurrence | undefined {
  const { institution, agent, own, clients, refunds, refunded } = loop;
  const hit = [...own].filter((person) => refunded.has(person)).length;
  const others = clients.size - own.size - (clients.has(agent) ? 1 : 0);
  const otherHits = refunded.size - hit - (refunded.has(agent) ? 1 : 0);
  if (hit < rule.minPersons || others <= 0 || hit * others < rule.minRateRatio * otherHits * own.size) return undefined;
  const theirs = refunds.filter(({ person }) => own.has(person));
  const named = rule.everybodys[institution] === 0;
  const toAgent: Row[] = [...rowsOf(graph.in, agent)].filter((row) => {
    const payer = graph.payer[row]!;
    return own.has(payer) && refunded.has(payer);
  });
  const back = theirs.filter(({ receiver }) => named || receiver === agent).map(({ refund }) => refund);
  const paid = named ? theirs.map(({ payment }) => payment) : [];
  return {
    weight: hit,
    subjects: named ? [institution, agent] : [agent],
    payers: theirs.map(({ person }) => person),
    rows: [...toAgent, ...back, ...paid],
    strength: others < rule.fewOthers ? 0.6 : 1,
    measured: [
      { name: 'refundedClients', value: hit, unit: 'count', threshold: rule.minPersons },
      { name: 'clientsOfTheAgent', value: own.size, unit: 'count' },
      { name: 'refundRate', value: hit / own.size, unit: 'share' },
      { name: 'otherClients', value: others, unit: 'count', threshold: rule.fewOthers },
      { name: 'otherRefundRate', value: otherHits / others, unit: 'share' },
      { name: 'refundsToTheAgent', value: theirs.filter(({ receiver }) => receiver === agent).length, unit: 'count' },
      ...moneyMeasures(
        graph.ledger,
        'refundedAmount',
        theirs.map(({ refund }) => refund),
      ),
    ],
  };
}
