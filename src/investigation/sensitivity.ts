import { type Sensitivity, type SensitivityMove } from '../disclosure/index.js';
import { type Account, type ProgressListener, requireRange, resolveOptions } from '../foundation/index.js';
import { buildTemporalGraph, degreeHubs } from '../graph/index.js';
import { judge, namedLeads, type ScoreLead } from '../judgement/index.js';
import { type Ledger } from '../ledger/index.js';
import { type GuardLists } from '../typologies/index.js';
import { guardedNodes, vouchedNodes } from './guard-findings.js';
import { defaultHubDegreeCap } from './hub-degree-cap.js';
import { type ParameterChoices, splitParameters } from './judgement-parameters.js';
import { matchGroups } from './match-groups.js';
import { missingForJudgement } from './missing-for-judgement.js';
import { movesOf } from './sensitivity-moves.js';

/** How {@link sensitivity} works. What is also an option of `investigate` has to be as it was there. */
export interface SensitivityOptions {
  /** Values in force, which are moved. Default none: the library's own. */
  readonly parameters?: ParameterChoices;
  /** Default as in `investigate`. */
  readonly hubDegreeCap?: number;
  /** Default true. */
  readonly joinHolders?: boolean;
  /** Default none. */
  readonly guardLists?: GuardLists;
  /** Most judgements besides the first; what is left is not tried, and the answer says so. Default 100, more than there are. */
  readonly mostJudgements?: number;
  /** Told before each judgement. Default none. */
  readonly onProgress?: ProgressListener;
  /** Asked before each judgement. Default none. */
  readonly signal?: AbortSignal;
}

/**
 * What appears and what goes when a deciding parameter is a fifth lower or higher, one at a time (`DECIDING_PARAMETERS`): the
 * whole judgement of the file, with leads matched by the Jaccard index of their named accounts. Names nobody: ids and counts.
 *
 * A steady lead is not proven, and one that goes is not refuted: it stands near a line that somebody drew. Parameters are moved
 * alone; together they may do more. Evidence weights stay those that were learned with the default parameters.
 *
 * Cost: a whole judgement, O(n log n) in the transfers, for each of 34 moves. Pure: same ledger and options, same answer.
 *
 * @throws UsageError `unknown-option`, `option-range`, `unknown-parameter`, `guard-list-account`; whatever `signal` was aborted
 *   with
 * @example
 * const { steady, moves } = sensitivity(ledger, { onProgress: show });
 */
export function sensitivity(ledger: Ledger, options: SensitivityOptions = {}): Sensitivity {
  const chosen = resolveOptions(
    {
      parameters: {},
      hubDegreeCap: defaultHubDegreeCap(ledger),
      joinHolders: true,
      guardLists: {},
      mostJudgements: 100,
      onProgress: undefined as ProgressListener | undefined,
      signal: undefined as AbortSignal | undefined,
    },
    options,
    'sensitivity',
  );
  const { hubDegreeCap, mostJudgements, onProgress, signal } = chosen;
  requireRange('hubDegreeCap', hubDegreeCap, 1, Infinity);
  requireRange('mostJudgements', mostJudgements, 1, 1000);
  const { judgement: values } = splitParameters(chosen.parameters);
  if (missingForJudgement(ledger).length > 0) {
    const nothing = { leads: 0, moves: [], notMoved: [], steady: [] };
    return {
      ...nothing,
      complete: false,
      stoppedBy: 'data',
      note: 'Nothing could be judged: amounts or clock times are not in the data.',
    };
  }
  const graph = buildTemporalGraph(ledger, { joinHolders: chosen.joinHolders });
  const vouched = vouchedNodes(guardedNodes(graph, chosen.guardLists));
  const setAside = new Set<Account>([...degreeHubs(graph, hubDegreeCap), ...vouched]);
  const all = movesOf(values);
  const possible = all.filter(({ from, to }) => from !== to);
  const tried = possible.slice(0, mostJudgements);
  let done = 0;
  const leadsWith = (parameters: typeof values): readonly ScoreLead[] => {
    signal?.throwIfAborted();
    onProgress?.({ stage: 'moving parameters', done: done++, total: tried.length + 1, unit: 'steps' });
    return namedLeads(judge(graph, { ...parameters, setAside }));
  };
  const own = leadsWith(values);
  const moves = tried.map(({ parameter, factor, from, to, values: moved }) => {
    const leads = leadsWith(moved);
    return { parameter, factor, from, to, leads: leads.length, ...compareLeads(own, leads) };
  });
  const touched = new Set(moves.flatMap(({ gone, changed }) => [...gone, ...changed.map(({ lead }) => lead)]));
  const steady = own.map((_, i) => leadId(i)).filter((lead) => !touched.has(lead));
  const complete = tried.length === possible.length;
  return {
    leads: own.length,
    moves,
    notMoved: all
      .filter(({ from, to }) => from === to)
      .map(({ parameter, factor, from }) => ({ parameter, factor, value: from })),
    steady,
    complete,
    ...(complete ? {} : { stoppedBy: 'mostJudgements' as const }),
    note: `${steady.length} of ${own.length} leads stay as they are in all ${moves.length} moves of one parameter by a fifth. A steady lead is not proven, and one that goes is not refuted.`,
  };
}

function compareLeads(
  own: readonly ScoreLead[],
  leads: readonly ScoreLead[],
): Pick<SensitivityMove, 'appeared' | 'gone' | 'changed'> {
  const members = (some: readonly ScoreLead[]): (readonly Account[])[] => some.map((lead) => lead.members);
  const matches = matchGroups(members(own), members(leads));
  const matched = new Set(matches.map(({ before }) => before));
  return {
    appeared: leads.length - matches.length,
    gone: own.flatMap((_, i) => (matched.has(i) ? [] : [leadId(i)])),
    changed: matches
      .filter(({ before, after, jaccard }) => jaccard < 1 || own[before]!.band !== leads[after]!.band)
      .sort((a, b) => a.before - b.before)
      .map(({ before, after, jaccard }) => ({
        lead: leadId(before),
        jaccard,
        level: leads[after]!.band === 'strong' ? 'strong' : 'second-look',
      })),
  };
}

/** Leads have their ids by their order in the judgement. */
function leadId(index: number): string {
  return `C${String(index + 1).padStart(3, '0')}`;
}
