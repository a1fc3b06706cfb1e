import { type Fraction, type Row } from '../foundation/index.js';
import { type BackwardTrace, type ForwardTrace, printAmount, type TracedStep } from '../trace/index.js';
import { plainCell, textCell } from './escape.js';
import { instantOf } from './trace-tables.js';

const LINES_PER_CHUNK = 10_000;

/**
 * steps.csv: the transfers that carried traced value, in the ledger's order, by file and line; per rule the traced part,
 * empty where the rule does not run through it. Value behind a link that a person asserted has a line of its own. Names
 * no account. Under poison, the amount of a transfer that was reached is the whole of it.
 */
export function* stepsTable(trace: ForwardTrace | BackwardTrace): Generator<string, void> {
  const { graph, rules } = trace;
  const { ledger } = graph;
  const { sourceFile, sourceLine, currency } = ledger.columns;
  const files = ledger.sources.map(({ name }) => textCell(name));
  const codes = ledger.currencies.map(({ code }) => textCell(code));
  let lines = [['file', 'line', 'time', 'currency', ...rules, 'hops', 'asserted'].join(',')];
  for (const { row, amounts, hops, asserted } of mergedSteps(trace)) {
    const scale = ledger.currencies[currency[row]!]?.scale ?? 0;
    const traced = amounts.map((amount) => (amount === undefined ? '' : printAmount(amount, scale))).join(',');
    lines.push(
      `${files[sourceFile[row]!] ?? ''},${sourceLine[row]!},${plainCell(instantOf(graph, row))},` +
        `${codes[currency[row]!] ?? ''},${traced},${hops},${asserted ? 'yes' : 'no'}`,
    );
    if (lines.length < LINES_PER_CHUNK) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

interface MergedStep {
  readonly row: Row;
  readonly amounts: readonly (Fraction | undefined)[];
  readonly hops: number;
  readonly asserted: boolean;
}

/** Steps of all rules side by side, by row, plain before asserted. Looking backward: the transfers asked about. */
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
