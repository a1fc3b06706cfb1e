import { defaultTies, requireRange, type Ties } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { admitTransfers, type TransferFilter } from '../transfer-filter.js';
import { type CycleGraph, layOutCycles } from './cycle-graph.js';

/** Which temporal cycles a search is about; shared by counting and finding. */
export interface CycleOptions {
  /** Greatest time from first to last transfer, inclusive, in the unit of the ledger's times. */
  readonly window: number;
  /** Whether transfers of one instant may follow each other. Default: what the ledger's precision suggests. */
  readonly ties?: Ties | undefined;
  /** Least number of transfers, which is also the number of accounts. Default 2. */
  readonly minLength?: number;
  /** Greatest number of transfers. Default no limit for counting, 12 for finding. */
  readonly maxLength?: number;
  /** Take transfers with the same payer, beneficiary and time for one, the first. Default false. */
  readonly distinctTimes?: boolean;
  /** Which transfers may take part. Default all. */
  readonly filter?: TransferFilter | undefined;
}

/** @throws UsageError `option-range` */
export function requireCycleOptions({ window, minLength, maxLength }: Required<CycleOptions>): void {
  requireRange('window', window, 0, Infinity);
  requireRange('minLength', minLength, 2, Infinity);
  requireRange('maxLength', maxLength, 2, Infinity);
}

/** The transfers that the options admit, laid out for walking. @throws what {@link admitTransfers} throws */
export function cycleGraphOf(graph: TemporalGraph, options: Required<CycleOptions>): CycleGraph {
  const { window, distinctTimes, filter } = options;
  const ties = options.ties ?? defaultTies(graph.ledger.precision);
  return layOutCycles(graph, {
    window,
    ties,
    admitted: admitTransfers(graph, filter),
    blocked: undefined,
    distinctTimes,
  });
}
