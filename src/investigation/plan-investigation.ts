import {
  defaultTies,
  type ProgressListener,
  requireRange,
  resolveOptions,
  type Watched,
  watchSteps,
} from '../foundation/index.js';
import { buildCase, type ListedNullCheck, mintCase, type Sensitivity } from '../disclosure/index.js';
import { buildTemporalGraph, degreeHubs } from '../graph/index.js';
import { judge, requireNullRuns, withoutSigns } from '../judgement/index.js';
import { explainLeads, formLeads } from '../leads/index.js';
import { type Ledger } from '../ledger/index.js';
import {
  type Corridor,
  type Detector,
  type DetectorPlan,
  type DetectorRun,
  type GuardLists,
  planDetectors,
} from '../typologies/index.js';
import { checkAgainstChance } from './check-against-chance.js';
import { describeGuards, guardFindings, guardedNodes, vouchedNodes } from './guard-findings.js';
import { defaultHubDegreeCap } from './hub-degree-cap.js';
import { type InvestigateOptions, type Investigation } from './investigate-options.js';
import { splitParameters } from './judgement-parameters.js';
import { missingForJudgement } from './missing-for-judgement.js';
import { sensitivity } from './sensitivity.js';

type MayBeLeftOut = 'only' | 'guardLists' | keyof Watched;
type ChosenOptions = Required<Omit<InvestigateOptions, MayBeLeftOut>> & {
  readonly [Name in MayBeLeftOut]: InvestigateOptions[Name] | undefined;
};

/** An investigation in parts, for whoever runs its detectors elsewhere, in several threads for example. */
export interface InvestigationPlan {
  readonly detectors: DetectorPlan;
  /** In force. */
  readonly hubDegreeCap: number;
  /** Who watches, as the options say. */
  readonly watched: Watched;
  /**
   * Does all that needs no findings: judgement, null check, sensitivity. To be called while detectors run elsewhere;
   * {@link InvestigationPlan.finish} does what was not done before.
   */
  judge(): void;
  /** Makes the investigation of what the detectors answered, one run for each that was chosen, in their order. */
  finish(detected: readonly DetectorRun[]): Investigation;
}

/**
 * Indexes the ledger and checks all options; runs no detector and judges nothing yet.
 *
 * @throws UsageError as `investigate`; the reason of `signal`
 */
export function planInvestigation(ledger: Ledger, options: InvestigateOptions = {}): InvestigationPlan {
  const chosen = chooseOptions(ledger, options);
  const { seed, resolution, hubDegreeCap, ties, stabilityRuns, joinHolders, onProgress, signal } = chosen;
  const step = watchSteps(chosen);
  step('indexing transfers');
  const graph = buildTemporalGraph(ledger, { joinHolders });
  const hubs = new Set(degreeHubs(graph, hubDegreeCap));
  const { detectors: detectorValues, judgement: values } = splitParameters(chosen.parameters);
  const lists = guardedNodes(graph, chosen.guardLists ?? {});
  const vouched = vouchedNodes(lists);
  const { alternatives, columns, naming } = values;
  const detectors = planDetectors(
    { graph, ties, hubs, guardLists: lists, alternatives, columns, corridors: chosen.corridors },
    { parameters: detectorValues, extra: chosen.extraDetectors, only: chosen.only },
  );
  const missing = missingForJudgement(ledger);
  const judged = once(() => {
    step('judging flows');
    if (missing.length > 0) return undefined;
    const judgement = judge(graph, { ...values, setAside: new Set([...hubs, ...vouched]) });
    return { judgement: withoutSigns(judgement), reasons: explainLeads(judgement) };
  });
  const checked = once((): ListedNullCheck | undefined =>
    checkAgainstChance(judged()?.judgement, { ...chosen, values, vouched }),
  );
  const moved = once((): Sensitivity | undefined =>
    judged() === undefined || chosen.sensitivity === 0
      ? undefined
      : sensitivity(ledger, {
          ...{ hubDegreeCap, joinHolders },
          parameters: chosen.parameters,
          guardLists: chosen.guardLists ?? {},
          mostJudgements: chosen.sensitivity,
          ...(onProgress === undefined ? {} : { onProgress }),
          ...(signal === undefined ? {} : { signal }),
        }),
  );
  return {
    detectors,
    hubDegreeCap,
    watched: { onProgress, signal },
    judge() {
      for (const part of [judged, checked, moved]) part();
    },
    finish(detected) {
      const { runs, summary } = guardFindings(detected, graph, { lists, hubs, parameters: alternatives });
      step('forming leads');
      const findings = runs.flatMap(({ detector, detection }) =>
        detection.status === 'evaluated' && detector.countClass !== 'welfare' ? detection.findings.items : [],
      );
      const told = judged();
      const leads =
        told === undefined
          ? []
          : formLeads(graph, { ...told, findings }, { ...values, seed, resolution, runs: stabilityRuns });
      const judgement = told?.judgement;
      const { candidateScore: collectingScore } = values.score;
      const built = buildCase(graph, { runs, judgement, missing, leads, hubs, vouched, collectingScore, naming });
      const [nullCheck, sensitive] = [checked(), moved()];
      const unchecked = chosen.nullCheck > 0 && nullCheck === undefined;
      const remarks = [
        ...built.remarks,
        ...[describeGuards(summary) ?? []].flat(),
        ...(unchecked ? ['null check: not made, as nothing could be judged'] : []),
      ];
      const caseFile = {
        ...built,
        remarks,
        ...(nullCheck === undefined ? {} : { nullCheck }),
        ...(sensitive === undefined ? {} : { sensitivity: sensitive }),
      };
      step('writing up');
      const document = mintCase(caseFile, { graph, runs, judgement, missing, formed: leads, score: values.score });
      const { registeredBodies, licensedRemitters } = chosen.guardLists ?? {};
      return {
        leads: caseFile.leads,
        findings: caseFile.findings,
        guarded: summary,
        document,
        caseFile,
        options: {
          guarded: {
            registeredBodies: registeredBodies?.size ?? 0,
            licensedRemitters: licensedRemitters?.size ?? 0,
          },
          corridors: chosen.corridors.map(({ id, version }) => ({ id, version })),
          ...{ seed, resolution, hubDegreeCap, ties, stabilityRuns, joinHolders },
          nullCheck: chosen.nullCheck,
          sensitivity: chosen.sensitivity,
          only: chosen.only,
          parameters: {
            ...values,
            ...Object.fromEntries(runs.map((run) => [run.detector.id, run.parameters])),
          },
        },
      };
    },
  };
}

/** All options, defaults included, each in its range. */
function chooseOptions(ledger: Ledger, options: InvestigateOptions): ChosenOptions {
  const chosen = resolveOptions(
    {
      seed: 1,
      resolution: 1,
      hubDegreeCap: defaultHubDegreeCap(ledger),
      ties: defaultTies(ledger.precision),
      stabilityRuns: 20,
      joinHolders: true,
      nullCheck: 0,
      sensitivity: 0,
      only: undefined as readonly string[] | undefined,
      parameters: {},
      extraDetectors: [] as readonly Detector[],
      guardLists: undefined as GuardLists | undefined,
      corridors: [] as readonly Corridor[],
      onProgress: undefined as ProgressListener | undefined,
      signal: undefined as AbortSignal | undefined,
    },
    options,
    'investigate',
  );
  requireRange('hubDegreeCap', chosen.hubDegreeCap, 1, Infinity);
  requireRange('stabilityRuns', chosen.stabilityRuns, 1, 1000);
  requireNullRuns(chosen.nullCheck, 0);
  requireRange('sensitivity', chosen.sensitivity, 0, 1000);
  return chosen;
}

/** The same work at the first call only; its answer at every call. */
function once<T>(work: () => T): () => T {
  let done: { readonly answer: T } | undefined;
  return () => (done ??= { answer: work() }).answer;
}
