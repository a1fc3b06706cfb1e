import { requireOneOf, resolveOptions, UsageError } from '../foundation/index.js';
import { type AskedCase } from './asked-case.js';
import { type BeforeAfter, beforeAndAfter } from './before-after.js';
import { type Bridges, bridges } from './bridges.js';
import { type Gaps, gaps } from './gaps.js';
import { type ProtectionConcerns, protectionConcerns } from './protection-concerns.js';
import { type Rhythms, rhythm } from './rhythm.js';
import { type RoleDrift, roleDrift } from './role-drift.js';
import { type Timeline, timeline } from './timeline.js';

/** Questions that a case answers, in the order in which they are answered. */
export const QUESTIONS = ['timeline', 'bridges', 'gaps', 'role-drift', 'before-after', 'rhythm', 'concerns'] as const;
/** One of {@link QUESTIONS}. */
export type Question = (typeof QUESTIONS)[number];

/** What {@link askCase} asks. */
export interface AskOptions {
  /** Only this lead, such as C001. Default all. */
  readonly lead?: string;
  /** For `before-after`: the first day of the time after, such as 2005-04-20, UTC. Default the middle of the data. */
  readonly since?: string;
  /** Default all. */
  readonly questions?: readonly Question[];
}

const DEFAULTS: Readonly<{ lead: string | undefined; since: string | undefined; questions: readonly Question[] }> =
  Object.freeze({ lead: undefined, since: undefined, questions: QUESTIONS });

/** The answers; left out is what was not asked. */
export interface CaseAnswers {
  readonly timeline?: readonly Timeline[];
  readonly bridges?: Bridges;
  readonly gaps?: Gaps;
  readonly roleDrift?: readonly RoleDrift[];
  readonly beforeAfter?: BeforeAfter;
  readonly rhythm?: Rhythms;
  readonly concerns?: ProtectionConcerns;
}

/**
 * Asks a case everything, or what was chosen, of all leads or of one. Operators of other leads that a chosen lead deals with are
 * in its bridges. O(transfers of the leads asked about; of all for bridges).
 *
 * @throws UsageError `unknown-lead`, `unknown-question`, `unknown-option`; `change-day` for a `since` that is no day inside the data
 * @example
 * const { gaps } = askCase(document, { lead: 'C001', questions: ['gaps'] });
 * for (const sentence of gaps.leads[0].toAsk) use(sentence);
 */
export function askCase(document: AskedCase, options: AskOptions = {}): CaseAnswers {
  const { lead, since, questions } = resolveOptions(DEFAULTS, options, 'askCase');
  for (const question of questions) requireOneOf('unknown-question', QUESTIONS, question);
  const leads = document.leads.filter((one) => lead === undefined || one.lead === lead);
  if (lead !== undefined && leads.length === 0) {
    throw new UsageError('unknown-lead', `Expected a lead of the case but received ${lead}`);
  }
  const asked = { ...document, leads };
  const { period } = document.data;
  const wants = (question: Question): boolean => questions.includes(question);
  return {
    ...(wants('timeline') ? { timeline: leads.map((one) => timeline(one, period)) } : {}),
    ...(wants('bridges') ? { bridges: bridgesOf(document, lead) } : {}),
    ...(wants('gaps') ? { gaps: gaps(asked) } : {}),
    ...(wants('role-drift') ? { roleDrift: leads.map(roleDrift) } : {}),
    ...(wants('before-after') ? { beforeAfter: beforeAndAfter(document, { day: since, lead }) } : {}),
    ...(wants('rhythm') ? { rhythm: rhythm(document, lead) } : {}),
    ...(wants('concerns') ? { concerns: protectionConcerns(asked) } : {}),
  };
}

/** Ties to other leads show only where all leads are looked at. */
function bridgesOf(document: AskedCase, lead: string | undefined): Bridges {
  const all = bridges(document);
  if (lead === undefined) return all;
  return {
    ...all,
    leads: all.leads.filter((one) => one.lead === lead),
    between: all.between.filter(({ from, to }) => from.lead === lead || to.lead === lead),
  };
}
