import { type Fraction } from '../../foundation/index.js';
import { type BackwardTrace, type ForwardTrace, printAmount, type TracedStep } from '../../trace/index.js';
import { type TraceCase } from '../trace-case.js';
import { instantOf } from './traced-instant.js';

/** One transfer that carried traced value, by file and line. Names no account. */
export interface TraceStep {
  readonly file: string;
  readonly line: number;
  readonly time: string;
  readonly currency: string;
  /** The traced part in the order of the rules; null where the rule does not run through it. Under poison the whole transfer. */
  readonly amounts: readonly (string | null)[];
  /** Transfers from the claim on the shortest way; 0 looking back. */
  readonly hops: number;
  /** Value behind a link that a person asserted; it has a step of its own. */
  readonly asserted: boolean;
}

/**
 * The transfers behind a trace in the ledger's order, rules side by side, plain before asserted. Looking backward: the
 * transfers asked about. Made one by one, since there may be as many as the data have. O(transfers).
 */
export function* traceSteps({ trace }: TraceCase): Generator<TraceStep, void> {
  const { ledger } = trace.graph;
  const { currency } = ledger.columns;
  for (const { row, amounts, hops, asserted } of mergedSteps(trace)) {
    const { code = '', scale = 0 } = ledger.currencies[currency[row]!] ?? {};
    yield {
      ...ledger.source(row),
      time: instantOf(trace.graph, row),
      currency: code,
      amounts: amounts.map((amount) => (amount === undefined ? null : printAmount(amount, scale))),
      hops,
      asserted,
    };
  }
}

interface MergedStep {
  readonly row: TracedStep['row'];
  readonly amounts: readonly (Fraction | undefined)[];
  readonly hops: number;
  readonly asserted: boolean;
}

function* mergedSteps(trace: ForwardTrace | BackwardTrace): Generator<MergedStep, void> {
  if (trace.direction === 'backward') {
    for (const row of trace.targetRows) {
      const numerator = trace.graph.ledger.amountMinor(row);
      const amount = numerator === undefined ? undefined : { numerator, denominator: 1n };
      yield { row, amounts: trace.rules.map(() => amount), hops: 0, asserted: false };
    }
    return;
  }
  const slots = 2 * trace.graph.transferCount;
  const slotOf = ({ row, asserted }: TracedStep): number => 2 * row + (asserted ? 1 : 0);
  const placed = trace.traces.map(({ steps }) => {
    const at = new Int32Array(slots).fill(-1);
    steps.forEach((step, i) => (at[slotOf(step)] = i));
    return { steps, at };
  });
  for (let slot = 0; slot < slots; slot++) {
    if (!placed.some(({ at }) => at[slot]! >= 0)) continue;
    const found = placed.map(({ steps, at }) => steps[at[slot]!]);
    const hops = found.reduce((least, step) => Math.min(least, step?.hops ?? Infinity), Infinity);
    yield { row: slot >> 1, amounts: found.map((step) => step?.amount), hops, asserted: slot % 2 === 1 };
  }
}
