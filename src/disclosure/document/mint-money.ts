import { type Account, compareText, formatMinor, type Money, type Row } from '../../foundation/index.js';
import { rowsOf } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import type { LeadDocument } from './lead-schema.js';
import { type LeadView, rowsInside } from './lead-view.js';
import { receivedTotals } from './sums.js';

/** Transfers between the operators of a lead and others; one from an account to itself is none of them. */
interface Crossing {
  readonly into: readonly Row[];
  readonly out: readonly Row[];
}

/**
 * All money of the operators of a lead, a line for each currency, those of most transfers first, in parts that add up: what came
 * from others is exceptional or other, what went to others had carried exceptional money or not, and went in one of four ways.
 * Payments are counted as the operators paid or received them; `exceptional` as their payers paid it, as `paidIn` has it. Empty
 * where the data have no amounts. O(transfers of the operators).
 */
export function moneyOfLead(view: LeadView): LeadDocument['money'] {
  const { graph, formed, placeOf } = view;
  const { ledger } = graph;
  const { into, out } = crossingOf(view);
  const inside = rowsInside(view);
  const exceptional = new Set(formed.flow.paidIn);
  const onward = new Set(formed.flow.onward);
  const received = (rows: readonly Row[]): Totals => totalsOf(receivedTotals(ledger, rows));
  const paid = (rows: readonly Row[]): Totals => totalsOf(ledger.totals(rows));
  const ways = waysOut(view, { into, out });
  const sums = {
    exceptional: paid(formed.flow.paidIn),
    toCounted: paid(formed.flow.paidIn.filter((row) => !placeOf.has(graph.beneficiary[row]!))),
    arrived: received(into.filter((row) => exceptional.has(row))),
    otherIn: received(into.filter((row) => !exceptional.has(row))),
    movedPaid: paid(inside),
    movedReceived: received(inside),
    onward: paid(out.filter((row) => onward.has(row))),
    otherOut: paid(out.filter((row) => !onward.has(row))),
    inCash: paid(ways.inCash),
    paidBack: paid(ways.paidBack),
    toOtherLeads: paid(ways.toOtherLeads),
    elsewhere: paid(ways.elsewhere),
  };
  const counts = new Map<string, number>();
  for (const row of [...into, ...inside, ...out]) {
    const code = ledger.amount(row)?.currency;
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const codes = new Set(Object.values(sums).flatMap((totals) => [...totals.keys()]));
  return ledger.currencies
    .filter(({ code }) => codes.has(code))
    .sort((a, b) => (counts.get(b.code) ?? 0) - (counts.get(a.code) ?? 0) || compareText(a.code, b.code))
    .map(({ code, scale }) => {
      const text = (name: keyof typeof sums): string => formatMinor(sums[name].get(code) ?? 0n, scale);
      return {
        currency: code,
        exceptional: text('exceptional'),
        toCounted: text('toCounted'),
        arrived: text('arrived'),
        otherIn: text('otherIn'),
        movedPaid: text('movedPaid'),
        movedReceived: text('movedReceived'),
        onward: text('onward'),
        otherOut: text('otherOut'),
        inCash: text('inCash'),
        paidBack: text('paidBack'),
        toOtherLeads: text('toOtherLeads'),
        elsewhere: text('elsewhere'),
      };
    });
}

type Totals = ReadonlyMap<string, bigint>;

function totalsOf(totals: readonly Money[]): Totals {
  return new Map(totals.map(({ currency, minor }) => [currency, minor]));
}

function crossingOf({ graph, placeOf }: LeadView): Crossing {
  const [into, out]: Row[][] = [[], []];
  for (const operator of placeOf.keys()) {
    for (const row of rowsOf(graph.in, operator)) if (!placeOf.has(graph.payer[row]!)) into!.push(row);
    for (const row of rowsOf(graph.out, operator)) if (!placeOf.has(graph.beneficiary[row]!)) out!.push(row);
  }
  return { into: into!, out: out! };
}

type Way = 'inCash' | 'paidBack' | 'toOtherLeads' | 'elsewhere';

/** Where money went that left the operators: each transfer in the first of the ways that fits it. */
function waysOut({ graph, protection }: LeadView, { into, out }: Crossing): Record<Way, Row[]> {
  const cash = channelCode('cash');
  const senders = new Set<Account>(into.map((row) => graph.payer[row]!));
  const ways: Record<Way, Row[]> = { inCash: [], paidBack: [], toOtherLeads: [], elsewhere: [] };
  for (const row of out) {
    const receiver = graph.beneficiary[row]!;
    if (graph.ledger.columns.channel[row] === cash) ways.inCash.push(row);
    else if (protection.isOperator(receiver)) ways.toOtherLeads.push(row);
    else if (senders.has(receiver)) ways.paidBack.push(row);
    else ways.elsewhere.push(row);
  }
  return ways;
}
