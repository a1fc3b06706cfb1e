import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { Clients } from './clients.js';
import { OpenPayments } from './open-payments.js';
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
  const clients = new Clients(graph, rule);
  const open = new OpenPayments(graph);
  for (let institution = 0; institution < graph.accountCount; institution++) {
    const debits = graph.out.starts[institution + 1]! - graph.out.starts[institution]!;
    if (debits < rule.minPersons) continue;
    clients.lookAt(institution);
    if (clients.count < rule.minPersons || !mayRefund(graph, clients, { ...rule, open })) continue;
    const matched = matchRefunds(graph, institution, {
      ...rule,
      open,
      clientsOf: (receiver) => clients.of(receiver),
    });
    const refunded = refundedPeople(graph, institution, { refunds: matched, minRefund: rule.minRefund });
    const refunds = matched.filter(({ person }) => refunded.has(person));
    if (refunded.size < rule.minPersons) continue;
    for (const agent of sharedPayees(graph, refunded, rule.minPersons)) {
      const own = clients.of(agent);
      const occurrence = own && judge(graph, { institution, agent, own, clients, refunds, refunded }, rule);
      if (occurrence !== undefined) found.push(occurrence);
    }
  }
  return found;
}

/**
 * Whether refunds can be enough: so many debits that are a refund to whom they are paid, or that go to somebody whom enough
 * clients may have paid. Lets too many through and never too few. O(transfers of the institution).
 */
function mayRefund(
  graph: TemporalGraph,
  clients: Clients,
  rule: RefundLoopRule & { readonly open: OpenPayments },
): boolean {
  const { institution } = clients;
  let possible = 0;
  for (const row of rowsOf(graph.out, institution)) {
    if (clients.mayBeAgent(graph.beneficiary[row]!)) possible++;
    if (possible >= rule.minPersons) return true;
  }
  return possible + matchRefunds(graph, institution, rule).length >= rule.minPersons;
}

/** Accounts that at least so many of some people paid, ascending. O(transfers of these people). */
function sharedPayees(graph: TemporalGraph, people: ReadonlySet<Account>, least: number): Account[] {
  const paying = new Map<Account, number>();
  for (const person of people) {
    const paid = new Set<Account>();
    for (const row of rowsOf(graph.out, person)) paid.add(graph.beneficiary[row]!);
    for (const payee of paid) paying.set(payee, (paying.get(payee) ?? 0) + 1);
  }
  return ascending([...paying].filter(([, payers]) => payers >= least).map(([payee]) => payee));
}

interface Loop {
  readonly institution: Account;
  readonly agent: Account;
  /** The agent's clients among the institution's, and all of those. */
  readonly own: ReadonlySet<Account>;
  readonly clients: Clients;
  readonly refunds: readonly Refund[];
  readonly refunded: ReadonlySet<Account>;
}

function judge(graph: TemporalGraph, loop: Loop, rule: RefundLoopRule): Occurrence | undefined {
  const { institution, agent, own, clients, refunds, refunded } = loop;
  const hit = [...own].filter((person) => refunded.has(person)).length;
  const others = clients.count - own.size - (clients.has(agent) ? 1 : 0);
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
