import { resolveOptions } from '../foundation/index.js';
import { renumberByFirst, strongLabelsInto, weakLabelsInto } from './components.kernel.js';
import { type TemporalGraph } from './temporal-graph.js';
import { type TemporalWindow } from './temporal-window.js';

/** A division of all accounts into components. */
export interface Components {
  /** Component of each account. Components are numbered from 0 by their smallest account. */
  readonly label: Int32Array;
  readonly count: number;
  /** Number of accounts in each component. */
  readonly sizes: Int32Array;
}

/** Which transfers count. */
export interface ComponentOptions {
  /** Only transfers inside this window. Default all transfers. */
  readonly window?: TemporalWindow;
}

/**
 * Accounts joined by transfers in either direction, time ignored. An account without transfers is a component of its
 * own, and so is an account that its holder's first account stands for (see `AccountDirectory.unit`). Being in one
 * component says nothing about belonging together: one busy account joins most of a bank. O(accounts + transfers).
 */
export function weakComponents(graph: TemporalGraph, options: ComponentOptions = {}): Components {
  const { firstRow, endRow } = rowsOfOptions(graph, options, 'weakComponents');
  const label = new Int32Array(graph.accountCount);
  weakLabelsInto(label, graph.payer, graph.beneficiary, firstRow, endRow);
  return finish(label);
}

/**
 * Accounts between which directed paths of transfers lead both ways, time ignored. A component of several accounts is
 * where circular flow is possible at all; it is no evidence that money went in a circle. O(accounts + transfers), no
 * recursion.
 */
export function strongComponents(graph: TemporalGraph, options: ComponentOptions = {}): Components {
  const { firstRow, endRow } = rowsOfOptions(graph, options, 'strongComponents');
  const label = new Int32Array(graph.accountCount);
  const { rows, starts } = graph.out;
  if (endRow - firstRow === graph.transferCount) {
    const targets = new Int32Array(rows.length);
    for (let k = 0; k < rows.length; k++) targets[k] = graph.beneficiary[rows[k]!]!;
    strongLabelsInto(label, starts, targets);
  } else {
    const targets = new Int32Array(endRow - firstRow);
    const windowStarts = new Int32Array(starts.length);
    let filled = 0;
    for (let account = 0; account < graph.accountCount; account++) {
      for (let k = starts[account]!; k < starts[account + 1]!; k++) {
        const row = rows[k]!;
        if (row >= firstRow && row < endRow) targets[filled++] = graph.beneficiary[row]!;
      }
      windowStarts[account + 1] = filled;
    }
    strongLabelsInto(label, windowStarts, targets);
  }
  return finish(label);
}

function rowsOfOptions(
  graph: TemporalGraph,
  options: ComponentOptions,
  owner: string,
): { firstRow: number; endRow: number } {
  const defaults: { window: TemporalWindow | undefined } = { window: undefined };
  const { window } = resolveOptions(defaults, options, owner);
  return window ?? { firstRow: 0, endRow: graph.transferCount };
}

function finish(label: Int32Array): Components {
  const count = renumberByFirst(label, new Int32Array(label.length));
  const sizes = new Int32Array(count);
  for (const component of label) sizes[component]!++;
  return { label, count, sizes };
}
