import { type Role } from '../../leads/index.js';

/** Roles in the order of the journey, as every list and legend gives them. */
export const ROLE_ORDER: readonly Role[] = [
  'collector',
  'pass-through',
  'value-transfer',
  'coordinator',
  'operator',
  'journey-service',
];

const NAMES: Readonly<Record<Role, readonly [one: string, many: string]>> = {
  collector: ['collector', 'collectors'],
  'pass-through': ['pass-through account', 'pass-through accounts'],
  'value-transfer': ['value-transfer node', 'value-transfer nodes'],
  coordinator: ['coordinator', 'coordinators'],
  operator: ['account with no clearer role', 'accounts with no clearer role'],
  'journey-service': ['journey service', 'journey services'],
};

/** "3 possible coordinators". A role is a reading, so *possible* stands before it. */
export function roleCount(role: Role, count: number): string {
  const [one, many] = NAMES[role];
  const name = count === 1 ? one : many;
  return `${count} ${role === 'operator' ? name : `possible ${name}`}`;
}

/** Short name for legends and columns, without *possible*. */
export function roleName(role: Role): string {
  return role === 'operator' ? 'no clearer role' : NAMES[role][0];
}

/** How many accounts have each role, in the order of the journey; roles without accounts are left out. */
export function countRoles(operators: readonly { readonly role: { readonly role: Role } }[]): [Role, number][] {
  return ROLE_ORDER.map((role): [Role, number] => [
    role,
    operators.filter((operator) => operator.role.role === role).length,
  ]).filter(([, count]) => count > 0);
}
