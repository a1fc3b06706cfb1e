import { type FlowFeatures, surprise } from '../../features/index.js';
import { type Conduits } from './conduits.js';
import { type FileRate, type PayersPart } from './convergence.js';
import { logChoose } from './log-gamma.js';
import { type Meeting } from './group-search.js';

/** What {@link payersPart} found, with the relations behind it. */
export interface MeasuredPayers {
  readonly part: Omit<PayersPart, 'rows' | 'nats'>;
  /** Surprise after the search, in nats, unbounded. */
  readonly nats: number;
  /** Exceptional relations into the feeders. */
  readonly relations: readonly number[];
  /** Accounts outside the group behind them. */
  readonly payers: ReadonlySet<number>;
}

/**
 * Whether chance explains this many exceptional payers:
 *
 *     nats = sum of the feeders' surprises - ln (accounts) - ln C(payers of the receiver, feeders)
 *
 * The two costs pay for the search: any account could have been the receiver, and any of its payers the feeders. exp(-nats)
 * bounds the number of such meetings expected by chance in the whole file. Money may arrive through fewer payers than there
 * are feeders; the choice is then among those payers.
 */
export function measurePayers(
  { receiver, feeders }: Meeting,
  members: ReadonlySet<number>,
  {
    features: { relations, exceptional },
    conduits,
    fileRate,
  }: { readonly features: FlowFeatures; readonly conduits: Conduits; readonly fileRate: FileRate },
): MeasuredPayers {
  let surpriseNats = 0;
  let all = 0;
  const chosen: number[] = [];
  const outside = new Set<number>();
  for (const feeder of feeders) {
    surpriseNats += surprise(conduits.markedPayers[feeder]!, conduits.payers[feeder]!, exceptional.share);
    all += conduits.payers[feeder]!;
    for (let k = relations.inStarts[feeder]!; k < relations.inStarts[feeder + 1]!; k++) {
      const relation = relations.inRelations[k]!;
      if (exceptional.exceptional[relation] === 0) continue;
      chosen.push(relation);
      if (!members.has(relations.payer[relation]!)) outside.add(relations.payer[relation]!);
    }
  }
  const receiverPayers = conduits.payers[receiver]!;
  const searchNats = Math.log(conduits.active) + logChoose(receiverPayers, Math.min(feeders.length, receiverPayers));
  return {
    part: {
      name: 'payers',
      evaluable: true,
      measured: { payers: all, exceptionalPayers: chosen.length, surpriseNats, searchNats },
      fileRate,
    },
    nats: surpriseNats - searchNats,
    relations: chosen,
    payers: outside,
  };
}
