import {
  defaultTies,
  type ProgressListener,
  requireRange,
  resolveOptions,
  type Ties,
  type Watched,
  watchSteps,
} from '../foundation/index.js';
import {
  buildCase,
  type CaseDocument,
  type CaseFile,
  type Lead,
  type ListedFinding,
  mintCase,
} from '../disclosure/index.js';
import { formLeads } from '../leads/index.js';
import { judge, requireNullRuns } from '../judgement/index.js';
import { type ParameterChoices, splitParameters } from './judgement-parameters.js';
import { buildTemporalGraph, degreeHubs } from '../graph/index.js';
import { type Ledger } from '../ledger/index.js';
import { checkAgainstChance } from './check-against-chance.js';
import { defaultHubDegreeCap } from './hub-degree-cap.js';
import { sensitivity } from './sensitivity.js';
import { missingForJudgement } from './missing-for-judgement.js';
import { describeGuards, guardFindings, guardedNodes, type GuardSummary, vouchedNodes } from './guard-findings.js';
import {
  type Corridor,
  type DetectionContext,
  type Detector,
  type DetectorRun,
  type GuardLists,
  runDetectors,
  type RunDetectorsOptions,
} from '../typologies/index.js';

/** How {@link investigate} works; whoever watches is told of every stage and detector. */
export interface InvestigateOptions extends Watched {
  /** Seed of everything that draws numbers. Default 1. */
  readonly seed?: number;
  /** Louvain's resolution: above 1 finds smaller groups. Default 1. */
  readonly resolution?: number;
  /**
   * Accounts with more distinct counterparties than this are set aside as hubs and listed. Default: a tenth of all
   * accounts, but at least 400 and at most 1,000 [choice].
   */
  readonly hubDegreeCap?: number;
  /** Whether transfers of the same instant may follow each other. Default: by the data's precision. */
  readonly ties?: Ties;
  /** Community searches with further seeds, to see whether each lead's border is a community's. Default 20. */
  readonly stabilityRuns?: number;
  /** Treat all accounts of one holder as one. Default true. */
  readonly joinHolders?: boolean;
  /**
   * Judge the same payments with beneficiaries exchanged at random, this many times freely and as often inside sixteenths of
   * the period, and put the leads found in the case. More than none means that the file's noise can make a lead; none does not
   * mean that the leads are right, as an exchange takes innocent trades apart as well. 0 to 100. Costs twice as many whole
   * judgements. Default 0: not made.
   */
  readonly nullCheck?: number;
  /**
   * Judges the file again with each deciding parameter a fifth lower and higher, at most this many times: which leads come and go.
   * Each costs a whole judgement; 34 are all there are. It changes no lead. Default 0, none.
   */
  readonly sensitivity?: number;
  /** Ids of the detectors to run. Default all. */
  readonly only?: readonly string[];
  /**
   * Values that replace defaults, by set and parameter name: the id of a detector, or a name of {@link JUDGEMENT_SETS}.
   * Default none.
   */
  readonly parameters?: ParameterChoices;
  /** Detectors of your own, run after the library's. Default none. */
  readonly extraDetectors?: readonly Detector[];
  /**
   * Accounts that you vouch for: registered bodies, licensed remitters. Findings about nobody else are explained, and the
   * case names none of them; {@link Investigation.guarded} counts what that suppressed. Where holders are joined, one account
   * vouches for its holder. Default none.
   */
  readonly guardLists?: GuardLists;
  /**
   * Corridors of your own, whose order `corridor-order` looks for beside those of the library; one with the id of one of
   * those takes its place. They change no lead and no score. Default none.
   */
  readonly corridors?: readonly Corridor[];
  /** Answers for detectors that were run elsewhere, in the order in which they were chosen. Default: they are run here. */
  readonly detect?: ((context: DetectionContext) => readonly DetectorRun[]) | undefined;
}

/** The options in force, as they go into a manifest. */
export interface ResolvedInvestigateOptions {
  readonly seed: number;
  readonly resolution: number;
  readonly hubDegreeCap: number;
  readonly ties: Ties;
  readonly stabilityRuns: number;
  readonly joinHolders: boolean;
  readonly nullCheck: number;
  readonly sensitivity: number;
  readonly only: readonly string[] | undefined;
  /** Number of accounts vouched for, as given. */
  readonly guarded: { readonly registeredBodies: number; readonly licensedRemitters: number };
  /** Corridors of the user. */
  readonly corridors: readonly { readonly id: string; readonly version: number }[];
  /** Every number that decided, by set: of the judgement, and of every detector that ran. Defaults included. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The answer of {@link investigate}. */
export interface Investigation {
  /** Leads, strong ones first. None is proof, and none found does not mean that there is nothing. */
  readonly leads: readonly Lead[];
  /** All findings, inside leads or not. */
  readonly findings: readonly ListedFinding[];
  /** What guard lists suppressed; all zero if none were given. */
  readonly guarded: GuardSummary;
  /** The case as plain data, ready for JSON: what reports and exports take, and what case.json is. */
  readonly document: CaseDocument;
  /** The same beside the ledger, in account numbers and rows. */
  readonly caseFile: CaseFile;
  readonly options: ResolvedInvestigateOptions;
}

/**
 * The whole pipeline in one call: ledger to temporal graph, detectors, features, judgement, leads, disclosure. Pure: the
 * same ledger and options give the same investigation.
 *
 * @throws UsageError `unknown-option`, `option-range`, `seed`, `unknown-detector`, `unknown-parameter`,
 *   `guard-list-account`, `null-runs`, `corridor`; the reason of `signal`
 * @example
 * const { ledger } = createLedger(transfers);
 * for (const lead of investigate(ledger, { seed: 1 }).leads) use(lead.level, lead.parts);
 */
export function investigate(ledger: Ledger, options: InvestigateOptions = {}): Investigation {
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
      detect: undefined as InvestigateOptions['detect'],
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
  const { seed, resolution, hubDegreeCap, ties, stabilityRuns, joinHolders, only, onProgress, signal } = chosen;
  const step = watchSteps({ onProgress, signal });

  step('indexing transfers');
  const graph = buildTemporalGraph(ledger, { joinHolders });
  const hubs = new Set(degreeHubs(graph, hubDegreeCap));
  const { detectors: detectorValues, judgement: values } = splitParameters(chosen.parameters);
  const detectorOptions: RunDetectorsOptions = {
    parameters: detectorValues,
    extra: chosen.extraDetectors,
    onProgress,
    signal,
    ...(only === undefined ? {} : { only }),
  };
  const lists = guardedNodes(graph, chosen.guardLists ?? {});
  const vouched = vouchedNodes(lists);
  const { alternatives, columns, naming } = values;
  const context = { graph, ties, hubs, guardLists: lists, alternatives, columns, corridors: chosen.corridors };
  const detected = chosen.detect?.(context) ?? runDetectors(context, detectorOptions);
  const { runs, summary } = guardFindings(detected, graph, { lists, hubs, parameters: alternatives });
  step('judging flows');
  const missing = missingForJudgement(ledger);
  const judgement =
    missing.length > 0 ? undefined : judge(graph, { ...values, setAside: new Set([...hubs, ...vouched]) });
  step('forming leads');
  const findings = runs.flatMap(({ detector, detection }) =>
    detection.status === 'evaluated' && detector.countClass !== 'welfare' ? detection.findings.items : [],
  );
  const leads =
    judgement === undefined
      ? []
      : formLeads(graph, { judgement, findings }, { ...values, seed, resolution, runs: stabilityRuns });
  const { candidateScore: collectingScore } = values.score;
  const built = buildCase(graph, { runs, judgement, missing, leads, hubs, vouched, collectingScore, naming });
  const checked = checkAgainstChance(judgement, { ...chosen, values, vouched });
  const unchecked = chosen.nullCheck > 0 && checked === undefined;
  const remarks = [
    ...built.remarks,
    ...[describeGuards(summary) ?? []].flat(),
    ...(unchecked ? ['null check: not made, as nothing could be judged'] : []),
  ];
  const moved =
    judgement === undefined || chosen.sensitivity === 0
      ? undefined
      : sensitivity(ledger, {
          ...{ hubDegreeCap, joinHolders },
          parameters: chosen.parameters,
          guardLists: chosen.guardLists ?? {},
          mostJudgements: chosen.sensitivity,
          ...(onProgress === undefined ? {} : { onProgress }),
          ...(signal === undefined ? {} : { signal }),
        });
  const caseFile = {
    ...built,
    remarks,
    ...(checked === undefined ? {} : { nullCheck: checked }),
    ...(moved === undefined ? {} : { sensitivity: moved }),
  };
  step('writing up');
  const document = mintCase(caseFile, { graph, runs, judgement, missing, formed: leads, score: values.score });
  const parameters = {
    ...values,
    ...Object.fromEntries(runs.map((run) => [run.detector.id, run.parameters])),
  };
  const { registeredBodies, licensedRemitters } = chosen.guardLists ?? {};
  const guarded = { registeredBodies: registeredBodies?.size ?? 0, licensedRemitters: licensedRemitters?.size ?? 0 };
  return {
    leads: caseFile.leads,
    findings: caseFile.findings,
    guarded: summary,
    document,
    caseFile,
    options: {
      guarded,
      corridors: chosen.corridors.map(({ id, version }) => ({ id, version })),
      seed,
      resolution,
      hubDegreeCap,
      ties,
      stabilityRuns,
      joinHolders,
      nullCheck: chosen.nullCheck,
      sensitivity: chosen.sensitivity,
      only,
      parameters,
    },
  };
}
