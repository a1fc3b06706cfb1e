import { type Account } from '../../foundation/index.js';
import { type PathOrder } from './path-order.js';

/** What a search for paths looks for. */
export interface PathQuestion {
  readonly from: readonly Account[];
  readonly to: readonly Account[];
  readonly order: PathOrder;
  readonly admitted: Uint8Array | undefined;
  readonly sameInstant: boolean;
  readonly maxWait: number;
  readonly maxHops: number;
  readonly startMs: number;
  readonly deadlineMs: number;
  /** A number per row in the order of amounts, where they count. */
  readonly amounts: Float64Array | undefined;
}
