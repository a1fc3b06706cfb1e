import { type TraceDocument, type TraceStep } from '../disclosure/index.js';
import { csvTable, type TableColumn } from './csv-table.js';

/**
 * steps.csv: the transfers that carried traced value, in the ledger's order, by file and line; per rule the traced part,
 * empty where the rule does not run through it. Value behind a link that a person asserted has a line of its own. Names
 * no account. Under poison, the amount of a transfer that was reached is the whole of it.
 */
export function stepsTable({ rules }: TraceDocument, steps: Iterable<TraceStep>): Generator<string, void> {
  return csvTable<TraceStep>(
    [
      { name: 'file', kind: 'text', value: ({ file }) => file },
      { name: 'line', kind: 'plain', value: ({ line }) => line },
      { name: 'time', kind: 'plain', value: ({ time }) => time },
      { name: 'currency', kind: 'text', value: ({ currency }) => currency },
      ...rules.map(({ rule }, i): TableColumn<TraceStep> => ({
        name: rule,
        kind: 'plain',
        value: ({ amounts }) => amounts[i] ?? '',
      })),
      { name: 'hops', kind: 'plain', value: ({ hops }) => hops },
      { name: 'asserted', kind: 'plain', value: ({ asserted }) => (asserted ? 'yes' : 'no') },
    ],
    steps,
  );
}
