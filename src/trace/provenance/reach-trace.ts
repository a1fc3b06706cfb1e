import { addFractions, fraction, type Fraction, ZERO } from '../../foundation/index.js';
import { type TracePlan, type TracePlans } from './trace-plan.js';
import { type ValueTrace } from './value-trace.js';

/**
 * The rule `poison`: every transfer after contact, whole. It marks what claimed value can have touched and attributes no
 * amount, so that there are no ends. Origins are not kept apart; the least share of a step is not looked at.
 */
export function reachTrace({ plan, reversed }: TracePlans): ValueTrace {
  const { graph, contact } = plan;
  const whole = (row: number): Fraction => fraction(graph.ledger.amountMinor(row)!);
  return {
    rule: 'poison',
    measure: 'reach',
    claimed: claimedValue(plan),
    steps: contact.rows.map((row, at) => ({
      row,
      amount: whole(row),
      hops: contact.hops[at]!,
      asserted: contact.asserted[at]!,
      origin: undefined,
    })),
    ends: [],
    rounded: false,
    tieSensitive: reversed !== undefined && !sameRows(contact.rows, reversed.contact.rows),
    assumptions:
      reversed === undefined
        ? []
        : [{ kind: 'instant-order', account: undefined, currency: undefined, amount: undefined }],
    complete: true,
    stoppedBy: undefined,
  };
}

/** The claimed transfers as they arrive, whole. */
function claimedValue({ graph, lanes, claim }: TracePlan): ValueTrace['claimed'] {
  const sums = graph.ledger.currencies.map(() => ZERO);
  for (const row of claim.rows) {
    const currency = lanes.currency[lanes.to[row]!]!;
    sums[currency] = addFractions(sums[currency]!, fraction(graph.ledger.received(row)!.minor));
  }
  return sums.map((amount, currency) => ({ currency, amount })).filter(({ amount }) => amount.numerator !== 0n);
}

function sameRows(left: readonly number[], right: readonly number[]): boolean {
  const [one, other] = [Int32Array.from(left).sort(), Int32Array.from(right).sort()];
  return one.length === other.length && one.every((row, at) => row === other[at]);
}
