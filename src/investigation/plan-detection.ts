import { defaultTies, type Ties, UsageError } from '../foundation/index.js';
import { resolveParameters } from '../evidence/index.js';
import { buildTemporalGraph, degreeHubs } from '../graph/index.js';
import { type Ledger } from '../ledger/index.js';
import {
  type Corridor,
  type DetectionContext,
  type Detector,
  type DetectorRun,
  DETECTORS,
  type GuardLists,
} from '../typologies/index.js';
import { guardedNodes } from './guard-findings.js';
import { defaultHubDegreeCap } from './hub-degree-cap.js';
import { type ParameterChoices, splitParameters } from './judgement-parameters.js';

/** What decides what detectors look at, of the options of an investigation. */
export interface DetectionChoices {
  readonly hubDegreeCap?: number;
  readonly ties?: Ties;
  readonly joinHolders?: boolean;
  readonly only?: readonly string[] | undefined;
  readonly parameters?: ParameterChoices;
  readonly extraDetectors?: readonly Detector[];
  readonly guardLists?: GuardLists | undefined;
  readonly corridors?: readonly Corridor[];
}

/** What detectors look at, and which are run: for whoever runs them elsewhere. */
export interface DetectionPlan {
  readonly context: DetectionContext;
  readonly detectors: readonly Pick<DetectorRun, 'detector' | 'parameters'>[];
  readonly hubDegreeCap: number;
}

/**
 * Does what `investigate` does before its detectors run.
 *
 * @throws UsageError `unknown-detector`, `unknown-parameter`, `option-range`, `guard-list-account`
 */
export function planDetection(ledger: Ledger, choices: DetectionChoices = {}): DetectionPlan {
  const {
    hubDegreeCap = defaultHubDegreeCap(ledger),
    ties = defaultTies(ledger.precision),
    joinHolders = true,
  } = choices;
  const graph = buildTemporalGraph(ledger, { joinHolders });
  const { detectors: values, judgement } = splitParameters(choices.parameters ?? {});
  const { alternatives, columns } = judgement;
  const detectors = [...DETECTORS, ...(choices.extraDetectors ?? [])];
  const unknown = [...(choices.only ?? []), ...Object.keys(values)].find(
    (id) => !detectors.some((one) => one.id === id),
  );
  if (unknown !== undefined) throw new UsageError('unknown-detector', `Expected a detector but received ${unknown}`);
  return {
    context: {
      ...{ graph, ties, alternatives, columns },
      hubs: new Set(degreeHubs(graph, hubDegreeCap)),
      guardLists: guardedNodes(graph, choices.guardLists ?? {}),
      corridors: choices.corridors ?? [],
    },
    detectors: detectors
      .filter(({ id }) => choices.only?.includes(id) ?? true)
      .map((detector) => ({
        detector,
        parameters: resolveParameters(detector, Object.hasOwn(values, detector.id) ? values[detector.id] : undefined),
      })),
    hubDegreeCap,
  };
}
