/** What an account may be in a network. Hypotheses only: several may hold, none is a verdict. */
export const ROLES = [
  'collector',
  'pass-through',
  'coordinator',
  'value-transfer',
  'recruiter',
  'journey-service',
  'document-service',
  'integrator',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

/** The words in which a role may be shown. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = Object.freeze({
  collector: 'possible collector',
  'pass-through': 'possible pass-through account (may be exploited)',
  coordinator: 'possible coordinator',
  'value-transfer': 'value-transfer-like node',
  recruiter: 'possible recruiter',
  'journey-service': 'possible journey service',
  'document-service': 'possible document service',
  integrator: 'possible integrator',
  operator: 'account with no clearer role',
});

/** A role an account may have, how well the numbers fit (0..1, not a probability), and the numbers themselves. */
export interface RoleHypothesis {
  readonly role: Role;
  readonly score: number;
  readonly reasons: readonly string[];
}
