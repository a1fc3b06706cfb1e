export { askCase, type AskOptions, type CaseAnswers, type Question, QUESTIONS } from './ask-case.js';
export {
  type AskedCase,
  type ActiveAccount,
  type AskedLead,
  type EvidenceLine,
  type AskedOperator,
  type Sum,
} from './asked-case.js';
export { type BeforeAfter, beforeAndAfter, type OthersBeforeAfter } from './before-after.js';
export { type Bridges, bridges, type LeadBridges, type LinkingOperator, type LinkingPair } from './bridges.js';
export { type ChangedAccount } from './changed-account.js';
export { type RunCount } from './count-runs.js';
export { type ColumnGap, type Gaps, gaps, type LeadGaps, leadGaps } from './gaps.js';
export { type LeadTie } from './lead-ties.js';
export { type Leaving } from './leaving.js';
export { type HeldRange, type NotSeenLeaving } from './not-seen-leaving.js';
export {
  type Concern,
  type MayBeExploited,
  type ProtectionConcerns,
  protectionConcerns,
} from './protection-concerns.js';
export { type AccountRhythm, type Rhythms, rhythm, RHYTHM_NOTE } from './rhythm.js';
export { type OperatorDrift, type RoleDrift, roleDrift } from './role-drift.js';
export { type Side, type ThirdOfOperator } from './third-of-operator.js';
export { type Timeline, timeline } from './timeline.js';
export { type TimelineEvent } from './timeline-events.js';
export { type WeekdayCounts, weekdayCounts, weekdayWords } from './weekday-counts.js';
