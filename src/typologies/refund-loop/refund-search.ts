import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { Clients } from './clients.js';
import { OpenPayments, type PaymentLike } from './open-payments.js';
import { matchRefunds, paymentsLike, type Refund, refundedPeople, type RefundRule } from './refund-matching.js';

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

/**
 * Before it is asked who paid the receiver of a refund, payments to the institution are gone through for one that is like it,
 * unless they are more than this many times those to that receiver: then asking costs less.
 */
const MANY_TIMES = 4;

/** Every pair of an institution and an agent for whose clients refunds are far commoner than for others, as the rule says. */
export function findRefundLoops(graph: TemporalGraph, rule: RefundLoopRule): Occurrence[] {
  const found: Occurrence[] = [];
  const search = {
    clients: new Clients(graph, rule),
    open: new OpenPayments(graph),
    likeOf: paymentsLike(graph, rule),
  };
  for (let institution = 0; institution < graph.accountCount; institution++) {
    const [credits, debits] = [graph.in, graph.out].map(
      ({ starts }) => starts[institution + 1]! - starts[institution]!,
    );
    if (credits! < rule.minPersons || debits! < rule.minPersons) continue;
    search.open.lookAt(institution);
    if (mayRefund(graph, institution, search, rule)) {
      for (const loop of loopsOf(graph, institution, search, rule)) found.push(loop);
    }
    search.open.forget();
  }
  return found;
}

/** What looks at one institution after the other. */
interface RefundSearch {
  readonly clients: Clients;
  readonly open: OpenPayments;
  /** See {@link paymentsLike}. */
  readonly likeOf: (refund: Row) => PaymentLike;
}

/**
 * Whether an institution may have paid enough refunds. Lets too many through and never too few. O(its payments out), each with the
 * open payments of its receiver.
 */
function mayRefund(graph: TemporalGraph, institution: Account, search: RefundSearch, rule: RefundLoopRule): boolean {
  const { starts, rows } = graph.out;
  let possible = 0;
  for (let p = starts[institution]!; p < starts[institution + 1]! && possible < rule.minPersons; p++) {
    const receiver = graph.beneficiary[rows[p]!]!;
    if (receiver === institution) continue;
    const like = search.likeOf(rows[p]!);
    if (search.open.hasLike(receiver, like) || mayBeAgentFor(graph, receiver, search, like)) possible++;
  }
  return possible >= rule.minPersons;
}

/** Whether somebody may be paid back through this account. Mostly not: no payment to the institution was like the refund. */
function mayBeAgentFor(
  { in: { starts } }: TemporalGraph,
  agent: Account,
  { clients, open }: RefundSearch,
  like: PaymentLike,
): boolean {
  if (!clients.mayBeAgent(agent)) return false;
  return open.size > MANY_TIMES * (starts[agent + 1]! - starts[agent]!) || open.anyLike(like);
}

function loopsOf(graph: TemporalGraph, institution: Account, search: RefundSearch, rule: RefundLoopRule): Occurrence[] {
  const { clients, open, likeOf } = search;
  const { minPersons, minRefund, maxMs } = rule;
  clients.lookAt(institution);
  if (clients.count < minPersons) return [];
  const clientsOf = (refund: Row, like: PaymentLike): ReadonlySet<Account> | undefined => {
    const agent = graph.beneficiary[refund]!;
    return mayBeAgentFor(graph, agent, search, like) ? clients.of(agent) : undefined;
  };
  const matched = matchRefunds(graph, institution, { minRefund, maxMs, open, likeOf, clientsOf });
  const refunded = refundedPeople(graph, institution, { refunds: matched, minRefund });
  if (refunded.size < minPersons) return [];
  const refunds = matched.filter(({ person }) => refunded.has(person));
  return sharedPayees(graph, refunded, minPersons).flatMap((agent) => {
    const own = clients.of(agent);
    return (own && judge(graph, { institution, agent, own, clients, refunds, refunded }, rule)) ?? [];
  });
}

/** Accounts that at least this many of some people paid, ascending. O(transfers of these people). */
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
