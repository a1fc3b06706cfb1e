import { type Account, type Bounded, stopped, type Row } from '../../foundation/index.js';
import { type Finding, type Measure } from '../../evidence/index.js';
import { boundFindings, compareLists } from './bound-findings.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { ascending } from '../finding-parts.js';

/** What a search found, before the detector puts its name to it. Lists may repeat themselves and stand in any order. */
export interface Occurrence {
  /** How strong it is beside others of the same detector, as a whole number; more is stronger. */
  readonly weight: number;
  readonly subjects: readonly Account[];
  readonly payers: readonly Account[];
  /** Default none. */
  readonly receivers?: readonly Account[];
  readonly rows: readonly Row[];
  readonly measured: readonly Measure[];
  /** Default 1. */
  readonly strength?: number;
  readonly mayBeChance?: true | undefined;
}

/** What a detector puts on its findings. */
export type FindingLabels = Pick<Detector, 'id' | 'version' | 'countClass' | 'contextOnly' | 'family'>;

/** The finding that an occurrence makes. Nobody is payer or receiver of a finding that is about them. */
function firedFinding(
  { id, version, countClass, contextOnly, family }: FindingLabels,
  { subjects, payers, receivers = [], rows, measured, strength = 1, mayBeChance }: Occurrence,
): Finding {
  const about = new Set(subjects);
  const others = (accounts: readonly Account[]): Account[] => ascending(accounts.filter((one) => !about.has(one)));
  return {
    typology: id,
    version,
    countClass,
    family,
    status: 'fired',
    strength,
    ...(mayBeChance && { mayBeChance }),
    ...(contextOnly && { contextOnly }),
    subjects: ascending(subjects),
    payers: others(payers),
    receivers: others(receivers),
    rows: ascending(rows),
    measured,
    alternatives: [],
  };
}

/** The stronger first, then the one with more transfers, then the earlier. Account numbers decide last. */
function compareOccurrences(left: Occurrence, right: Occurrence): number {
  return (
    right.weight - left.weight ||
    right.rows.length - left.rows.length ||
    compareLists(ascending(left.rows), ascending(right.rows)) ||
    compareLists(ascending(left.subjects), ascending(right.subjects))
  );
}

/** What the runner and the user say about the answer. */
export interface AnswerOptions {
  readonly maxFindings: number;
  readonly remarks?: readonly string[];
  /** See {@link DetectionContext.explain}. */
  readonly explain: DetectionContext['explain'];
}

/** The answer of a detector: the strongest occurrences as findings, and every limit that was met. */
export function evaluated(
  detector: FindingLabels,
  found: Bounded<Occurrence>,
  { maxFindings, remarks = [], explain }: AnswerOptions,
): Detection {
  const toFinding = (one: Occurrence): Finding => firedFinding(detector, one);
  const findings = boundFindings(found.items, maxFindings, compareOccurrences, toFinding, explain);
  if (found.complete) return { status: 'evaluated', findings, remarks };
  const stoppedBy = [found.stoppedBy, findings.stoppedBy].filter((text) => text !== undefined).join(', ');
  const more = `The search met a limit (${found.stoppedBy ?? ''}); more may exist.`;
  return { status: 'evaluated', findings: stopped(findings.items, stoppedBy), remarks: [...remarks, more] };
}
