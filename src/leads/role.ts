/** What an account of a lead may be. Hypotheses from its position in the flow; none is a verdict. */
export const ROLES = [
  'collector',
  'pass-through',
  'coordinator',
  'value-transfer',
  'journey-service',
  'operator',
] as const;
/** One of {@link ROLES}; `operator` where none is clearer. */
export type Role = (typeof ROLES)[number];

/** The words in which a role may be shown. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = Object.freeze({
  collector: 'possible collector',
  'pass-through': 'possible pass-through account (may be exploited)',
  coordinator: 'possible coordinator (may be exploited)',
  'value-transfer': 'possible value-transfer node',
  'journey-service': 'possible journey service',
  operator: 'account with no clearer role',
});

/** The role that fits an account's position best, and what was seen that speaks for it, in words. */
export interface RoleHypothesis {
  readonly role: Role;
  readonly reasons: readonly string[];
}
