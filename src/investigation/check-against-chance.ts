import { type ListedNullCheck } from '../disclosure/index.js';
import { type Account, type ProgressListener } from '../foundation/index.js';
import { degreeHubs, type TemporalGraph } from '../graph/index.js';
import { judge, namedLeads, nullCheck, type SettledJudgement } from '../judgement/index.js';
import { type JudgementParameters } from './judgement-parameters.js';

/** What the judgement went by, so that chance is judged by the same. */
export interface CheckAgainstChanceOptions {
  /** Exchanges of each way; 0 = no check. */
  readonly nullCheck: number;
  readonly seed: number;
  readonly hubDegreeCap: number;
  readonly vouched: ReadonlySet<Account>;
  readonly values: JudgementParameters;
  readonly onProgress: ProgressListener | undefined;
}

/**
 * The null check of a judged file: the whole judgement, hubs included, on the same payments to other people. Undefined where
 * none was asked for or nothing could be judged.
 */
export function checkAgainstChance(
  judgement: SettledJudgement | undefined,
  { nullCheck: runs, seed, hubDegreeCap, vouched, values, onProgress }: CheckAgainstChanceOptions,
): ListedNullCheck | undefined {
  if (judgement === undefined || runs === 0) return undefined;
  const countLeads = (graph: TemporalGraph): number => {
    const setAside = new Set([...degreeHubs(graph, hubDegreeCap), ...vouched]);
    return namedLeads(judge(graph, { ...values, setAside })).length;
  };
  const onExchange = (done: number, total: number): void =>
    onProgress?.({ stage: 'checking against chance', done, total, unit: 'steps' });
  return {
    leads: namedLeads(judgement).length,
    ...nullCheck(judgement.features, { countLeads, runs, seed, onExchange }),
  };
}
